package import BusinessModel
package import RoadmapModel

/// A compiled problem: dense, immutable, in the field's terms.
///
/// Activities are the capabilities that may be planned and the milestones of stages, which are activities without work that start when
/// their stage is reached. Everything about an activity stands in columns, by its index. What can be known before any search is in here
/// already: what must be planned, and windows for starts. It comes from a roadmap by ``RoadmapCompiler``, or from plain data by ``ProblemCompiler``.
package struct Instance: Sendable {
  /// At least `count` of the slots are live, each by one of its activities, `lag` periods before the start.
  package struct Requirement: Hashable, Sendable {
    /// The activity that waits.
    package let activity: Int
    /// How many slots must be live.
    package let count: Int
    /// The periods that must have passed since; negative where the start may come that much before the go-live.
    package let lag: Int
    /// For each member that counts: the activities that make it live.
    package let slots: [[Int]]

    /// The one activity that is needed in any case; nil when there is a choice.
    var onlyActivity: Int? {
      slots.count == 1 && slots[0].count == 1 ? slots[0][0] : nil
    }
  }

  /// A set of activities of which at most one may be planned.
  struct ExclusiveGroup: Hashable, Sendable {
    /// The alternative that it comes from.
    let alternative: AlternativeID
    /// The activities.
    let members: [Int]
    /// Whether one of them must be planned.
    let needsOne: Bool
  }

  /// The numbers that an instance is made of; everything else follows from them.
  struct Columns: Sendable {
    /// The shop, for the value of a schedule.
    var shop: ShopModel
    /// What a unit of the impact on the shop counts in the value.
    var impactWeight = 1.0
    /// The number of periods.
    var periodCount = 0
    /// The number of capabilities that the shop knows.
    var capabilityCount = 0
    /// The position of each activity's capability in the shop; nil for a milestone.
    var positions: [Int?] = []
    /// Periods of work.
    var durations: [Int] = []
    /// The earliest start that time alone allows.
    var earliest: [Int] = []
    /// The latest start that keeps all deadlines, or that fits into the calendar at all.
    var latest: [Int] = []
    /// The start that is settled before planning, or nil.
    var fixedStarts: [Int?] = []
    /// Whether work has begun, so that prerequisites, gates and triggers no longer matter.
    var isInWork: [Bool] = []
    /// Whether every plan has the activity.
    var isRequired: [Bool] = []
    /// The levels of KPIs to wait for.
    var triggers: [Trigger?] = []
    /// All requirements, those of one activity together, in the order of the activities.
    var requirements: [Requirement] = []
    /// Exclusive groups with at least one member.
    var groups: [ExclusiveGroup] = []
    /// Teams, and the limit of work in progress as a last resource.
    var resources: ResourceTable
    /// Money by segments of the calendar.
    var budget: BudgetTable
    /// Whether nothing may go live in a period; one entry more than there are periods.
    var isFrozen: [Bool] = []
    /// Weighted present value of benefits, scores and costs in currency units, by activity and start.
    var additiveValues: [Double] = []
    /// The first-year cost in cents of each activity.
    var firstYearCosts: [Int64] = []
    /// The activity of the target stage's milestone.
    var targetMilestone = 0
  }

  package let shop: ShopModel
  package let impactWeight: Double
  package let periodCount: Int
  package let capabilityCount: Int
  private let positions: [Int?]
  package let duration: [Int]
  let earliest: [Int]
  let latest: [Int]
  package let fixedStart: [Int?]
  package let isInWork: [Bool]
  let isRequired: [Bool]
  package let triggers: [Trigger?]
  package let requirements: [Requirement]
  let groups: [ExclusiveGroup]
  package let resources: ResourceTable
  package let budget: BudgetTable
  package let isFrozen: [Bool]
  let additiveValues: [Double]
  let firstYearCost: [Int64]
  package let targetMilestone: Int

  /// Whether each activity is a milestone.
  package let isMilestone: [Bool]
  /// The range of `requirements` of each activity.
  package let requirementRanges: [Range<Int>]
  /// The activity that each requirement needs in any case; -1 where there is a choice.
  let onlyActivities: [Int]
  /// The number of slots that each requirement needs.
  package let requirementCounts: [Int]
  /// The activities whose start is settled, and the milestones.
  let settled: [Int]
  package let milestones: [Int]
  /// The number of slots of all requirements.
  package let slotCount: Int
  /// The places in which activities count, those of one activity together.
  package let uses: [SlotUse]
  /// The range of `uses` of each activity.
  package let useRanges: [Range<Int>]
  /// The exclusive groups of each activity.
  let groupsOfActivity: [[Int]]
  /// The sets of activities among which the order of a list chooses.
  let choices: [[Int]]
  /// The activities that wait for a KPI.
  let triggered: [Int]
  /// Whether there are any.
  var hasTriggers: Bool { !triggered.isEmpty }

  /// A place in which an activity counts.
  package struct SlotUse: Hashable, Sendable {
    package let requirement: Int
    /// The number of the slot, over all requirements.
    package let slot: Int
    /// The activity that waits, and the lag.
    package let activity: Int
    package let lag: Int
  }

  /// An instance from its numbers.
  ///
  /// - Complexity: linear in their size.
  init(_ columns: Columns) {
    shop = columns.shop
    impactWeight = columns.impactWeight
    periodCount = columns.periodCount
    capabilityCount = columns.capabilityCount
    positions = columns.positions
    duration = columns.durations
    earliest = columns.earliest
    latest = columns.latest
    fixedStart = columns.fixedStarts
    isInWork = columns.isInWork
    isRequired = columns.isRequired
    triggers = columns.triggers
    requirements = columns.requirements
    groups = columns.groups
    resources = columns.resources
    budget = columns.budget
    isFrozen = columns.isFrozen
    additiveValues = columns.additiveValues
    firstYearCost = columns.firstYearCosts
    targetMilestone = columns.targetMilestone
    let count = columns.positions.count
    isMilestone = columns.positions.map { $0 == nil }
    requirementRanges = columns.requirements.ranges(activityCount: count)
    onlyActivities = columns.requirements.map { $0.onlyActivity ?? -1 }
    requirementCounts = columns.requirements.map(\.count)
    settled = columns.fixedStarts.indices.filter { columns.fixedStarts[$0] != nil }
    milestones = columns.positions.indices.filter { columns.positions[$0] == nil }
    slotCount = columns.requirements.reduce(0) { $0 + $1.slots.count }
    (uses, useRanges) = columns.requirements.uses(activityCount: count)
    groupsOfActivity = columns.groups.enumerated().reduce(
      into: [[Int]](repeating: [], count: count)
    ) { groups, group in
      for member in group.element.members { groups[member].append(group.offset) }
    }
    let open = columns.requirements.filter { $0.onlyActivity == nil }.map { $0.slots.flatMap(\.self) }
    var seen: Set<[Int]> = []
    choices = (columns.groups.map(\.members) + open).filter { $0.count > 1 && seen.insert($0).inserted }
    triggered = columns.triggers.indices.filter { columns.triggers[$0] != nil }
  }

  /// The number of activities.
  package var activityCount: Int { positions.count }

  /// The position in the shop of an activity's capability; nil for a milestone.
  package func position(of activity: Int) -> Int? { positions[activity] }

  /// The weighted present value of everything about an activity that does not depend on others, in currency units.
  func additiveValue(of activity: Int, start: Int) -> Double {
    additiveValues[activity * periodCount + start]
  }

  /// Whether what a requirement asks for is live, and has been for its lag, in a period of a schedule.
  ///
  /// - Parameter starts: the start of each activity; -1 for what is not in the schedule.
  func isMet(_ requirement: Int, by starts: [Int], at period: Int) -> Bool {
    let lag = requirements[requirement].lag
    func isLive(_ member: Int) -> Bool {
      starts[member] >= 0 && starts[member] + duration[member] + lag <= period
    }
    let needed = onlyActivities[requirement]
    if needed >= 0 { return isLive(needed) }
    return requirements[requirement].slots.count { $0.contains(where: isLive) }
      >= requirementCounts[requirement]
  }

  /// A watch for the triggers of ``triggered``, in that order.
  func makeTriggerWatch() -> TriggerWatch {
    TriggerWatch(shop, triggered.compactMap { triggers[$0] })
  }

  /// The go-lives of a schedule, by position, as the business model wants them.
  func goLives(of starts: [Int]) -> [Int32] {
    var goLives = [Int32](repeating: ShopModel.never, count: capabilityCount)
    for (activity, start) in starts.enumerated() where start >= 0 {
      if let position = positions[activity] { goLives[position] = Int32(start + duration[activity]) }
    }
    return goLives
  }
}

