/// A schedule of everything that a generated roadmap requires: the proof that its deadline can be kept.
///
/// What is required is taken with all it needs, the first members of choices. Then every capability, by rising latest start, starts as early as
/// prerequisites, people, money and freezes allow. Of some such schedules, each with other noise on the latest starts, the one counts that
/// has all goals live first.
struct WitnessSchedule {
  /// The starts; nil for what is not in the schedule.
  private(set) var starts: [Int?]
  /// The period in which all goals are live.
  private(set) var finish = 0

  private let network: RoadmapNetwork
  private let means: RoadmapMeans
  private let isFrozen: [Bool]
  private let periodCount: Int
  private var free: [[Int]]
  private var left: [Int]

  /// The best of some schedules; nil when none fits into the calendar.
  ///
  /// - Complexity: O(tries x capabilities x (capabilities + periods x quarters)).
  static func best(
    _ network: RoadmapNetwork, _ means: RoadmapMeans, frozen: [Int], family: RoadmapFamily
  ) -> WitnessSchedule? {
    var stream = GeneratorStream(seed: family.seed, purpose: 6)
    let empty = WitnessSchedule(network, means, frozen: frozen, periodCount: family.periodCount)
    let isChosen = empty.selection()
    let tails = empty.tails(isChosen)
    var best: WitnessSchedule?
    for number in 0..<(family.size <= 120 ? 24 : 4) {
      let noise = number == 0 ? 0 : 12.0
      let priorities = tails.map { -Double($0) + stream.number(0...1) * noise }
      var candidate = empty
      guard candidate.build(isChosen, priorities) else { continue }
      if best.map({ candidate.finish < $0.finish }) ?? true { best = candidate }
    }
    return best
  }

  private init(_ network: RoadmapNetwork, _ means: RoadmapMeans, frozen: [Int], periodCount: Int) {
    self.network = network
    self.means = means
    self.periodCount = periodCount
    var isFrozen = [Bool](repeating: false, count: periodCount + 1)
    for period in frozen { isFrozen[period] = true }
    self.isFrozen = isFrozen
    starts = [Int?](repeating: nil, count: network.durations.count)
    free = means.capacity
    left = means.limits
  }

  /// Builds the schedule that takes what is ready by rising priority; false when something fits nowhere.
  private mutating func build(_ isChosen: [Bool], _ priorities: [Double]) -> Bool {
    var open = isChosen.indices.filter { isChosen[$0] }.sorted { (priorities[$0], $0) < (priorities[$1], $1) }
    while !open.isEmpty {
      // Nothing waits for itself, so something is always ready.
      guard let position = open.firstIndex(where: { isReady($0, isChosen) }),
        let start = earliestStart(open[position])
      else { return false }
      settle(open.remove(at: position), at: start)
    }
    finish = network.goals.compactMap(live).max() ?? 0
    return true
  }

  private func isReady(_ capability: Int, _ isChosen: [Bool]) -> Bool {
    network.requirements[capability].allSatisfy { requirement in
      requirement.slots.allSatisfy { slot in slot.allSatisfy { !isChosen[$0] || starts[$0] != nil } }
    }
  }

  /// The longest chain of work from the start of each chosen capability on.
  private func tails(_ isChosen: [Bool]) -> [Int] {
    var tails = network.durations
    for capability in isChosen.indices.reversed() where isChosen[capability] {
      for requirement in network.requirements[capability] {
        for member in requirement.slots.flatMap(\.self) where isChosen[member] {
          tails[member] = max(tails[member], network.durations[member] + requirement.lag + tails[capability])
        }
      }
    }
    return tails
  }

  /// What is required, one member of every group that must be decided, and all that these need.
  private func selection() -> [Bool] {
    var isChosen = network.isRequired
    for group in network.groups where group.needsOne { isChosen[group.members[0]] = true }
    // Only earlier capabilities are needed, so that one pass from the last to the first settles everything. Of a group the member is taken
    // that is chosen already, or the first one; a group lies in one layer, so that no later pass of its layer adds another member.
    for capability in isChosen.indices.reversed() where isChosen[capability] {
      for requirement in network.requirements[capability] {
        let isFilled = requirement.slots.map { slot in slot.contains { isChosen[$0] } }
        var missing = requirement.atLeast - isFilled.count(where: \.self)
        for (slot, filled) in zip(requirement.slots, isFilled) where !filled && missing > 0 {
          isChosen[slot[0]] = true
          missing -= 1
        }
      }
    }
    return isChosen
  }

  private func live(_ capability: Int) -> Int? {
    starts[capability].map { $0 + network.durations[capability] }
  }

  private func earliestStart(_ capability: Int) -> Int? {
    var start = 0
    for requirement in network.requirements[capability] {
      let met = requirement.slots.compactMap { $0.compactMap(live).min() }.sorted()
      guard met.count >= requirement.atLeast else { return nil }
      start = max(start, met[requirement.atLeast - 1] + requirement.lag)
    }
    while start + network.durations[capability] <= periodCount {
      if allows(capability, at: start) { return start }
      start += 1
    }
    return nil
  }

  private func allows(_ capability: Int, at start: Int) -> Bool {
    let end = start + network.durations[capability]
    if isFrozen[end] { return false }
    for (team, units) in means.needs[capability].enumerated() where units > 0 {
      if free[team][start..<end].contains(where: { $0 < units }) { return false }
    }
    return spent(capability, at: start).enumerated().allSatisfy { $1 <= left[$0] }
  }

  /// What a capability has cost by the end of each quarter.
  private func spent(_ capability: Int, at start: Int) -> [Int] {
    means.quarters.map { quarter in
      means.costs[capability].prefix(max(0, quarter.upperBound - start)).reduce(0, +)
    }
  }

  private mutating func settle(_ capability: Int, at start: Int) {
    starts[capability] = start
    for (team, units) in means.needs[capability].enumerated() {
      for week in start..<start + network.durations[capability] { free[team][week] -= units }
    }
    for (quarter, cost) in spent(capability, at: start).enumerated() { left[quarter] -= cost }
  }
}
