import RoadmapModel

/// What stands below the lanes: loads, the money of the quarters and the legend.
struct RoadmapFooter: Sendable {
  /// A row of amounts, one for each quarter.
  struct MoneyRow: Hashable, Sendable {
    let frame: Rectangle
    let name: TextBox
    let amounts: [TextBox]
  }

  /// A load with its place.
  struct Strip: Hashable, Sendable {
    let load: LoadStrip
    let frame: Rectangle
    let name: TextBox
  }

  private(set) var strips: [Strip] = []
  private(set) var moneyRows: [MoneyRow] = []
  /// How the money of the quarters goes with that of the heading.
  private(set) var moneyNote: TextBox?
  let elsewhere: ElsewhereNotes
  let elements: ElementLegend
  let legend: Legend
  let maxY: Double

  init(
    of content: RoadmapContent, on axis: TimeAxis, keys: [LegendKey], strips: [LoadStrip], minY: Double,
    maxX: Double
  ) {
    var y = minY
    for load in strips {
      let strip = Self.strip(load, on: axis, minY: y + RoadmapMeasures.laneGap)
      self.strips.append(strip)
      y = strip.frame.maxY
    }
    if !content.quarters.isEmpty {
      y += RoadmapMeasures.laneGap
      let words = content.vocabulary
      let amounts: [(String, (Plan.QuarterMoney) -> Money)] = [
        (words.quarterCost, { $0.oneOff + $0.running }), (words.quarterImpact, { $0.impact }),
      ]
      let labels = Self.moneyLabels(of: amounts.map(\.0), in: content)
      for (label, (_, amount)) in zip(labels, amounts) {
        let frame = Rectangle(minX: 0, minY: y, maxX: maxX, maxY: y + RoadmapMeasures.moneyRow)
        moneyRows.append(Self.row(content, axis, frame, label: label, amount: amount))
        y = frame.maxY
      }
      let note = TextStyle.money.metrics.wrap(
        Self.moneyNote(of: content, on: axis), width: maxX - RoadmapMeasures.moneyInset, lines: 2
      ).lines.map(\.text)
      let height = Double(note.count) * TextStyle.money.metrics.lineHeight
      moneyNote = TextBox(
        note, style: .money, alignment: .leading, x: RoadmapMeasures.moneyInset, midY: y + 2 + height / 2)
      y += 2 + height
    }
    elsewhere = ElsewhereNotes(of: content.shown.map(\.id), in: content, minY: y, maxX: maxX)
    y = elsewhere.maxY + (elsewhere.texts.isEmpty ? 8 : 12)
    let shown = Set(content.shown.compactMap { content.roadmap.capability($0.id)?.element })
    self.elements = ElementLegend(
      content.roadmap, content.options.lanes == .element ? [] : shown, words: content.vocabulary, minY: y,
      width: maxX)
    y = elements.maxY
    let allKeys = keys + (strips.isEmpty ? [] : [.load])
    self.legend = Legend(allKeys, words: content.vocabulary, minX: 0, minY: y + 4, width: maxX)
    self.maxY = legend.maxY
  }

  /// That quarters are not discounted and the heading is, and what comes after the end of the drawing.
  private static func moneyNote(of content: RoadmapContent, on axis: TimeAxis) -> String {
    let words = content.vocabulary
    let last = content.quarters.last?.through ?? content.roadmap.calendar.end.advanced(by: -1)
    let later = content.quarters.filter { $0.from >= axis.end }
    let amounts = [
      later.reduce(Money.zero) { $0 + $1.oneOff + $1.running }, later.reduce(Money.zero) { $0 + $1.impact },
    ]
    let scope = content.options.filter.isEmpty ? "" : "\(words.wholePlan): "
    let isDiscounted = scope + words.quartersAreNotDiscounted(until: last)
    guard amounts.contains(where: { $0 != .zero }) else { return isDiscounted }
    let texts = amounts.map { words.money($0, currency: content.plan.currency) }
    return isDiscounted + " "
      + words.afterTheDrawing(axis.end.advanced(by: -1), cost: texts[0], impact: texts[1])
  }

  private static func strip(_ load: LoadStrip, on axis: TimeAxis, minY: Double) -> Strip {
    let width = RoadmapMeasures.laneNameWidth - RoadmapMeasures.moneyInset
    let name = TextStyle.money.metrics.wrap(load.name, width: width, lines: 3).lines.map(\.text)
    let allowance = TextStyle.money.metrics.wrap(load.allowance, width: width, lines: 3).lines.map(\.text)
    let text = name + allowance
    let height = max(RoadmapMeasures.loadStrip, Double(text.count) * TextStyle.money.metrics.lineHeight)
    let frame = Rectangle(minX: axis.originX, minY: minY, maxX: axis.endX, maxY: minY + height)
    return Strip(
      load: load, frame: frame,
      name: TextBox(
        text, style: .money, alignment: .leading, x: RoadmapMeasures.moneyInset, midY: frame.midY))
  }

  /// What the rows of money are called, all in the same form: without the quarter where that does not fit, since each amount stands under its own.
  private static func moneyLabels(of names: [String], in content: RoadmapContent) -> [[String]] {
    let currency = content.plan.currency
    let forms = [
      names.map { content.vocabulary.perQuarter($0, currency: currency) },
      names.map { name in currency.map { "\(name), \($0)" } ?? name },
    ].map { texts in
      texts.map {
        TextStyle.money.metrics.wrap(
          $0, width: RoadmapMeasures.laneNameWidth - RoadmapMeasures.moneyInset, lines: 1)
      }
    }
    let form = forms[0].contains(where: \.isShortened) ? forms[1] : forms[0]
    return form.map { $0.lines.map(\.text) }
  }

  private static func row(
    _ content: RoadmapContent, _ axis: TimeAxis, _ frame: Rectangle, label: [String],
    amount: (Plan.QuarterMoney) -> Money
  ) -> MoneyRow {
    let amounts = content.quarters.compactMap { quarter -> TextBox? in
      guard let cell = axis.quarters.first(where: { $0.date == quarter.from.startOfQuarter }),
        quarter.from < axis.end
      else { return nil }
      let text = content.vocabulary.money(amount(quarter))
      guard TextStyle.money.metrics.width(of: text) <= cell.width else { return nil }
      return TextBox([text], style: .money, alignment: .centre, x: cell.midX, midY: frame.midY)
    }
    return MoneyRow(
      frame: frame,
      name: TextBox(
        label, style: .money, alignment: .leading, x: RoadmapMeasures.moneyInset, midY: frame.midY),
      amounts: amounts)
  }
}
