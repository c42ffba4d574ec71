internal import BusinessModel
internal import RoadmapModel

/// The limit of the objective `value`, drawn tighter in steps: prices by the volume method, effects by envelopes that touch known plans.
///
/// Every limit that is found holds for all plans, so the smallest is kept. The envelope is tight near the plan that it touches; touching the best plan
/// makes the limit tight where it matters. It works for additive values alone too, where the envelope is nothing.
struct ValueBound {
  /// No plan is worth more, in cents.
  private(set) var limit = Double.infinity

  let instance: Instance
  private let earliest: [Int32]
  private var relaxation: LagrangianRelaxation
  private var volume: VolumeMethod
  private var touched: [Int32]

  /// The bound of an instance, with an envelope that touches a schedule.
  ///
  /// - Parameter starts: any schedule, -1 for what is not in it.
  /// - Returns: nil when the required activities contradict each other.
  init?(_ instance: Instance, touching starts: [Int]) {
    self.instance = instance
    earliest = instance.goLives(of: instance.earliest)
    touched = instance.goLives(of: starts)
    let envelope = instance.shop.envelope(touching: touched, notBefore: earliest)
    guard let relaxation = LagrangianRelaxation(instance, envelope: envelope) else { return nil }
    self.relaxation = relaxation
    volume = VolumeMethod(relaxation)
  }

  /// Lets the envelope touch another schedule; prices stay.
  mutating func touch(_ starts: [Int]) {
    let goLives = instance.goLives(of: starts)
    guard goLives != touched, instance.shop.hasEffects else { return }
    touched = goLives
    relaxation.take(instance.shop.envelope(touching: goLives, notBefore: earliest))
    volume.restart()
  }

  /// Draws the limit tighter by so many cuts, fewer when it reaches the target.
  ///
  /// - Parameter target: what some plan is worth, in cents.
  mutating func tighten(cuts count: Int, target: Double, until rule: StoppingRule) {
    // The first cut is taken in any case, so that there is a limit.
    for _ in 0..<count where limit == .infinity || limit - target >= 1 && !rule.endsEarly() {
      volume.step(&relaxation, target: target)
      limit = min(limit, volume.limit)
    }
  }

  /// The start of each activity in the average of the relaxation's schedules, weighted by shares; nil for what it mostly leaves out.
  ///
  /// These are the activities' alpha-points for an alpha of one half, made continuous (Mohring, Schulz, Stork, Uetz 2003).
  var relaxedStarts: [Double?] {
    relaxation.expansion.allowed.indices.map { activity in
      let first = relaxation.expansion.first[activity]
      var share = 0.0
      var sum = 0.0
      for (index, start) in relaxation.expansion.allowed[activity].enumerated() {
        share += volume.shares[first + index]
        sum += volume.shares[first + index] * Double(start)
      }
      return share >= 0.5 ? sum / share : nil
    }
  }

  /// The limit as it goes into a plan.
  var bound: Bound {
    Bound(
      limit: Money(cents: Int64(limit.rounded(.up))).units, method: .pricedCut, relaxed: relaxed)
  }

  /// What the limit leaves out or makes linear, each once: several overlap groups of a lever share their words.
  private var relaxed: [String] {
    var words: [String] = []
    let hasPrices = relaxation.table.rowCount > 0
    if hasPrices { words.append("work may be split over several starts") }
    if instance.hasTriggers { words.append("triggers") }
    var seen: Set<String> = []
    return (words + relaxation.envelope.dropped).filter { seen.insert($0).inserted }
  }

  /// What one unit more of each resource in each period, and one cent more in each segment of the budget, would be worth by the relaxation, in cents.
  ///
  /// A unit of people is a hundredth. The worth of capacity is that of having a little more of it in proportion.
  func prices() -> ScarcityPrices {
    let table = relaxation.table
    var resources = [[Double]](
      repeating: [Double](repeating: 0, count: instance.periodCount), count: instance.resources.count)
    for (index, family) in table.capacity.families.enumerated() where family.capacity > 0 {
      for period in 0..<instance.periodCount {
        let price = volume.prices[table.row(family: index, period: period)] * PriceTable.shareScale
        resources[family.resource][period] += price / Double(family.capacity)
      }
    }
    let budget = instance.budget.limits.indices.map {
      volume.prices[table.budgetRow + $0] / table.budgetScale
    }
    return ScarcityPrices(resources: resources, segments: budget)
  }
}

/// What scarce means are worth by the prices of a bound.
struct ScarcityPrices: Sendable {
  /// For each resource and period, what one unit more would be worth, in cents; a unit of people is a hundredth.
  let resources: [[Double]]
  /// For each segment of the budget, what one cent more in its limit would be worth, in cents.
  let segments: [Double]

  /// What one cent more in a window of the budget would be worth; with carry-over it counts in all later limits too.
  func window(_ index: Int, carriesOver: Bool) -> Double {
    carriesOver ? segments[index...].reduce(0, +) : segments[index]
  }
}
