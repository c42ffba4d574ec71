internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// Makes the plan anew at the end of every quarter, from what is known then.
struct Replanner: Sendable {
  /// The schedules that the planner builds each time.
  static let schedules = 40

  /// The first period of each calendar quarter but the first.
  let weeks: [Int]
  private let replanning: Replanning

  init(_ model: ExecutionModel, seed: UInt64) {
    let calendar = model.roadmap.calendar
    weeks = Budget(every: .quarter, amount: .zero, carriesOver: false, in: calendar).windows.dropFirst()
      .map { calendar.firstPeriod(onOrAfter: $0.from).index }.filter { $0 < model.periodCount }
    replanning = Replanning(model.instance, schedules: Self.schedules, seed: seed)
  }

  /// Plans again what has not started; the plan stays as it is when no other keeps all rules.
  func replan(_ execution: inout Execution) {
    guard let starts = replanning.starts(from: execution.state) else { return }
    execution.adopt(starts)
  }
}

extension Execution {
  /// How things stand, as far as it is known: work that goes on is expected to take what was planned, or another week.
  var state: Replanning.State {
    let instance = model.instance
    var started = [Int](repeating: -1, count: model.count)
    var live = started
    var capacity = instance.resources.capacity
    for activity in model.order where start[activity] < now {
      started[activity] = start[activity]
      var end = workEnd[activity]
      if end > now { end = max(start[activity] + instance.duration[activity], now + 1) }
      for need in model.needRanges[activity] {
        let row = model.needResources[need] * model.periodCount
        for cell in row + now..<row + max(now, min(end, model.periodCount)) {
          capacity[cell] = max(0, capacity[cell] - model.needUnits[need])
        }
      }
      while end <= model.periodCount, instance.isFrozen[end] { end += 1 }
      live[activity] = end
    }
    return Replanning.State(
      now: now, started: started, expectedLive: live,
      planned: currentStart.indices.map { isActive[$0] && !isDropped[$0] ? currentStart[$0] : -1 },
      isOpen: (0..<model.count).map { !isDropped[$0] && !waitsForDecision($0) },
      isTriggered: (0..<model.count).map { hasTrigger($0) }, capacity: capacity, limits: money.remaining)
  }

  /// Whether an activity belongs to a branch of a decision that has not fallen, and was not in the plan.
  private func waitsForDecision(_ activity: Int) -> Bool {
    guard !model.isPlanned(activity) else { return false }
    return model.decisions.indices.contains {
      decidedAt[$0] == Self.never && model.decisions[$0].members.contains(activity)
    }
  }

  /// Follows new starts from now on.
  mutating func adopt(_ starts: [Int]) {
    let waiting = model.order.filter { start[$0] == Self.never && !isDropped[$0] }
    for activity in waiting where !waitsForDecision(activity) {
      let wasActive = isActive[activity]
      isActive[activity] = starts[activity] >= 0
      currentStart[activity] = starts[activity]
      let isPutOff = model.hold[activity] > 0 || !wasActive
      hold[activity] = isPutOff ? max(0, starts[activity]) : 0
    }
    let order = model.order.sorted { (urgency(of: $0), $0) < (urgency(of: $1), $1) }
    for (place, activity) in order.enumerated() { rank[activity] = place }
    eligibleCount = 0
    readyIn.removeAll()
    for activity in waiting where isActive[activity] && open[activity] == 0 {
      ready[activity] = metAt[activity]
      let due = max(now, metAt[activity], model.release[activity], hold[activity])
      if due < model.periodCount { readyIn.push(activity, in: due) }
    }
  }

  private func urgency(of activity: Int) -> Int {
    currentStart[activity] < 0 ? Self.never : currentStart[activity]
  }
}
