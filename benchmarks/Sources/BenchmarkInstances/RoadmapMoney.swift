internal import Foundation

/// What the capabilities of a generated roadmap bring: a benefit for each week once live, after a ramp, less a running cost.
struct RoadmapMoney {
  /// What a currency unit in each week is worth in week 0, at 8 to 10 % a year.
  let discountFactors: [Double]
  /// The running cost of each capability and week, in currency units.
  let runningCosts: [Double]
  private let benefits: [Double]
  private let ramps: [Int]

  /// Draws benefits and running costs.
  ///
  /// Lived for half of the roadmap, most capabilities bring once to eight times what they cost, since companies consider little else; one in five brings nothing and is there
  /// for what needs it.
  init(_ family: RoadmapFamily, costs: [[Int]]) {
    var stream = GeneratorStream(seed: family.seed, purpose: 5)
    let rate = stream.number(0.08...0.1)
    discountFactors = (0..<family.periodCount).map { pow(1 + rate, -Double($0) * 7 / 365.25) }
    var running: [Double] = []
    var benefits: [Double] = []
    var ramps: [Int] = []
    for cost in costs {
      let total = Double(cost.reduce(0, +)) / 100
      running.append((total * stream.number(0...0.003) * 100).rounded() / 100)
      let ratio = stream.isTrue(0.2) ? 0 : pow(8, stream.uniform())
      benefits.append(ratio * total / (Double(family.periodCount) / 2))
      ramps.append(stream.integer(4...26))
    }
    (runningCosts, self.benefits, self.ramps) = (running, benefits, ramps)
  }

  /// The present value of a capability by its start, in whole cents.
  ///
  /// - Complexity: O(weeks^2).
  func valueByStart(_ capability: Int, duration: Int, costs: [Int]) -> [Double] {
    discountFactors.indices.map { start in
      var value = 0.0
      for (week, cost) in costs.enumerated() where start + week < discountFactors.count {
        value -= Double(cost) / 100 * discountFactors[start + week]
      }
      let live = start + duration
      for week in min(live, discountFactors.count)..<discountFactors.count {
        let ramp = min(1, Double(week - live + 1) / Double(ramps[capability]))
        value += (benefits[capability] * ramp - runningCosts[capability]) * discountFactors[week]
      }
      return (value * 100).rounded() / 100
    }
  }
}
