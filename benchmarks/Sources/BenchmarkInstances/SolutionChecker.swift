public import Planning
internal import RoadmapModel

/// Checks a solution against every rule of `docs/compiled-problem.md` and finds its value.
///
/// It reads the problem and nothing else, and shares no code with any solver. Sums are compared with a tolerance of half a hundredth of a person and
/// half a cent, which is less than the smallest violation that amounts in hundredths and cents can have.
public struct SolutionChecker {
  /// What a check finds.
  public struct Verdict: Sendable {
    /// The rules that are broken, one line each; empty when all are kept.
    public let violations: [String]
    /// The value in the unit of the objective: currency units, or periods for the objective `time`.
    public let value: Double
  }

  let problem: CompiledProblem
  private let indexOfID: [String: Int]
  private var starts: [Int?] = []
  private var violations: [String] = []

  static let tolerance = 0.005

  /// A checker for solutions of a problem.
  public init(_ problem: CompiledProblem) {
    self.problem = problem
    indexOfID = Dictionary(
      problem.activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Checks a solution.
  ///
  /// - Parameters:
  ///   - solution: the starts of what is planned; milestones that are missing are put where their requirements are met.
  ///   - claimedValue: what the solver says the value is.
  /// - Complexity: O(size of the requirements x the longest chain within one period + activities x duration).
  public func check(_ solution: [String: Int], claimedValue: Double? = nil) -> Verdict {
    var checker = self
    return checker.verdict(solution, claimedValue)
  }

  private mutating func verdict(_ solution: [String: Int], _ claimedValue: Double?) -> Verdict {
    starts = problem.activities.map { solution[$0.id] }
    for id in solution.keys.sorted() where indexOfID[id] == nil { report("there is no activity \(id)") }
    if indexOfID.count < problem.activities.count { report("the problem has two activities with one id") }
    addMilestones()
    checkWindows()
    checkRequirements()
    checkGroups()
    checkTeams()
    checkBudget()
    let value = violations.isEmpty ? self.value() : 0
    if violations.isEmpty, let claimedValue {
      // A solver may round each activity's value to whole cents.
      let allowed = 0.01 + 0.005 * Double(starts.count) + 1e-9 * value.magnitude
      if !((claimedValue - value).magnitude <= allowed) {
        report("the value is \(value), not \(claimedValue)")
      }
    }
    return Verdict(violations: violations, value: value)
  }

  private mutating func report(_ violation: String) {
    violations.append(violation)
  }

  /// The period from which an activity is live; nil when it is not planned.
  private func live(_ index: Int) -> Int? {
    starts[index].map { $0 + problem.activities[index].duration }
  }

  /// The first period in which a requirement is met; nil when that never is.
  private func period(meeting requirement: CompiledProblem.Requirement) -> Int? {
    let filled = requirement.slots.compactMap { slot in
      slot.compactMap { indexOfID[$0].flatMap(live) }.min()
    }.sorted()
    guard requirement.atLeast > 0 else { return 0 }
    return filled.count >= requirement.atLeast ? filled[requirement.atLeast - 1] + requirement.lag : nil
  }

  private mutating func addMilestones() {
    for (index, activity) in problem.activities.enumerated()
    where activity.isMilestone && starts[index] == nil {
      let met = activity.requirements.map { period(meeting: $0) }
      guard !met.contains(nil) else { continue }
      starts[index] = max(activity.earliestStart, met.compactMap(\.self).max() ?? 0)
    }
  }

  private mutating func checkWindows() {
    let frozen = Set(problem.frozenPeriods)
    for (index, activity) in problem.activities.enumerated() {
      guard let start = starts[index] else {
        if activity.isRequired { report("\(activity.id) is required and not planned") }
        continue
      }
      let last = activity.isMilestone ? problem.periodCount : problem.periodCount - 1
      if start < 0 || start > last || start + activity.duration > problem.periodCount {
        report("\(activity.id) starts in \(start), outside the calendar")
      }
      if let fixed = activity.fixedStart, fixed != start {
        report("\(activity.id) starts in \(start), not in \(fixed)")
      }
      if start < activity.earliestStart || start > activity.latestStart {
        report(
          "\(activity.id) starts in \(start), not in \(activity.earliestStart)...\(activity.latestStart)")
      }
      if !activity.isMilestone, frozen.contains(start + activity.duration) {
        report("\(activity.id) goes live in the freeze of period \(start + activity.duration)")
      }
      if !activity.trigger.isEmpty { report("\(activity.id) has a trigger, which is not checked here") }
    }
  }

  /// Requirements are met by activities that are themselves supported; what is left over waits for itself in a circle.
  private mutating func checkRequirements() {
    for (index, activity) in problem.activities.enumerated() {
      guard let start = starts[index] else { continue }
      for requirement in activity.requirements {
        guard let met = period(meeting: requirement) else {
          report("\(activity.id) starts without \(requirement.slots.map { $0.joined(separator: "|") })")
          continue
        }
        if met > start { report("\(activity.id) starts in \(start), and what it needs is there in \(met)") }
      }
    }
    guard violations.isEmpty else { return }
    var isSupported = starts.map { _ in false }
    var open = starts.indices.filter { starts[$0] != nil }.sorted {
      (starts[$0] ?? 0, $0) < (starts[$1] ?? 0, $1)
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      var stillOpen: [Int] = []
      for index in open {
        if problem.activities[index].requirements.allSatisfy({
          isMet($0, by: isSupported, at: starts[index] ?? 0)
        }) {
          isSupported[index] = true
          hasChanged = true
        } else {
          stillOpen.append(index)
        }
      }
      open = stillOpen
    }
    for index in open { report("\(problem.activities[index].id) waits for itself") }
  }

  private func isMet(_ requirement: CompiledProblem.Requirement, by isSupported: [Bool], at start: Int)
    -> Bool
  {
    let filled = requirement.slots.count { slot in
      slot.contains { id in
        guard let index = indexOfID[id], isSupported[index], let live = live(index) else { return false }
        return live <= start - requirement.lag
      }
    }
    return filled >= requirement.atLeast
  }

  private mutating func checkGroups() {
    for group in problem.exclusiveGroups {
      let planned = group.members.filter { indexOfID[$0].flatMap { starts[$0] } != nil }
      if planned.count > 1 { report("\(planned) exclude each other (\(group.id))") }
      if planned.isEmpty, group.needsOne { report("no member of \(group.id) is planned") }
    }
  }

  private mutating func checkTeams() {
    var inWork = [Int](repeating: 0, count: problem.periodCount)
    var used: [TeamID: [Double]] = [:]
    for team in problem.teams { used[team.id] = [Double](repeating: 0, count: problem.periodCount) }
    for (index, activity) in problem.activities.enumerated() {
      guard let start = starts[index], activity.duration > 0, start >= 0 else { continue }
      for period in start..<min(start + activity.duration, problem.periodCount) {
        inWork[period] += 1
        for need in activity.needs { used[need.team]?[period] += need.people }
      }
      for need in activity.needs where used[need.team] == nil { report("there is no team \(need.team)") }
    }
    for team in problem.teams {
      for (period, people) in (used[team.id] ?? []).enumerated()
      where people > team.capacity[period] + Self.tolerance {
        report("\(team.id) has \(team.capacity[period]) people in period \(period), and \(people) are needed")
      }
    }
    guard let limit = problem.workInProgress else { return }
    for (period, count) in inWork.enumerated() where count > limit {
      report("\(count) activities are in work in period \(period), and \(limit) may be")
    }
  }

  private mutating func checkBudget() {
    guard let budget = problem.budget else { return }
    var spent = [Double](repeating: 0, count: problem.periodCount)
    for (index, activity) in problem.activities.enumerated() {
      guard let start = starts[index], start >= 0 else { continue }
      for (week, cost) in activity.costs.enumerated() where start + week < spent.count {
        spent[start + week] += cost
      }
    }
    for period in budget.closedPeriods where spent[period] > Self.tolerance {
      report("\(spent[period]) is spent in the closed period \(period)")
    }
    for segment in budget.segments {
      guard let last = segment.periods.max() else { continue }
      let sum = (budget.carriesOver ? Array(0...last) : segment.periods).reduce(0) { $0 + spent[$1] }
      if sum > segment.limit + Self.tolerance {
        report("\(sum) is spent up to period \(last), and \(segment.limit) may be")
      }
    }
  }

  /// The value of a solution that keeps all rules.
  private func value() -> Double {
    switch problem.objective {
    case .time:
      return indexOfID[problem.targetMilestone].flatMap { starts[$0] }.map(Double.init) ?? 0
    case .cost:
      return problem.activities.indices.reduce(0) {
        starts[$1] == nil ? $0 : $0 + problem.activities[$1].firstYearCost
      }
    case .value:
      var value = 0.0
      var lives: [String: Int] = [:]
      for (index, activity) in problem.activities.enumerated() {
        guard let start = starts[index], let live = live(index) else { continue }
        if !activity.isMilestone { value += activity.additiveValueByStart[start] }
        lives[activity.id] = live
      }
      guard let shop = problem.shop else { return value }
      return value + problem.impactWeight * ShopReplay(shop).gain(lives, problem.discountFactors)
    }
  }
}
