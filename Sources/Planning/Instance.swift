internal import BusinessModel
internal import RoadmapModel

/// A roadmap compiled for planning: dense, immutable, in the field's terms.
///
/// Activities are the capabilities that may be planned, in the order of the roadmap, and after them one milestone for each stage, an
/// activity without work that starts when the stage is reached. Everything about an activity stands in columns, by its index.
/// What can be known before any search is in here already: what can never be planned, what must be, and windows for starts.
package struct Instance: Sendable {
  /// What an activity stands for.
  package enum Subject: Hashable, Sendable {
    /// The capability at a position of the roadmap.
    case capability(position: Int)
    /// Reaching the stage of a rank.
    case milestone(rank: Int)
  }

  /// At least `count` of the slots are live, each by one of its activities, `lag` periods before the start.
  struct Requirement: Hashable, Sendable {
    /// The activity that waits.
    let activity: Int
    /// How many slots must be live.
    let count: Int
    /// The periods that must have passed since.
    let lag: Int
    /// For each member that counts: the activities that make it live.
    let slots: [[Int]]

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

  /// What the roadmap says.
  let roadmap: Roadmap
  /// The shop, for the value of a schedule.
  let shop: ShopModel
  /// The number of periods.
  let periodCount: Int
  /// What each activity stands for.
  let subjects: [Subject]
  /// The planning estimates of each activity; milestones have none.
  let work: [PlannedWork?]
  /// Periods of work.
  let duration: [Int]
  /// The earliest start that time alone allows: release dates, pins, prerequisites, freezes.
  let earliest: [Int]
  /// The latest start that keeps all deadlines, or that fits into the calendar at all.
  let latest: [Int]
  /// The start that is settled before planning, or nil.
  let fixedStart: [Int?]
  /// Whether work has begun, so that prerequisites, gates and triggers no longer matter.
  let isInWork: [Bool]
  /// Whether every plan has the activity.
  let isRequired: [Bool]
  /// The levels of KPIs to wait for.
  let triggers: [Trigger?]
  /// All requirements, those of one activity together.
  let requirements: [Requirement]
  /// The range of `requirements` of each activity.
  let requirementRanges: [Range<Int>]
  /// For each activity, the requirements and slots in which it counts.
  let uses: [[SlotUse]]
  /// Exclusive groups with at least one member.
  let groups: [ExclusiveGroup]
  /// The exclusive groups of each activity.
  let groupsOfActivity: [[Int]]
  /// The sets of activities among which the order of a list chooses.
  let choices: [[Int]]
  /// Teams, and the limit of work in progress as a last resource.
  let resources: ResourceTable
  /// Money by segments of the calendar.
  let budget: BudgetTable
  /// Whether nothing may go live in a period; one entry more than there are periods.
  let isFrozen: [Bool]
  /// Weighted present value of benefits, scores and costs in currency units, by activity and start.
  let additiveValue: [Double]
  /// The first-year cost in cents of each activity.
  let firstYearCost: [Int64]
  /// The activity of the target stage's milestone.
  let targetMilestone: Int
  /// The capabilities that can never be planned, and why.
  let unavailable: [Int: Unavailability]

  /// A place in which an activity counts.
  struct SlotUse: Hashable, Sendable {
    let requirement: Int
    let slot: Int
  }

  /// The number of activities.
  var activityCount: Int { subjects.count }

  /// The position in the roadmap of an activity's capability; nil for a milestone.
  func position(of activity: Int) -> Int? {
    if case .capability(let position) = subjects[activity] { position } else { nil }
  }

  /// Whether the activity is a milestone.
  func isMilestone(_ activity: Int) -> Bool {
    position(of: activity) == nil
  }

  /// The capability of an activity; nil for a milestone.
  func capability(of activity: Int) -> Capability? {
    position(of: activity).map { roadmap.capabilities[$0] }
  }

  /// The weighted present value of everything about an activity that does not depend on others, in currency units.
  func additiveValue(of activity: Int, start: Int) -> Double {
    additiveValue[activity * periodCount + start]
  }
}

/// Why a capability can never be planned.
enum Unavailability: Hashable, Sendable {
  /// Somebody decided so.
  case excluded
  /// Its scores are too low.
  case scoreTooLow(AlternativeID)
  /// Another member of its alternative is live.
  case alternativeIsLive(CapabilityID)
  /// It needs more people than a team ever has.
  case teamTooSmall(TeamID)
  /// Its prerequisites can never be met.
  case prerequisite([CapabilityID])
  /// It waits, over others, for itself.
  case circle
  /// It cannot go live before the calendar ends.
  case noTime
}

/// What activities need of teams and of the limit of work in progress, and what there is.
struct ResourceTable: Sendable {
  /// The number of resources: the teams, and one more when work in progress is limited.
  let count: Int
  /// The resource that stands for the limit of work in progress.
  let workInProgress: Int?
  /// Capacity by resource and period; people in hundredths, work in progress in capabilities.
  let capacity: [Int32]
  /// For each activity, what it needs in every period of work.
  let needs: [[Need]]

  /// Units of one resource.
  struct Need: Hashable, Sendable {
    let resource: Int
    let units: Int32
  }
}

/// The budget as a row of segments, each with an amount that the costs up to its end, or of it alone, may not exceed.
struct BudgetTable: Sendable {
  /// Whether costs count against the sum of all amounts so far.
  let carriesOver: Bool
  /// The amount of each segment in cents; with carry-over the sum up to its end.
  let limits: [Int64]
  /// The segment of each period; nil where nothing may be spent.
  let segment: [Int?]
  /// For each activity, the cost in cents of the first so many weeks, from none to all.
  let costUpTo: [[Int64]]
  /// Whether money is limited at all.
  var isLimited: Bool { !segment.isEmpty }
}
