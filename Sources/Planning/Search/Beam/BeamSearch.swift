internal import BusinessModel
internal import RandomStreams

/// Schedules built from the first period to the last, of which only the best so many are kept in each.
///
/// A period can be closed with nothing new in work, or with any activities that are ready and have room. What is best is not what a schedule is worth so far but what it has lost so far
/// against a limit of all (``LossTable``): what is late, idle or unpaid. Schedules that have started the same and are busy with the same until the same periods
/// have the same future, so that only the one that has lost least is kept. What work without duration makes ready can start in the next period only.
///
/// Source: beam search goes back to Lowerre, "The HARPY speech recognition system", 1976; guided by limits and by idleness as in Libralesso, Focke, Secardin and Jost, "Iterative
/// beam search algorithms for the permutation flowshop", European Journal of Operational Research 301(1), 2022.
struct BeamSearch {
  /// A schedule of the last period.
  struct Found: Sendable {
    /// The start of each activity; -1 for what is not in it, even if it is required.
    let starts: [Int]
    /// What it loses against the limit, in cents: idleness by its weight, and something for each required activity that is missing.
    let loss: Double
  }

  /// A schedule up to some period.
  private struct State {
    var starts: [Int]
    var usage: ResourceUsage
    var money: MoneyUsage
    /// What has been lost in the periods before.
    var loss = 0.0
    /// That and what will be lost at least, when the last period was closed.
    var estimate = 0.0
    /// A number for what has been started and what is still in work.
    var key: UInt64 = 0
  }

  /// A state with some more activities started in the present period.
  private struct Node {
    let state: Int
    /// The node that it adds an activity to, and the place of that among the candidates of the state; -1 for none.
    let parent: Int
    let candidate: Int
    /// What is lost once the period is closed.
    let estimate: Double
    let key: UInt64
  }

  /// An activity that a state can start in the present period.
  private struct Candidate {
    let activity: Int
    /// What starting it adds to the loss of closing the period.
    let change: Double
    let key: UInt64
  }

  let instance: Instance
  private let losses: LossTable
  private let width: Int
  private let idleWeight: Double
  private let horizon: Int
  /// The activities, each after all that it may wait for; and the milestones among them.
  private let order: [Int]
  private let milestones: [Int]
  /// Memory for the earliest possible start of each activity.
  private var low: [Int]
  /// The requirements whose payment is missed in each period when only what is needed has been done.
  private let paying: [[Int]]
  /// What a required activity costs that has become impossible.
  private let missingLoss: Double
  /// Random numbers for an activity that has been started, and for one that is in work up to a period.
  private let startedKeys: [UInt64]
  private let busyKeys: [UInt64]
  private var watch: TriggerWatch

  /// A search over an instance.
  ///
  /// - Parameters:
  ///   - width: how many schedules are kept in each period.
  ///   - idleWeight: what idle people and money count of their price: less favours what is worth much, more favours density.
  init(_ instance: Instance, _ losses: LossTable, width: Int, idleWeight: Double) {
    self.instance = instance
    self.losses = losses
    self.width = width
    self.idleWeight = idleWeight
    horizon = instance.periodCount
    let rank = LinkTable(instance).rank
    order = (0..<instance.activityCount).sorted { rank[$0] < rank[$1] }
    milestones = order.filter { instance.isMilestone[$0] }
    low = rank
    paying = (0...instance.periodCount).map { period in
      instance.requirements.indices.filter { losses.payment(of: $0, at: period) > 0 }
    }
    missingLoss = Self.missingShare * losses.limit.magnitude
    var stream = RandomStream(StreamKey(seed: 1, purpose: "beam"))
    startedKeys = (0..<instance.activityCount).map { _ in stream.next() }
    busyKeys = (0..<instance.activityCount * (horizon + 1)).map { _ in stream.next() }
    watch = instance.makeTriggerWatch()
  }

  /// What a missing activity costs, as a share of the limit: more than idleness that avoids it.
  private static let missingShare = 0.5

  /// The schedules of the last period, the one that loses least first.
  ///
  /// - Returns: none when the rule ended it.
  /// - Complexity: O(width × periods × candidates × (activities + prerequisites)), where candidates are what is ready and has room.
  mutating func run(until rule: StoppingRule) -> [Found] {
    var beam = [first]
    for period in 0..<horizon {
      if rule.endsEarly() { return [] }
      for index in beam.indices { open(&beam[index], period) }
      beam = close(&beam, period)
    }
    // Milestones may be reached at the very end.
    for index in beam.indices {
      open(&beam[index], horizon)
      beam[index].loss += closingLoss(of: beam[index].starts, horizon)
      beam[index].estimate = beam[index].loss + waitingLoss(of: beam[index].starts, from: horizon + 1)
    }
    return beam.map { Found(starts: $0.starts, loss: $0.estimate) }.sorted { $0.loss < $1.loss }
  }

