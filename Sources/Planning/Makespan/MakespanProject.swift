internal import BusinessModel

/// The part of an instance that has to be done before its target is reached, as a project whose makespan is the time of the target.
///
/// It takes what the target needs without a choice, with prerequisites, releases and people. Everything else is left out: optional work, choices, money,
/// freezes, triggers and deadlines. So no plan reaches the target before the shortest makespan; and where there is nothing else, they are the same.
struct MakespanProject {
  /// The project; its last activity is the target.
  let problem: MakespanProblem
  /// The activity of the instance that each activity of the project is.
  let activities: [Int]
  /// Whether nothing is left out and nothing is worth anything, so that the makespan is all that tells plans apart.
  let isWhole: Bool

  /// The project of an instance; nil when its sizes do not fit, or it contradicts itself.
  init?(_ instance: Instance) {
    var isNeeded = [Bool](repeating: false, count: instance.activityCount)
    var stack = [instance.targetMilestone]
    while let activity = stack.popLast() {
      guard !isNeeded[activity] else { continue }
      isNeeded[activity] = true
      stack += instance.requirements[instance.requirementRanges[activity]].compactMap(\.onlyActivity)
    }
    let activities =
      isNeeded.indices.filter { isNeeded[$0] && $0 != instance.targetMilestone } + [instance.targetMilestone]
    var place = [Int](repeating: -1, count: instance.activityCount)
    for (index, activity) in activities.enumerated() { place[activity] = index }
    let needed = instance.requirements.filter { isNeeded[$0.activity] }
    // With a lag below zero, work may go on after the target.
    guard needed.allSatisfy({ $0.lag >= 0 }) else { return nil }
    let precedences = needed.compactMap { requirement in
      requirement.onlyActivity.map {
        MakespanProblem.Precedence(from: place[$0], to: place[requirement.activity], lag: requirement.lag)
      }
    }
    let problem = MakespanProblem(
      durations: activities.map { instance.duration[$0] }, releases: activities.map { instance.earliest[$0] },
      precedences: precedences,
      needs: activities.map { activity in
        instance.resources.needs[activity].map {
          MakespanProblem.Need(resource: $0.resource, units: $0.units)
        }
      }, capacity: instance.resources.capacity, periodCount: instance.periodCount)
    guard let problem, MakespanProof.applies(to: problem) else { return nil }
    self.problem = problem
    self.activities = activities
    isWhole =
      isNeeded.indices.allSatisfy { isNeeded[$0] || instance.isMilestone[$0] }
      && instance.requirements.allSatisfy { $0.onlyActivity != nil } && instance.groups.isEmpty
      && !instance.hasTriggers && instance.settled.isEmpty && !instance.budget.isLimited
      && !instance.isFrozen.contains(true) && !instance.shop.hasEffects
      && instance.additiveValues.allSatisfy { $0 == 0 }
  }

  /// A list that schedules the project no later than some starts do: by these starts, and what is not in the project last.
  ///
  /// Taken in the order of a schedule, no activity finds less room than the schedule gave it.
  func list(of schedule: MakespanSchedule, _ instance: Instance) -> ActivityList {
    var keys = (0..<instance.activityCount).map { (start: Int.max, rank: $0) }
    for (index, activity) in activities.enumerated() {
      keys[activity] = (schedule.starts[index], problem.topologicalRank[index])
    }
    return ActivityList(
      order: keys.indices.sorted {
        (keys[$0].start, keys[$0].rank, $0) < (keys[$1].start, keys[$1].rank, $1)
      },
      isWanted: [Bool](repeating: false, count: instance.activityCount))
  }

  /// What the project leaves out of an instance, in words.
  func relaxed(_ instance: Instance) -> [String] {
    guard !isWhole else { return [] }
    var words: [String] = []
    if instance.budget.isLimited { words.append("budget") }
    if !instance.groups.isEmpty { words.append("alternatives") }
    if instance.requirements.contains(where: { $0.onlyActivity == nil }) {
      words.append("choices among prerequisites")
    }
    if instance.hasTriggers { words.append("triggers") }
    return words
  }
}
