internal import BusinessModel
internal import RoadmapModel

/// The limit of the objective `value`, drawn tighter in steps: prices by the volume method, effects by envelopes that touch known plans.
///
/// Every limit that is found holds for all plans, so the smallest is kept. The envelope begins with one that touches a plan and is then bent, by mixing, to be
/// tight where the average of the relaxation's schedules is. It works for additive values alone too, where the envelope is nothing.
struct ValueBound {
  /// The cuts between two envelopes.
  private static let stepsPerEnvelope = 5
  /// The cuts before the first search for limits of what can be in work together, and between two.
  private static let firstSeparation = 40
  private static let stepsPerSeparation = 20
  /// The least part of a new envelope in the mixture.
  private static let smallestShare = 0.1
  /// The same once windows are confined: few cuts follow, and effects differ most in what the windows shut out.
  private static let smallestConfinedShare = 0.4

  /// No plan is worth more, in cents.
  private(set) var limit = Double.infinity

  let instance: Instance
  /// The earliest go-live of each capability in the windows.
  private var earliest: [Int32]
  private var relaxation: LagrangianRelaxation
  private var volume: VolumeMethod
  /// The method that comes first where few rows have prices.
  private var partitions: PartitionMethod?
  /// The search for limits of what can be in work together.
  private var separation: FeasibleSetSeparation
  /// How often in a row it has found nothing, and how often it may: where teams are large, it never finds anything.
  private var fruitlessSeparations = 0
  private static let mostFruitlessSeparations = 2
  private var isConfined = false
  private var steps = 0
  private var stepsSinceEnvelope = 0
  private var envelopes = 0

  /// The bound of an instance, with an envelope that touches a schedule.
  ///
  /// - Parameter starts: any schedule, -1 for what is not in it.
  /// - Returns: nil when the required activities contradict each other.
  init?(_ instance: Instance, touching starts: [Int]) {
    self.instance = instance
    earliest = instance.goLives(of: instance.earliest)
    let envelope = instance.shop.envelope(touching: instance.goLives(of: starts), notBefore: earliest)
    guard var relaxation = LagrangianRelaxation(instance, envelope: envelope) else { return nil }
    volume = VolumeMethod(relaxation)
    partitions = PartitionMethod.suits(relaxation) ? PartitionMethod(&relaxation) : nil
    separation = FeasibleSetSeparation(instance)
    self.relaxation = relaxation
  }

  /// Draws the limit tighter by so many cuts, fewer when it reaches the target.
  ///
  /// - Parameter target: what some plan is worth, in cents.
  mutating func tighten(cuts count: Int, target: Double, until rule: StoppingRule) {
    // The first cut is taken in any case, so that there is a limit.
    for index in 0..<count where limit == .infinity || limit - target >= 1 && !isBest && !rule.endsEarly() {
      step(target: target)
      limit = min(limit, volume.limit)
      steps += 1
      // What is found after the last cut of confined windows would never get a price.
      let isOfUse = !isConfined || index + 1 < count
      if isOfUse, steps >= Self.firstSeparation, steps % Self.stepsPerSeparation == 0 { separateSets() }
      stepsSinceEnvelope += 1
      if stepsSinceEnvelope == Self.stepsPerEnvelope, instance.shop.hasEffects { bendEnvelope() }
    }
  }

  /// Whether further cuts can hardly bring anything.
  private var isBest: Bool { partitions?.isFinished ?? false && !instance.shop.hasEffects }

  private mutating func step(target: Double) {
    guard partitions?.isFinished == false else {
      volume.step(&relaxation, target: target)
      return
    }
    partitions?.step(&relaxation)
    if let partitions { volume.take(partitions) }
  }

  /// Mixes the envelope with the one that is tightest at the average of the relaxation's schedules.
  ///
  /// That is a step of the subgradient method in the other dual variable, the order in which effects are counted.
  private mutating func bendEnvelope() {
    stepsSinceEnvelope = 0
    envelopes += 1
    let tightest = instance.shop.envelope(at: liveShares, notBefore: earliest)
    let smallest = isConfined ? Self.smallestConfinedShare : Self.smallestShare
    let share = max(smallest, 1 / Double(envelopes + 1))
    relaxation.take(relaxation.envelope.mixed(with: tightest, share: share))
    volume.renew(&relaxation)
    limit = min(limit, volume.limit)
  }

  /// Adds limits of what can be in work together that the average of the relaxation's schedules breaks.
  private mutating func separateSets() {
    guard partitions == nil, fruitlessSeparations < Self.mostFruitlessSeparations else { return }
    let degrees = degreesInWork
    let cuts = separation.broken(by: degrees)
    fruitlessSeparations = cuts.isEmpty ? fruitlessSeparations + 1 : 0
    guard !cuts.isEmpty else { return }
    relaxation.add(cuts)
    volume.extend(by: cuts.map { ($0.sum(of: degrees[$0.period]) - 1) * PriceTable.shareScale })
  }