  /// Nothing has been started, but what is settled has its people and its money.
  private var first: State {
    var usage = ResourceUsage(instance)
    var money = MoneyUsage(instance)
    for activity in instance.settled {
      guard let start = instance.fixedStart[activity], start < horizon else { continue }
      usage.add(activity, at: start)
      money.add(activity, at: start)
    }
    return State(
      starts: [Int](repeating: -1, count: instance.activityCount), usage: usage, money: money)
  }

  // MARK: Periods

  /// Takes note of what is done, reaches milestones and begins what is settled.
  private func open(_ state: inout State, _ period: Int) {
    for activity in state.starts.indices where state.starts[activity] >= 0 {
      let end = state.starts[activity] + instance.duration[activity]
      if end == period, keepsBusy(activity) { state.key ^= busyKey(activity, end) }
    }
    for milestone in milestones where isPossible(milestone, at: period, state.starts) {
      start(milestone, at: period, &state)
    }
    for activity in instance.settled
    where instance.fixedStart[activity] == period && state.starts[activity] < 0 {
      start(activity, at: period, &state)
    }
  }

  /// The best schedules once the period is closed.
  private mutating func close(_ beam: inout [State], _ period: Int) -> [State] {
    var nodes: [Node] = []
    var candidates: [[Candidate]] = []
    for index in beam.indices {
      let waiting = waitingLoss(of: beam[index].starts, from: period + 1)
      let estimate = beam[index].loss + closingLoss(of: beam[index].starts, period) + waiting
      nodes.append(Node(state: index, parent: -1, candidate: -1, estimate: estimate, key: beam[index].key))
      candidates.append(self.candidates(of: beam[index], period, waiting: waiting))
    }
    var level = 0..<nodes.count
    while !level.isEmpty {
      var children: [Node] = []
      for parent in level { extend(parent, nodes, candidates, &beam, period, into: &children) }
      children.sort { ($0.estimate, $0.parent, $0.candidate) < ($1.estimate, $1.parent, $1.candidate) }
      level = nodes.count..<nodes.count + min(width, children.count)
      nodes += children.prefix(width)
    }
    var seen: Set<UInt64> = []
    var kept: [State] = []
    for node in nodes.sorted(by: { ($0.estimate, $0.state, $0.key) < ($1.estimate, $1.state, $1.key) }) {
      guard kept.count < width else { break }
      guard seen.insert(node.key).inserted else { continue }
      var state = beam[node.state]
      for candidate in chain(of: node, nodes, candidates) { start(candidate.activity, at: period, &state) }
      state.loss += closingLoss(of: state.starts, period)
      state.estimate = node.estimate
      kept.append(state)
    }
    return kept
  }

  /// The activities that a node starts, the latest first.
  private func chain(of node: Node, _ nodes: [Node], _ candidates: [[Candidate]]) -> [Candidate] {
    var chain: [Candidate] = []
    var node = node
    while node.candidate >= 0 {
      chain.append(candidates[node.state][node.candidate])
      node = nodes[node.parent]
    }
    return chain
  }

  /// Adds the nodes that start one activity more than a node, in the order of the candidates.
  private func extend(
    _ parent: Int, _ nodes: [Node], _ candidates: [[Candidate]], _ beam: inout [State], _ period: Int,
    into children: inout [Node]
  ) {
    let node = nodes[parent]
    let all = candidates[node.state]
    guard node.candidate + 1 < all.count else { return }
    let chain = chain(of: node, nodes, candidates)
    for begun in chain {
      beam[node.state].usage.add(begun.activity, at: period)
      beam[node.state].money.add(begun.activity, at: period)
    }
    for index in node.candidate + 1..<all.count {
      let candidate = all[index]
      let excludes = chain.contains { begun in
        instance.groupsOfActivity[candidate.activity].contains { group in
          instance.groups[group].members.contains(begun.activity)
        }
      }
      guard !excludes,
        chain.isEmpty
          || hasRoom(candidate.activity, at: period, beam[node.state].usage, beam[node.state].money)
      else { continue }
      children.append(
        Node(
          state: node.state, parent: parent, candidate: index, estimate: node.estimate + candidate.change,
          key: node.key ^ candidate.key))
    }
    for begun in chain {
      beam[node.state].usage.remove(begun.activity, at: period)
      beam[node.state].money.remove(begun.activity, at: period)
    }
  }

  private func hasRoom(
    _ activity: Int, at period: Int, _ usage: borrowing ResourceUsage, _ money: borrowing MoneyUsage
  ) -> Bool {
    usage.lastConflict(activity, at: period) == nil && money.allows(activity, at: period)
  }

  private func start(_ activity: Int, at period: Int, _ state: inout State) {
    state.starts[activity] = period
    state.key ^= startedKeys[activity]
    state.loss += losses.lost(activity, startingAt: period)
    // What is settled has had its people and its money from the beginning.
    guard !instance.isMilestone[activity], instance.fixedStart[activity] == nil else { return }
    if keepsBusy(activity) { state.key ^= busyKey(activity, period + instance.duration[activity]) }
    state.usage.add(activity, at: period)
    state.money.add(activity, at: period)
  }

  /// Whether schedules differ by how long an activity is in work.
  private func keepsBusy(_ activity: Int) -> Bool {
    instance.duration[activity] > 0 && instance.fixedStart[activity] == nil
  }

