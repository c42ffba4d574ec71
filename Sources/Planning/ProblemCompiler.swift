internal import BusinessModel
internal import RoadmapModel

/// Compiles a problem of plain data into an ``Instance``; the way back from ``CompiledProblem/init(_:objective:inputHash:)``.
///
/// Windows and what is required are drawn tighter where that follows from the rest, so a problem may leave them wide. A problem that contradicts
/// itself is refused with all its mistakes at once.
struct ProblemCompiler {
  let problem: CompiledProblem
  private let activityByID: [String: Int]
  private(set) var mistakes: [String] = []

  init(_ problem: CompiledProblem) {
    self.problem = problem
    activityByID = Dictionary(
      problem.activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The instance.
  ///
  /// - Throws: ``ProblemError`` with all mistakes.
  mutating func instance() throws(ProblemError) -> Instance {
    check()
    guard mistakes.isEmpty else { throw ProblemError(mistakes: mistakes) }
    let requirements = requirements()
    var columns = Instance.Columns(
      shop: shop(), impactWeight: problem.impactWeight, periodCount: problem.periodCount,
      resources: resources(), budget: budget())
    let milestones = problem.activities.map(\.isMilestone)
    columns.isFrozen = (0...problem.periodCount).map { _ in false }
    for period in problem.frozenPeriods { columns.isFrozen[period] = true }
    columns.durations = problem.activities.map(\.duration)
    columns.requirements = requirements
    let windows = StartWindows(
      periodCount: problem.periodCount, durations: columns.durations, isMilestone: milestones,
      isFrozen: columns.isFrozen, requirements: requirements,
      requirementRanges: requirements.ranges(activityCount: problem.activities.count))
    let earliest = windows.earliestStarts(
      releases: problem.activities.map { max($0.earliestStart, $0.fixedStart ?? 0) },
      isHopeless: { _ in false })
    columns.groups = problem.exclusiveGroups.map { group in
      Instance.ExclusiveGroup(
        alternative: group.id, members: group.members.compactMap { activityByID[$0] },
        needsOne: group.needsOne)
    }
    columns.isRequired = windows.closure(
      of: problem.activities.indices.filter { problem.activities[$0].isRequired })
    for activity in problem.activities.indices where earliest[activity] == nil && columns.isRequired[activity]
    {
      mistakes.append("'\(problem.activities[activity].id)' is required and can never start")
    }
    guard mistakes.isEmpty else { throw ProblemError(mistakes: mistakes) }
    columns.earliest = earliest.map { $0 ?? problem.periodCount + 1 }
    let own = problem.activities.map { activity in
      activity.isMilestone
        ? min(activity.latestStart, problem.periodCount)
        : min(activity.fixedStart ?? activity.latestStart, problem.periodCount - max(1, activity.duration))
    }
    columns.latest = windows.carryBack(own, isRequired: columns.isRequired)
    var position = 0
    columns.positions = milestones.map { isMilestone in
      guard !isMilestone else { return nil }
      defer { position += 1 }
      return position
    }
    columns.capabilityCount = position
    columns.fixedStarts = problem.activities.map(\.fixedStart)
    columns.isInWork = milestones.map { _ in false }
    columns.triggers = problem.activities.map { activity in
      activity.trigger.isEmpty
        ? nil
        : Trigger(
          activity.trigger.compactMap { condition in
            TriggerCondition.Comparison(rawValue: condition.comparison).map {
              TriggerCondition(condition.kpi, $0, condition.level)
            }
          })
    }
    columns.additiveValues = problem.activities.flatMap { activity in
      activity.isMilestone
        ? [Double](repeating: 0, count: problem.periodCount) : activity.additiveValueByStart
    }
    columns.firstYearCosts = problem.activities.map { Money(units: $0.firstYearCost).cents }
    columns.targetMilestone = activityByID[problem.targetMilestone] ?? 0
    return Instance(columns)
  }

  /// Notes a mistake unless a condition holds.
  mutating func expect(_ holds: Bool, _ mistake: String) {
    if !holds { mistakes.append(mistake) }
  }

  /// Whether there is an activity of an id.
  func isKnown(_ id: String) -> Bool { activityByID[id] != nil }

  private func shop() -> ShopModel {
    let capabilities = problem.activities.filter { !$0.isMilestone }.map { CapabilityID($0.id) }
    return ShopModel(problem.shop, capabilities: capabilities, discountFactors: problem.discountFactors)
  }

  private func requirements() -> [Instance.Requirement] {
    problem.activities.enumerated().flatMap { activity, entry in
      entry.requirements.flatMap { requirement -> [Instance.Requirement] in
        let slots = requirement.slots.map { slot in slot.compactMap { activityByID[$0] } }
        if requirement.atLeast < slots.count {
          return [
            Instance.Requirement(
              activity: activity, count: requirement.atLeast, lag: requirement.lag, slots: slots)
          ]
        }
        return slots.map {
          Instance.Requirement(activity: activity, count: 1, lag: requirement.lag, slots: [$0])
        }
      }
    }
  }

  private func resources() -> ResourceTable {
    let limit = problem.workInProgress
    var capacity = problem.teams.flatMap { $0.capacity.map(Self.hundredths) }
    if let limit { capacity += [Int64](repeating: Int64(limit), count: problem.periodCount) }
    let needs = problem.activities.map { activity -> [ResourceTable.Need] in
      guard activity.duration > 0 else { return [] }
      let people = activity.needs.compactMap { need in
        problem.teams.firstIndex { $0.id == need.team }.map {
          ResourceTable.Need(resource: $0, units: Self.hundredths(need.people))
        }
      }.filter { $0.units > 0 }
      return people
        + (limit == nil ? [] : [ResourceTable.Need(resource: problem.teams.count, units: 1)])
    }
    return ResourceTable(
      count: problem.teams.count + (limit == nil ? 0 : 1),
      workInProgress: limit == nil ? nil : problem.teams.count, capacity: capacity, needs: needs)
  }

  private static func hundredths(_ people: Double) -> Int64 { Int64((people * 100).rounded()) }

  private func budget() -> BudgetTable {
    let costUpTo = problem.activities.map { activity in
      activity.costs.reduce(into: [Int64(0)]) { $0.append(($0.last ?? 0) + Money(units: $1).cents) }
    }
    guard let budget = problem.budget else {
      return BudgetTable(carriesOver: false, limits: [], segment: [], costUpTo: costUpTo)
    }
    var segment = [Int?](repeating: nil, count: problem.periodCount)
    for (index, entry) in budget.segments.enumerated() {
      for period in entry.periods { segment[period] = index }
    }
    return BudgetTable(
      carriesOver: budget.carriesOver, limits: budget.segments.map { Money(units: $0.limit).cents },
      segment: segment, costUpTo: costUpTo)
  }
}

/// A problem of plain data that contradicts itself or is incomplete.
public struct ProblemError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, one line each.
  public let mistakes: [String]

  /// All mistakes.
  public var description: String { mistakes.joined(separator: "; ") }
}