  /// To what degree each activity is in work in each period, in the average of the relaxation's schedules.
  private var degreesInWork: [[Double]] {
    let expansion = relaxation.expansion
    return (0..<instance.periodCount).map { period in
      (0..<instance.activityCount).map { activity in
        guard let begun = expansion.node(of: activity, startedBy: period) else { return 0 }
        let done = expansion.node(of: activity, startedBy: period - instance.duration[activity])
        return volume.shares[begun] - (done.map { volume.shares[$0] } ?? 0)
      }
    }
  }

  /// To what share each capability is live in each period, in the average of the relaxation's schedules.
  private var liveShares: LiveShares {
    let periods = instance.periodCount
    var shares = [Double](repeating: 0, count: instance.capabilityCount * periods)
    for activity in 0..<instance.activityCount {
      guard let position = instance.position(of: activity) else { continue }
      var sum = 0.0
      var next = 0
      for (index, start) in relaxation.expansion.allowed[activity].enumerated() {
        let live = min(periods, start + instance.duration[activity])
        for period in next..<live { shares[position * periods + period] = sum }
        next = live
        sum = volume.shares[relaxation.expansion.first[activity] + index]
      }
      for period in next..<periods { shares[position * periods + period] = sum }
    }
    return LiveShares(shares: shares, periodCount: periods)
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
        sum += (volume.shares[first + index] - share) * Double(start)
        share = volume.shares[first + index]
      }
      return share >= 0.5 ? sum / share : nil
    }
  }

  /// What each activity's first start is worth by itself, by the envelope, in cents; 0 for what cannot start.
  var worth: [Double] {
    relaxation.expansion.allowed.indices.map { activity in
      relaxation.expansion.allowed[activity].isEmpty
        ? 0 : relaxation.profits[relaxation.expansion.first[activity]]
    }
  }

  /// What each activity's work and money cost at the mean prices of the calendar, in cents; a free activity costs a little.
  var effort: [Double] {
    let table = relaxation.table
    let periods = instance.periodCount
    let means = table.capacity.families.indices.map { family in
      (0..<periods).reduce(0) { $0 + volume.prices[table.row(family: family, period: $1)] }
        * PriceTable.shareScale / Double(periods)
    }
    let money = instance.budget.limits.indices.reduce(0) { $0 + volume.prices[table.budgetRow + $1] }
    var together = [Double](repeating: 0, count: instance.activityCount)
    for (index, cut) in table.cuts.enumerated() {
      let price = volume.prices[table.cutRow + index] * PriceTable.shareScale / Double(periods)
      for share in cut.shares { together[share.activity] += share.share * price }
    }
    return (0..<instance.activityCount).map { activity in
      let work = table.capacity.uses[activity].reduce(together[activity]) { $0 + $1.share * means[$1.family] }
      let cost = Double(instance.budget.costUpTo[activity].last ?? 0) / table.budgetScale
      return 1 + work * Double(instance.duration[activity]) + cost * money
        / Double(max(1, instance.budget.limits.count))
    }
  }

  /// From here on only schedules count whose starts are in these windows, and few cuts follow; see ``LagrangianRelaxation/confine(earliest:latest:)``.
  mutating func confine(earliest: [Int], latest: [Int]) {
    isConfined = true
    relaxation.confine(earliest: earliest, latest: latest)
    self.earliest = instance.goLives(
      of: earliest.indices.map { activity in
        expansion.allowed[activity].last.map { earliest[activity] <= $0 } ?? false ? earliest[activity] : -1
      })
    partitions = nil
    volume.renew(&relaxation)
    limit = min(limit, volume.limit)
  }

  /// The split of these windows that says most about what the average of the relaxation's schedules is worth; nil when that is one schedule.
  func widestSplit(earliest: [Int], latest: [Int]) -> StartSplit? {
    StartSplit.widest(
      expansion.allowed.indices.map { activity in
        let nodes = expansion.first[activity]..<expansion.first[activity + 1]
        return StartSplit.Row(
          starts: expansion.allowed[activity], shares: volume.shares[nodes], worth: relaxation.profits[nodes])
      }, earliest: earliest, latest: latest)
  }

  /// The limit at the best prices, taken apart; nil when no schedule is left.
  mutating func separate() -> LagrangianRelaxation.SeparateLimit? { relaxation.separate(volume.prices) }

  /// What the best prices charge each start, for people, for money and for what waits for it, in currency units, in rows by activity and period; empty when no
  /// schedule is left.
  ///
  /// It is what the start is worth by the envelope without what is left of it once the limit is taken apart. A start that is not allowed counts as the next one that is, or as the last one; what cannot
  /// start at all is charged nothing.
  mutating func charges() -> [Double] {
    guard let separate = separate() else { return [] }
    let periods = instance.periodCount
    var charges = [Double](repeating: 0, count: instance.activityCount * periods)
    for activity in 0..<instance.activityCount {
      let allowed = expansion.allowed[activity]
      guard !allowed.isEmpty else { continue }
      var index = 0
      for start in 0..<periods {
        while index + 1 < allowed.count, allowed[index] < start { index += 1 }
        let node = expansion.first[activity] + index
        let left = Double(separate.values[node]) / separate.scale
        charges[activity * periods + start] = (relaxation.profits[node] - left) / 100
      }
    }
    return charges
  }

  /// What schedules lose against the limit at the best prices; nil when no schedule is left.
  mutating func losses() -> LossTable? {
    guard let separate = separate() else { return nil }
    let starts = instance.periodCount + 1
    var values = [Double](repeating: -.infinity, count: instance.activityCount * starts)
    for activity in 0..<instance.activityCount {
      for (index, start) in expansion.allowed[activity].enumerated() {
        values[activity * starts + start] =
          Double(separate.values[expansion.first[activity] + index]) / separate.scale
      }
    }
    let table = relaxation.table
    let (allIdle, rates) = table.charges(volume.prices, activityCount: instance.activityCount)
    return LossTable(
      instance, limit: volume.limit, values: values,
      payments: relaxation.payments.map { Double($0) / separate.scale }, rates: rates, allIdle: allIdle,
      moneyPrices: instance.budget.limits.indices.map {
        volume.prices[table.budgetRow + $0] / table.budgetScale
      })
  }

  /// The node of the relaxation of each start: the time-expanded graph.
  var expansion: TimeExpansion { relaxation.expansion }

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
  /// A unit of people is a hundredth. The worth of capacity is that of having a little more of it in proportion; where a limit is about several resources at once, each has
  /// the part of it that its load has.
  ///
  /// - Parameter rule: when it has ended the work, how much more any number of people could bring is not looked into.
  mutating func prices(until rule: StoppingRule) -> ScarcityPrices {
    let limits = rule.endsEarly() ? [] : limitsWithoutEach()
    let table = relaxation.table
    var resources = [[Double]](
      repeating: [Double](repeating: 0, count: instance.periodCount), count: instance.resources.count)
    for (index, family) in table.capacity.families.enumerated() where family.capacity > 0 {
      for period in 0..<instance.periodCount {
        let price = volume.prices[table.row(family: index, period: period)] * PriceTable.shareScale
        resources[family.resource][period] += price / Double(family.capacity)
      }
    }
    for (index, cut) in table.cuts.enumerated() {
      let price = volume.prices[table.cutRow + index] * PriceTable.shareScale
      let loads = separation.loads(of: cut)
      let sum = loads.reduce(0, +)
      guard price > 0, sum > 0 else { continue }
      for (resource, load) in loads.enumerated() where load > 0 {
        let capacity = instance.resources.capacity[resource * instance.periodCount + cut.period]
        resources[resource][cut.period] += price * load / sum / Double(capacity)
      }
    }
    let budget = instance.budget.limits.indices.map {
      volume.prices[table.budgetRow + $0] / table.budgetScale
    }
    return ScarcityPrices(resources: resources, segments: budget, limitsWithoutEach: limits)
  }

  /// No plan is worth more than this, in cents, however much there is of a resource; for each resource.
  ///
  /// What the limits of the resource were charged for is free then; the other prices stay as they are.
  private mutating func limitsWithoutEach() -> [Double] {
    let table = relaxation.table
    return (0..<instance.resources.count).map { resource in
      var prices = volume.prices
      for (index, family) in table.capacity.families.enumerated() where family.resource == resource {
        for period in 0..<instance.periodCount { prices[table.row(family: index, period: period)] = 0 }
      }
      for (index, cut) in table.cuts.enumerated() where separation.loads(of: cut)[resource] > 0 {
        prices[table.cutRow + index] = 0
      }
      // The least limit may be one of other prices, at which the resource was not free.
      return prices == volume.prices ? volume.limit : relaxation.evaluate(prices).limit
    }
  }
}

/// What scarce means are worth by the prices of a bound.
struct ScarcityPrices: Sendable {
  /// For each resource and period, what one unit more would be worth, in cents; a unit of people is a hundredth.
  let resources: [[Double]]
  /// For each segment of the budget, what one cent more in its limit would be worth, in cents.
  let segments: [Double]
  /// For each resource, what no plan is worth more than in cents however much there is of it; empty where that was not looked into.
  let limitsWithoutEach: [Double]

  /// What one cent more in a window of the budget would be worth; with carry-over it counts in all later limits too.
  func window(_ index: Int, carriesOver: Bool) -> Double {
    carriesOver ? segments[index...].reduce(0, +) : segments[index]
  }
}
