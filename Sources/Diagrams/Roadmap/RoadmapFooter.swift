import RoadmapModel

/// What stands below the lanes: the money of the quarters and the legend.
struct RoadmapFooter: Sendable {
  /// A row of amounts, one for each quarter.
  struct MoneyRow: Hashable, Sendable {
    let frame: Rectangle
    let name: TextBox
    let amounts: [TextBox]
  }

  private(set) var moneyRows: [MoneyRow] = []
  let legend: Legend
  let maxY: Double

  init(
    of content: RoadmapContent, on axis: TimeAxis, keys: [LegendKey], minY: Double, maxX: Double
  ) {
    var y = minY
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
    self.legend = Legend(keys, words: content.vocabulary, minX: 0, minY: y + 12, width: maxX)
    self.maxY = legend.maxY
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

extension CivilDate {
  /// The first day of the quarter in which the day lies.
  var startOfQuarter: CivilDate { startOfMonth(addingMonths: -((month - 1) % 3)) }
}