  private func busyKey(_ activity: Int, _ end: Int) -> UInt64 {
    busyKeys[activity * (horizon + 1) + min(horizon, end)]
  }

  // MARK: Losses

  /// What is lost in a period, beside what its starts lose: by idleness, by what is not paid for, and by money left over.
  private func closingLoss(of starts: [Int], _ period: Int) -> Double {
    var idle = period < horizon ? losses.allIdle[period] : 0
    for activity in starts.indices where period < horizon && starts[activity] >= 0 {
      if starts[activity] + instance.duration[activity] > period {
        idle -= losses.busy(activity, in: period)
      }
    }
    for segment in losses.segmentsEnding[period] { idle += losses.leftOver(in: segment, starts) }
    var unpaid = 0.0
    for index in paying[period] where starts[instance.requirements[index].activity] < 0 {
      let needed = instance.onlyActivities[index]
      let distance = instance.duration[needed] + instance.requirements[index].lag
      if starts[needed] >= 0, starts[needed] + distance <= period {
        unpaid += losses.payment(of: index, at: period)
      }
    }
    return unpaid + idleWeight * idle
  }

  /// What is lost at least by what has not started: as nothing starts before what it waits for is done.
  ///
  /// - Parameters:
  ///   - starts: the starts before the period and in it.
  ///   - period: the next period.
  private mutating func waitingLoss(of starts: [Int], from period: Int) -> Double {
    var loss = 0.0
    for activity in order {
      guard starts[activity] < 0 else {
        low[activity] = starts[activity]
        continue
      }
      var earliest = period
      if !instance.isInWork[activity] {
        for index in instance.requirementRanges[activity] {
          let lag = instance.requirements[index].lag
          let needed = instance.onlyActivities[index]
          if needed >= 0 {
            earliest = max(earliest, low[needed] + instance.duration[needed] + lag)
          } else {
            let ends = instance.requirements[index].slots.map { members in
              members.reduce(horizon + 1) { min($0, low[$1] + instance.duration[$1] + lag) }
            }.sorted()
            let count = instance.requirementCounts[index]
            if count > 0, count <= ends.count { earliest = max(earliest, ends[count - 1]) }
          }
        }
      }
      earliest = min(earliest, horizon + 1)
      low[activity] = earliest
      let most = losses.most(of: activity, from: earliest)
      if most > -.infinity {
        loss += losses.most(of: activity, from: 0) - most
      } else {
        loss += missingLoss
        low[activity] = horizon + 1
      }
      for index in instance.requirementRanges[activity] {
        let needed = instance.onlyActivities[index]
        guard needed >= 0, starts[needed] >= 0 else { continue }
        let done = starts[needed] + instance.duration[needed] + instance.requirements[index].lag
        loss += losses.payment(of: index, from: max(done, period), to: earliest)
      }
    }
    return loss
  }

  // MARK: Candidates

  /// What is ready in a period and has room.
  private mutating func candidates(of state: State, _ period: Int, waiting: Double) -> [Candidate] {
    var candidates: [Candidate] = []
    var starts = state.starts
    for activity in 0..<instance.activityCount
    where !instance.isMilestone[activity] && instance.fixedStart[activity] == nil
      && isPossible(activity, at: period, state.starts)
      && hasRoom(activity, at: period, state.usage, state.money)
      && isTriggered(activity, at: period, state.starts)
    {
      var change = -idleWeight * losses.busy(activity, in: period)
      for index in instance.requirementRanges[activity] { change -= losses.payment(of: index, at: period) }
      for segment in losses.segmentsEnding[period] {
        change -= idleWeight * losses.spent(on: activity, startingAt: period, in: segment)
      }
      starts[activity] = period
      change += losses.lost(activity, startingAt: period)
      change += waitingLoss(of: starts, from: period + 1) - waiting
      starts[activity] = -1
      let end = period + instance.duration[activity]
      let key = startedKeys[activity] ^ (keepsBusy(activity) ? busyKey(activity, end) : 0)
      candidates.append(Candidate(activity: activity, change: change, key: key))
    }
    return candidates
  }

  /// Whether an activity may start in a period by its window, its group and what it waits for.
  private func isPossible(_ activity: Int, at period: Int, _ starts: [Int]) -> Bool {
    guard starts[activity] < 0, losses.isAllowed(activity, startingAt: period) else { return false }
    for group in instance.groupsOfActivity[activity]
    where instance.groups[group].members.contains(where: { starts[$0] >= 0 }) { return false }
    return instance.isInWork[activity]
      || instance.requirementRanges[activity].allSatisfy { instance.isMet($0, by: starts, at: period) }
  }

  /// Whether the KPI that an activity waits for has reached its level by a period.
  private mutating func isTriggered(_ activity: Int, at period: Int, _ starts: [Int]) -> Bool {
    guard instance.hasTriggers, !instance.isInWork[activity],
      let number = instance.triggered.firstIndex(of: activity)
    else { return true }
    watch.run(goLive: instance.goLives(of: starts))
    return watch.period(reaching: number).map { $0 <= period } ?? false
  }
}