extension [Instance.Requirement] {
  /// The range of the requirements of each activity.
  func ranges(activityCount: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = 0
    for activity in 0..<activityCount {
      let begin = end
      while end < count, self[end].activity == activity { end += 1 }
      ranges.append(begin..<end)
    }
    precondition(end == count, "requirements stand in the order of their activities")
    return ranges
  }

  /// The places in which each activity counts.
  fileprivate func uses(activityCount: Int) -> ([Instance.SlotUse], [Range<Int>]) {
    var places = [[Instance.SlotUse]](repeating: [], count: activityCount)
    var slot = 0
    for (index, requirement) in enumerated() {
      for members in requirement.slots {
        for member in members {
          places[member].append(
            Instance.SlotUse(
              requirement: index, slot: slot, activity: requirement.activity, lag: requirement.lag))
        }
        slot += 1
      }
    }
    var ranges: [Range<Int>] = []
    var uses: [Instance.SlotUse] = []
    for place in places {
      ranges.append(uses.count..<uses.count + place.count)
      uses += place
    }
    return (uses, ranges)
  }
}

/// What activities need of teams and of the limit of work in progress, and what there is.
package struct ResourceTable: Sendable {
  /// The number of resources: the teams, and one more when work in progress is limited.
  package let count: Int
  /// The resource that stands for the limit of work in progress.
  package let workInProgress: Int?
  /// Capacity by resource and period; people in hundredths, work in progress in capabilities.
  package let capacity: [Int64]
  /// For each activity, what it needs in every period of work.
  package let needs: [[Need]]
  /// For each activity, a bit for each resource that it needs, in so many words.
  private let needed: [UInt64]
  private let words: Int

  /// Units of one resource.
  package struct Need: Hashable, Sendable {
    package let resource: Int
    package let units: Int64
  }

  /// What there is and what is needed.
  package init(count: Int, workInProgress: Int?, capacity: [Int64], needs: [[Need]]) {
    (self.count, self.workInProgress, self.capacity, self.needs) = (count, workInProgress, capacity, needs)
    let words = (count + 63) / 64
    var needed = [UInt64](repeating: 0, count: needs.count * words)
    for (activity, needs) in needs.enumerated() {
      for need in needs { needed[activity * words + need.resource / 64] |= 1 << UInt64(need.resource % 64) }
    }
    (self.needed, self.words) = (needed, words)
  }

  /// Whether two activities need some of the same resource.
  func compete(_ left: Int, _ right: Int) -> Bool {
    for word in 0..<words where needed[left * words + word] & needed[right * words + word] != 0 {
      return true
    }
    return false
  }
}

/// The budget as a row of segments, each with an amount that the costs up to its end, or of it alone, may not exceed.
package struct BudgetTable: Sendable {
  /// Whether costs count against the sum of all amounts so far.
  package let carriesOver: Bool
  /// The amount of each segment in cents; with carry-over the sum up to its end.
  package let limits: [Int64]
  /// The segment of each period; nil where nothing may be spent.
  package let segment: [Int?]
  /// For each activity, the cost in cents of the first so many weeks, from none to all.
  package let costUpTo: [[Int64]]
  /// Whether money is limited at all.
  package var isLimited: Bool { !segment.isEmpty }
}
