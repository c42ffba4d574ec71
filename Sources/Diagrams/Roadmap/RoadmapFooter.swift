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
  let elements: ElementLegend
  let legend: Legend
  let maxY: Double

  init(
    of content: RoadmapContent, on axis: TimeAxis, keys: [LegendKey], strips: [LoadStrip], minY: Double,
    maxX: Double
  ) {
    var y = minY
    for load in strips {
      let frame = Rectangle(
        minX: axis.originX, minY: y + RoadmapMeasures.laneGap, maxX: axis.endX,
        maxY: y + RoadmapMeasures.laneGap + RoadmapMeasures.loadStrip)
      self.strips.append(Self.strip(load, frame))
      y = frame.maxY
    }
    if !content.quarters.isEmpty {
      y += RoadmapMeasures.laneGap
      let words = content.vocabulary
      let amounts: [(String, (Plan.QuarterMoney) -> Money)] = [
        (words.costPerQuarter, { $0.oneOff + $0.running }), (words.impactPerQuarter, { $0.impact }),
      ]
      for (name, amount) in amounts {
        let frame = Rectangle(minX: 0, minY: y, maxX: maxX, maxY: y + RoadmapMeasures.moneyRow)
        moneyRows.append(Self.row(content, axis, frame, name: name, amount: amount))
        y = frame.maxY
      }
    }
    y += 8
    let shown = Set(content.shown.compactMap { content.roadmap.capability($0.id)?.element })
    self.elements = ElementLegend(
      content.roadmap, content.options.lanes == .element ? [] : shown, words: content.vocabulary, minY: y,
      width: maxX)
    y = elements.maxY
    let allKeys = keys + (strips.isEmpty ? [] : [.load])
    self.legend = Legend(allKeys, words: content.vocabulary, minX: 0, minY: y + 4, width: maxX)
    self.maxY = legend.maxY
  }

  private static func strip(_ load: LoadStrip, _ frame: Rectangle) -> Strip {
    let width = RoadmapMeasures.laneNameWidth - 18
    let name = TextStyle.money.metrics.wrap(load.name, width: width, lines: 1).lines.map(\.text)
    let scale = TextStyle.money.metrics.wrap(load.scale, width: width, lines: 1).lines.map(\.text)
    return Strip(
      load: load, frame: frame,
      name: TextBox(name + scale, style: .money, alignment: .leading, x: 14, midY: frame.midY))
  }

  private static func row(
    _ content: RoadmapContent, _ axis: TimeAxis, _ frame: Rectangle, name: String,
    amount: (Plan.QuarterMoney) -> Money
  ) -> MoneyRow {
    let unit = content.plan.currency.map { " (\($0))" } ?? ""
    let label = TextStyle.money.metrics.wrap(
      name + unit, width: RoadmapMeasures.laneNameWidth - 18, lines: 1)
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
        label.lines.map(\.text), style: .money, alignment: .leading, x: 14, midY: frame.midY),
      amounts: amounts)
  }
}
