internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// Carries a plan out in one future after the other, week by week, as its policy says.
///
/// In every week, what goes live is told to what waits for it; then activities that have all they wait for start in the order of the plan, as far as triggers,
/// freezes, people and money allow: a parallel schedule generation scheme (Kolisch 1996), seen as a policy (Moehring, Radermacher, Weiss 1984). It knows
/// planning estimates only; how long work takes shows when it ends. An execution belongs to one thread and keeps its memory from future to future.
struct Execution: ~Copyable, Sendable {
  let model: ExecutionModel
  /// The shop in the present future.
  var shop: ShopRun
  /// The effects of the shop of each activity, and their numbers.
  let effectRanges: [Range<Int>]
  let effectSources: [Int]
  let effectIsHelpful: [Bool]

  // MARK: What has happened

  /// The first period of work of each activity; ``never`` for what has not started.
  var start: Row<Int>
  /// The first period after its work.
  var workEnd: Row<Int>
  /// The first period in which it is live.
  var goLive: Row<Int>
  /// The same by position of the capability, for the shop.
  var goLiveByPosition: [Int32]
  /// When the last requirement of each activity was met; ``never`` while one is open.
  var ready: Row<Int>
  /// What each start waited for last.
  var cause: Row<Cause>
  /// The last week in which each activity is known to lack people, and which.
  var lacksUntil: Row<Int>
  var lackOf: Row<Int>
  /// Whether a decision has dropped the activity.
  var isDropped: Row<Bool>
  /// The share of helpful effects and benefits that risks have left.
  var leftShare: Row<Double>
  /// One-off costs by period, in cents.
  var oneOff: Row<Int64>
  /// The present value of what each activity costs, in currency units.
  var presentCost: Row<Double>
  /// The present value of what risks and their mitigations cost, in currency units.
  var riskCost = 0.0
  /// Whether each risk hit something.
  var riskHits: Row<Bool>
  /// The one-off cost of each activity in cents, without that of risks.
  var costOf: Row<Int64>
  /// The weeks of waiting by what was waited for; see ``Blocker``.
  var waits: Row<Int>
  /// The period of each decision, ``never`` while it is open, and whether the improvement was reached.
  var decidedAt: Row<Int>
  var hasImproved: Row<Bool>

  // MARK: What goes on

  var world: World
  /// The first period that has not been simulated.
  var now = 0
  var left: Row<Int64>
  var money: MoneyBook
  var open: Row<Int>
  var metAt: Row<Int>
  var missing: Row<Int>
  var isFilled: Row<Bool>
  var readyIn: WeekBuckets
  var liveIn: WeekBuckets
  /// Activities that have all they wait for and have not started, the most urgent first, and how many there are.
  var eligible: Row<Int>
  var eligibleCount = 0
  var hold: Row<Int>
  var rank: Row<Int>
  var isActive: Row<Bool>
  /// The starts of the plan that is followed now; -1 for what is not in it.
  var currentStart: Row<Int>
  /// Conditions of triggers that have been reached, and the first condition of each activity.
  var isReached: Row<Bool>
  let firstCondition: [Int]
  let triggered: [Int]
  var openConditions = 0
  /// Scratch memory of what is found out about a future.
  var runningFrom: Row<Double>
  var trail: [Int] = []

  /// What never comes.
  static let never = Int.max

  /// What a start waited for last.
  enum Cause: Hashable, Sendable {
    case nothing
    case prerequisite
    case resource(Int)
  }

