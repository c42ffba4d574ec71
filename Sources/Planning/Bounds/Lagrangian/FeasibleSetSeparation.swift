/// Looks for limits of what can be in work together that the average of a relaxation's schedules breaks.
///
/// In a period, activities are in work to some degrees. If these are a mixture of sets that can be in work together, no such limit is broken; if not, the multipliers of the
/// linear program that covers the degrees by as few sets as possible give the limit that is broken most (column generation over the sets, as in Gilmore and Gomory, "A linear
/// programming approach to the cutting-stock problem", Operations Research 9(6), 1961). Multipliers are made whole numbers, so that the limit holds exactly,
/// and then lifted one by one to activities that count nothing yet (Padberg, "On the facial structure of set packing polyhedra", Mathematical Programming 5, 1973).
struct FeasibleSetSeparation: Sendable {
  /// The settings.
  private enum Setting {
    /// A limit is broken when the sum is so much above what is allowed, beyond what plain limits of capacity are broken by.
    static let leastExcess = 0.04
    /// Degrees below this count as none, and only so many of the largest are looked at.
    static let leastDegree = 0.02
    static let mostActivities = 20
    /// Columns of a linear program.
    static let mostColumns = 120
    /// Multipliers are counted in parts of one that most small fractions are whole numbers of.
    static let parts = 2520.0
  }

  private let concurrency: Concurrency
  private let capacities: [[Int64]]
  /// The first period with the same capacities as each period.
  private let kinds: [Int]
  /// What was found so far, by kind of period, each without its period.
  private var known: [Int: [FeasibleSetCut]] = [:]

  /// A search in an instance.
  init(_ instance: Instance) {
    concurrency = Concurrency(instance)
    let resources = instance.resources
    let capacities = (0..<instance.periodCount).map { period in
      (0..<resources.count).map { resources.capacity[$0 * instance.periodCount + period] }
    }
    self.capacities = capacities
    var first: [[Int64]: Int] = [:]
    kinds = capacities.indices.map { period in
      if let kind = first[capacities[period]] { return kind }
      first[capacities[period]] = period
      return period
    }
  }

  /// The limit of each period that is broken most.
  ///
  /// - Parameter degrees: for each period, to which degree each activity is in work in it.
  mutating func broken(by degrees: [[Double]]) -> [FeasibleSetCut] {
    degrees.indices.compactMap { broken(by: degrees[$0], in: $0) }
  }

  /// What the activities of a limit need of each resource by their shares, as a part of what there is; nothing of a resource that there is none of.
  func loads(of cut: FeasibleSetCut) -> [Double] {
    capacities[cut.period].enumerated().map { resource, capacity in
      guard capacity > 0 else { return 0 }
      return cut.shares.reduce(0) { $0 + $1.share * Double(concurrency.need($1.activity, of: resource)) }
        / Double(capacity)
    }
  }

  private mutating func broken(by degrees: [Double], in period: Int) -> FeasibleSetCut? {
    let active = degrees.indices.filter { degrees[$0] > Setting.leastDegree }
    guard active.count > 1 else { return nil }
    let capacity = capacities[period]
    let load = capacity.indices.map { resource in
      let need = active.reduce(0) { $0 + degrees[$1] * Double(concurrency.need($1, of: resource)) }
      return capacity[resource] > 0 ? need / Double(capacity[resource]) : 1
    }
    let least = max(1, load.max() ?? 1) + Setting.leastExcess
    let kind = kinds[period]
    let best = known[kind, default: []].max { $0.sum(of: degrees) < $1.sum(of: degrees) }
    if let best, best.sum(of: degrees) > least { return best.moved(to: period) }
    guard let cut = cut(active, degrees, capacity, period, least: least), cut.sum(of: degrees) > least else {
      return nil
    }
    known[kind, default: []].append(cut)
    return cut
  }

  /// The limit that is broken most; nil when none is broken by enough.
  private func cut(
    _ active: [Int], _ degrees: [Double], _ capacity: [Int64], _ period: Int, least: Double
  ) -> FeasibleSetCut? {
    let activities = active.sorted { (degrees[$1], $0) < (degrees[$0], $1) }.prefix(Setting.mostActivities)
      .sorted()
    guard
      let multipliers = multipliers(
        activities, activities.map { degrees[$0] }, capacity, least: least)
    else { return nil }
    var counts = [Int: Double]()
    for (activity, multiplier) in zip(activities, multipliers) {
      let count = (multiplier * Setting.parts + 1e-6).rounded(.down)
      if count > 0 { counts[activity] = count }
    }
    var support = counts.keys.sorted()
    guard
      let limit = concurrency.heaviest(
        among: support, weights: support.map { counts[$0] ?? 0 }, capacity: capacity)?.weight, limit > 0
    else { return nil }
    // Who needs most is lifted first, since there is most to gain.
    let others = degrees.indices.filter { counts[$0] == nil }
      .map { activity in
        (activity, capacity.indices.reduce(0) { $0 + concurrency.need(activity, of: $1) })
      }
      .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    for (activity, _) in others where support.count < Concurrency.mostActivities {
      guard let left = concurrency.left(of: capacity, beside: activity) else {
        counts[activity] = limit
        support.append(activity)
        continue
      }
      let beside = support.filter { !concurrency.excludes($0, activity) }
      guard
        let heaviest = concurrency.heaviest(
          among: beside, weights: beside.map { counts[$0] ?? 0 }, capacity: left)?.weight
      else { return nil }
      guard heaviest < limit else { continue }
      counts[activity] = limit - heaviest
      support.append(activity)
    }
    return FeasibleSetCut(
      shares: support.sorted().map { FeasibleSetCut.Share(activity: $0, share: (counts[$0] ?? 0) / limit) },
      period: period)
  }

  /// Multipliers of activities with which sets that can be in work together add up to at most one, and the degrees to as much as possible; nil when that is too little.
  private func multipliers(
    _ activities: [Int], _ degrees: [Double], _ capacity: [Int64], least: Double
  ) -> [Double]? {
    func column(_ places: [Int], use: Double, worth: Double) -> SimplexBasis<Void>.Column {
      var uses = [Double](repeating: 0, count: activities.count)
      for place in places { uses[place] = use }
      return .init(worth: worth, uses: uses, label: ())
    }
    var basis = SimplexBasis(
      activities.indices.map { column([$0], use: 1, worth: -1) }, limits: degrees)
    for _ in 0..<Setting.mostColumns {
      // The fewest sets so far: no limit is broken by more.
      let sets = zip(basis.columns, basis.amounts).reduce(0) { $0 - $1.0.worth * $1.1 }
      guard sets > least else { return nil }
      let multipliers = basis.multipliers().map { -$0 }
      if let place = multipliers.firstIndex(where: { $0 < -1e-9 }) {
        guard basis.enter(column([place], use: -1, worth: 0)) else { return nil }
        continue
      }
      guard let heaviest = concurrency.heaviest(among: activities, weights: multipliers, capacity: capacity)
      else { return nil }
      if heaviest.weight <= 1 + 1e-6 { return multipliers.map { max(0, $0) } }
      guard basis.enter(column(heaviest.places, use: 1, worth: -1)) else { return nil }
    }
    return nil
  }
}
