import RoadmapModel

/// A condition such as `visits >= 200k per month`.
enum TriggerText {
  /// The condition that a text stands for, with its level in the unit of the KPI.
  static func condition(_ text: String) throws(Mistake) -> TriggerCondition {
    for comparison in TriggerCondition.Comparison.allCases {
      let sides = text.split(separator: comparison.rawValue, omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      let kpi = try Word.read(trimmed(sides[0]), as: KPI.self)
      return TriggerCondition(kpi, comparison, try level(trimmed(sides[1]), of: kpi))
    }
    throw Mistake(
      .notATrigger, "'\(text)' is not a condition",
      advice: "Write it as 'visits >= 200k per month', with >= or <=.")
  }

  private static func level(_ text: String, of kpi: KPI) throws(Mistake) -> Double {
    switch kpi {
    case .visits, .orders, .revenue, .profit:
      try Rate.value(text, per: .month, .proportional, number: ScalarValue.amount)
    case .churn: try Rate.value(text, per: .month, .decay, number: ScalarValue.fraction)
    case .reorderRate: try Rate.value(text, per: .month, .proportional, number: ScalarValue.fraction)
    case .conversion, .margin, .returnRate: try ScalarValue.fraction(text)
    case .orderValue, .costToServe, .customers: try ScalarValue.amount(text)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