  /// Memory for carrying out a plan.
  init(_ model: ExecutionModel, _ inputs: UncertainInputs) {
    let (count, instance) = (model.count, model.instance)
    self.model = model
    shop = ShopRun(instance.shop)
    effectRanges = inputs.effectRanges
    effectSources = inputs.effectSources
    effectIsHelpful = inputs.effectIsHelpful
    world = inputs.expected
    start = Row(repeating: Self.never, count: count)
    workEnd = Row(repeating: Self.never, count: count)
    goLive = Row(repeating: Self.never, count: count)
    ready = Row(repeating: Self.never, count: count)
    goLiveByPosition = [Int32](repeating: ShopModel.never, count: instance.capabilityCount)
    cause = Row(repeating: .nothing, count: count)
    isDropped = Row(repeating: false, count: count)
    lacksUntil = Row(repeating: -1, count: count)
    lackOf = Row(repeating: -1, count: count)
    leftShare = Row(repeating: 1, count: count)
    oneOff = Row(repeating: 0, count: model.periodCount)
    presentCost = Row(repeating: 0, count: count)
    riskHits = Row(repeating: false, count: model.risks.count)
    costOf = Row(repeating: 0, count: count)
    waits = Row(repeating: 0, count: Blocker.count(instance.resources.count))
    decidedAt = Row(repeating: Self.never, count: model.decisions.count)
    hasImproved = Row(repeating: false, count: model.decisions.count)
    left = Row(instance.resources.capacity)
    money = MoneyBook(model)
    open = Row(instance.requirementRanges.map(\.count))
    metAt = Row(repeating: 0, count: count)
    missing = Row(instance.requirementCounts)
    isFilled = Row(repeating: false, count: instance.slotCount)
    readyIn = WeekBuckets(weeks: model.periodCount + 1, items: count)
    liveIn = WeekBuckets(weeks: model.periodCount + 1, items: count)
    eligible = Row(repeating: 0, count: count)
    hold = Row(model.hold)
    isActive = Row(model.isActive)
    rank = Row(model.rank)
    currentStart = Row(repeating: 0, count: count)
    triggered = model.order.filter { instance.triggers[$0] != nil }.sorted()
    var first = [Int](repeating: 0, count: count)
    var conditions = 0
    for activity in triggered {
      first[activity] = conditions
      conditions += instance.triggers[activity]?.conditions.count ?? 0
    }
    firstCondition = first
    isReached = Row(repeating: false, count: conditions)
    runningFrom = Row(repeating: 0, count: model.periodCount)
  }

  // MARK: Running

  /// Goes to the start of the future in ``world``.
  ///
  /// - Parameter mitigates: whether mitigations of risks are paid; the plan knows nothing of them.
  mutating func begin(mitigates: Bool = true) {
    reset()
    shop.reset()
    for variation in world.variations { shop.vary(lever: variation.lever, by: variation.factors) }
    if mitigates { for risk in model.risks.indices { payMitigation(of: risk) } }
    for (number, decision) in model.decisions.enumerated() {
      guard decision.pilot != nil else {
        decide(number, hasImproved: true, in: 0, isMeasured: false)
        continue
      }
      for activity in decision.members { open[activity] += 1 }
    }
    for activity in 0..<model.count where isActive[activity] || model.instance.isMilestone[activity] {
      if model.instance.isInWork[activity] {
        begin(activity, in: 0)
      } else if open[activity] == 0 {
        becomeReady(activity, in: 0)
      }
    }
    reserve(sign: -1) { $0 > 0 }
  }

  /// Carries the plan out until the beginning of a period, or to the end of the calendar.
  mutating func run(until end: Int = Execution.never) {
    while now < min(end, model.periodCount + 1) {
      step()
      now += 1
    }
  }

  private mutating func step() {
    takeLive()
    for number in model.decisions.indices where decidedAt[number] == Self.never { tryDeciding(number) }
    guard now < model.periodCount else { return }
    if !model.pinned.isEmpty { reserve(sign: 1) { [now] in $0 == now } }
    release()
    var isFirst = true
    var isSettled = false
    while !isSettled {
      if openConditions > 0 { watchTriggers() }
      isSettled = startWhatCan(countsWaits: isFirst)
      isFirst = false
    }
  }

  /// Adds what has become ready to the eligible, in the order of ranks.
  private mutating func release() {
    while let activity = readyIn.pop(now) {
      guard !isDropped[activity] else { continue }
      var place = eligibleCount
      while place > 0, rank[eligible[place - 1]] > rank[activity] {
        eligible[place] = eligible[place - 1]
        place -= 1
      }
      eligible[place] = activity
      eligibleCount += 1
    }
  }

  /// Starts what can start; true when nothing went live at once that others may have waited for.
  private mutating func startWhatCan(countsWaits: Bool) -> Bool {
    var kept = 0
    var wentLive = false
    for place in 0..<eligibleCount {
      let activity = eligible[place]
      if isDropped[activity] { continue }
      if let blocker = blocker(of: activity) {
        if countsWaits, blocker != .calendar { waits[blocker.index] += 1 }
        if case .resource(let resource) = blocker {
          cause[activity] = .resource(resource)
        } else {
          cause[activity] = .nothing
        }
        eligible[kept] = activity
        kept += 1
      } else {
        if cause[activity] == .nothing, ready[activity] == now { cause[activity] = .prerequisite }
        begin(activity, in: now)
        wentLive = wentLive || goLive[activity] == now
      }
    }
    eligibleCount = kept
    guard wentLive else { return true }
    takeLive()
    release()
    return false
  }
}
