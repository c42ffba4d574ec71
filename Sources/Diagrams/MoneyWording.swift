import RoadmapModel

extension DiagramVocabulary {
  /// What a plan is worth, with the parts that make it up: impact and scores less cost.
  func parts(of value: Plan.Value, hasScores: Bool) -> [(String, Money)] {
    [(netPresentValue, value.npv), (impact, value.impact)] + (hasScores ? [(scores, value.scores)] : [])
      + [(cost, value.cost)]
  }

  /// A total, what is added up to it, and last what is taken off, all rounded to one decimal place of one unit, so that readers can add them up.
  ///
  /// The total is rounded; what the rounding of the parts leaves over goes into the largest of them.
  ///
  /// - Parameter amounts: the total first, and at least one part after it.
  func sum(of amounts: [Money], currency: String?) -> [String] {
    let largest = amounts.map(\.cents.magnitude).max() ?? 0
    let least = amounts.map(\.cents.magnitude).filter { $0 > 0 }.min() ?? 0
    let rank = sumUnits.lastIndex { largest >= $0.cents } ?? 0
    var places = 0
    var step = sumUnits[rank].cents
    // Three digits of the largest and two of the least, as far as three decimals and whole units go.
    while places < 3, step >= 1_000, largest / step < 100 || least / step < 10 {
      (places, step) = (places + 1, step / 10)
    }
    var steps = amounts.map { Int(($0.cents.magnitude + step / 2) / step) * ($0 < .zero ? -1 : 1) }
    let signs = amounts.indices.map { $0 == 0 ? 0 : $0 == amounts.count - 1 ? -1 : 1 }
    let rest = steps[0] - zip(signs, steps).reduce(0) { $0 + $1.0 * $1.1 }
    if let most = steps.indices.dropFirst().max(by: { steps[$0].magnitude < steps[$1].magnitude }) {
      steps[most] += signs[most] * rest
    }
    return steps.map { steps in
      // Thousandths of a unit are whole ones of the next smaller unit.
      let isSmall = places == 3 && steps.magnitude < 1_000
      return text(
        ofSteps: steps, places: isSmall ? 0 : places, sumUnits[isSmall ? rank - 1 : rank].suffix,
        currency: currency)
    }
  }

  /// The units in which sums are written, in cents.
  private var sumUnits: [(cents: UInt64, suffix: String)] {
    [
      (100, ""), (100_000, "k"), (100_000_000, "M"), (100_000_000_000, say("bn", "mld", "md")),
    ]
  }

  private func text(ofSteps steps: Int, places: Int, _ suffix: String, currency: String?) -> String {
    let scale = (0..<places).reduce(UInt(1)) { scale, _ in scale * 10 }
    let (whole, rest) = steps.magnitude.quotientAndRemainder(dividingBy: scale)
    let decimals = places == 0 ? "" : "\(decimalMark)\(String(scale + rest).dropFirst())"
    let code = currency.map { $0 + "\u{A0}" } ?? ""
    guard steps != 0 else { return code + "0" }
    return "\(steps < 0 ? "\u{2212}" : "")\(code)\(whole)\(decimals)\(suffix)"
  }
}
