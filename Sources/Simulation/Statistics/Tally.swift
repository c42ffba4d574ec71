internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// Everything that is counted over futures.
///
/// All counters are whole numbers, so that two tallies add up to the same whatever future went into which of them. Its size does not depend on the number of
/// futures; only the first ``rowLimit`` of them are kept one by one, for what depends on what.
struct Tally: Sendable {
  /// The most futures that are kept one by one.
  static let rowLimit = 4_096
  /// The classes of histograms for drawing.
  static let classes = 40

  let plan: TallyPlan
  var netPresentValue = ScrambledFigure(scale: 100)
  var impact = ScrambledFigure(scale: 100)
  var cost = ScrambledFigure(scale: 100)
  var oneOffCost = ScrambledFigure(scale: 100)
  var deepestCash = ScrambledFigure(scale: 100)
  var loss = ScrambledCount()
  var payback: WeekCounts
  /// By stage and copy.
  var stages: [[WeekCounts]]
  /// By promise: the date, the cost and the value alone, and all together.
  var promises: [[ScrambledCount]]
  /// By measure, then by point of time.
  private(set) var paths: [PointTally]
  /// The futures that have not been counted in paths and capabilities, and their numbers, future by future: a block of them is counted counter by counter, since all
  /// counters together do not fit in the cache.
  private var blockCount = 0
  private var pathNumbers: [Int64]
  private var works: [Work]
  private var scratch: (weeks: [Int64], costs: [Int64]) = ([], [])
  var capabilities: [CapabilityTally]
  var waits: [Int]
  var risks: [RiskTally]
  var decisions: [DecisionTally]
  var rows: RowTable

  /// A measure at a point of time, in fixed-point numbers.
  struct PointTally: Sendable {
    var sketch = QuantileSketch()
    var sum: Int128 = 0
  }

  /// What has become of a capability in a future.
  private struct Work {
    var start = Execution.never
    var finish = Execution.never
    var weeks: Int64 = 0
    var cost: Int64 = 0
    var isCritical = false
    var isSuccess = false
  }

  /// A capability.
  struct CapabilityTally: Sendable {
    var start: WeekCounts
    var finish: WeekCounts
    var duration = ScrambledFigure(scale: 1)
    var cost = ScrambledFigure(scale: 100)
    var criticalCount = 0
    var successCount = 0
  }

  /// A risk.
  struct RiskTally: Sendable {
    var frequency = ScrambledCount()
    /// Values in cents and weeks of the target of futures with it and without.
    var values = (with: IntegerMoments(), without: IntegerMoments())
    var weeks = (with: IntegerMoments(), without: IntegerMoments())
  }

  /// A decision point.
  struct DecisionTally: Sendable {
    var date: WeekCounts
    var improvedCount = 0
  }

  /// An empty tally.
  init(_ plan: TallyPlan) {
    let lastWeek = plan.model.periodCount
    self.plan = plan
    payback = WeekCounts(lastWeek: lastWeek)
    let copies = SimulationParameters.scrambles
    stages = plan.milestones.map { _ in
      [WeekCounts](repeating: WeekCounts(lastWeek: lastWeek), count: copies)
    }
    promises = plan.promises.map { _ in [ScrambledCount](repeating: ScrambledCount(), count: 4) }
    paths = [PointTally](repeating: PointTally(), count: plan.measures.count * plan.points.count)
    pathNumbers = [Int64](repeating: 0, count: FutureSampler.blockSize * paths.count)
    works = [Work](repeating: Work(), count: FutureSampler.blockSize * plan.model.order.count)
    capabilities = plan.model.order.map { _ in
      CapabilityTally(start: WeekCounts(lastWeek: lastWeek), finish: WeekCounts(lastWeek: lastWeek))
    }
    waits = [Int](repeating: 0, count: Blocker.count(plan.model.instance.resources.count))
    risks = plan.model.risks.map { _ in RiskTally() }
    decisions = plan.model.decisions.map { _ in DecisionTally(date: WeekCounts(lastWeek: lastWeek)) }
    rows = RowTable(width: plan.rowWidth)
  }

  // MARK: Counting

  /// Counts a future that has been carried out and valued; ``settle(copy:)`` must follow after a block of them at the latest.
  ///
  /// The execution is not changed, here and below.
  mutating func add(_ execution: inout Execution, _ outcome: Outcome, _ isCritical: [Bool], copy: Int) {
    netPresentValue.add(outcome.netPresentValue, copy: copy)
    impact.add(outcome.impact, copy: copy)
    cost.add(outcome.cost, copy: copy)
    oneOffCost.add(outcome.oneOffCost, copy: copy)
    deepestCash.add(outcome.deepestCash, copy: copy)
    loss.add(outcome.netPresentValue < 0, copy: copy)
    payback.add(outcome.payback ?? Execution.never)
    for (number, milestone) in plan.milestones.enumerated() {
      stages[number][copy].add(execution.goLive[milestone])
    }
    addPromises(&execution, outcome, copy)
    notePaths(&execution, outcome)
    noteCapabilities(&execution, isCritical)
    blockCount += 1
    for kind in waits.indices { waits[kind] += execution.waits[kind] }
    for activity in plan.model.order where execution.isLateForever(activity) {
      waits[Blocker.prerequisite] += plan.model.periodCount - plan.model.plannedStart[activity]
    }
    addRisks(&execution, outcome, copy)
    for number in decisions.indices {
      let week = execution.decidedAt[number]
      decisions[number].date.add(week)
      if week >= 0, week != Execution.never, execution.hasImproved[number] {
        decisions[number].improvedCount += 1
      }
    }
  }

  private mutating func addPromises(_ execution: inout Execution, _ outcome: Outcome, _ copy: Int) {
    for (number, promise) in plan.promises.enumerated() {
      let isInTime = execution.goLive[plan.model.instance.targetMilestone] <= promise.week
      let isCheap = outcome.oneOffCost <= promise.oneOffCost
      let isWorth = outcome.netPresentValue >= promise.netPresentValue
      promises[number][0].add(isInTime, copy: copy)
      promises[number][1].add(isCheap, copy: copy)
      promises[number][2].add(isWorth, copy: copy)
      promises[number][3].add(isInTime && isCheap && isWorth, copy: copy)
    }
  }

  private mutating func notePaths(_ execution: inout Execution, _ outcome: Outcome) {
    var cell = blockCount * paths.count
    for measure in plan.measures {
      for point in plan.points {
        let value =
          measure.kpi.map { execution.shop.level(of: $0, in: point) }
          ?? (point > 0 ? outcome.cash[point - 1] : 0)
        pathNumbers[cell] = Int64((value * measure.scale).rounded())
        cell += 1
      }
    }
  }

  private mutating func noteCapabilities(_ execution: inout Execution, _ isCritical: [Bool]) {
    var cell = blockCount * plan.model.order.count
    for activity in plan.model.order {
      let (start, finish) = (execution.start[activity], execution.goLive[activity])
      works[cell] =
        start == Execution.never
        ? Work(finish: finish)
        : Work(
          start: start, finish: finish, weeks: Int64(execution.workEnd[activity] - start),
          cost: execution.costOf[activity], isCritical: isCritical[activity],
          isSuccess: finish != Execution.never && execution.world.succeeds[activity])
      cell += 1
    }
  }

  /// Counts the futures of a copy that have been put by; it must be called before another copy follows, and before the counts of paths and capabilities are used.
  mutating func settle(copy: Int) {
    for cell in paths.indices { settlePath(cell) }
    for place in capabilities.indices { settleCapability(place, copy: copy) }
    blockCount = 0
  }

  private mutating func settlePath(_ cell: Int) {
    scratch.weeks.removeAll(keepingCapacity: true)
    var sum: Int128 = 0
    for future in 0..<blockCount {
      let number = pathNumbers[future * paths.count + cell]
      scratch.weeks.append(number)
      sum += Int128(number)
    }
    paths[cell].sketch.add(scratch.weeks)
    paths[cell].sum += sum
  }

  private mutating func settleCapability(_ place: Int, copy: Int) {
    scratch.weeks.removeAll(keepingCapacity: true)
    scratch.costs.removeAll(keepingCapacity: true)
    for future in 0..<blockCount {
      let work = works[future * capabilities.count + place]
      capabilities[place].start.add(work.start)
      capabilities[place].finish.add(work.finish)
      guard work.start != Execution.never else { continue }
      scratch.weeks.append(work.weeks)
      scratch.costs.append(work.cost)
      if work.isCritical { capabilities[place].criticalCount += 1 }
      if work.isSuccess { capabilities[place].successCount += 1 }
    }
    capabilities[place].duration.add(scratch.weeks, copy: copy)
    capabilities[place].cost.add(scratch.costs, copy: copy)
  }

  private mutating func addRisks(_ execution: inout Execution, _ outcome: Outcome, _ copy: Int) {
    let week = Int64(min(execution.goLive[plan.model.instance.targetMilestone], plan.model.periodCount))
    for risk in risks.indices {
      let hits = execution.riskHits[risk]
      risks[risk].frequency.add(hits, copy: copy)
      if hits {
        risks[risk].values.with.add(outcome.netPresentValue)
        risks[risk].weeks.with.add(week)
      } else {
        risks[risk].values.without.add(outcome.netPresentValue)
        risks[risk].weeks.without.add(week)
      }
    }
  }

  // MARK: Adding up

  /// Adds what another tally of the same plan has counted.
  mutating func add(_ other: Tally) {
    netPresentValue.add(other.netPresentValue)
    impact.add(other.impact)
    cost.add(other.cost)
    oneOffCost.add(other.oneOffCost)
    deepestCash.add(other.deepestCash)
    loss.add(other.loss)
    payback.add(other.payback)
    for stage in stages.indices {
      for copy in stages[stage].indices { stages[stage][copy].add(other.stages[stage][copy]) }
    }
    for promise in promises.indices {
      for part in promises[promise].indices { promises[promise][part].add(other.promises[promise][part]) }
    }
    for cell in paths.indices {
      paths[cell].sketch.add(other.paths[cell].sketch)
      paths[cell].sum += other.paths[cell].sum
    }
    for place in capabilities.indices { capabilities[place].add(other.capabilities[place]) }
    for kind in waits.indices { waits[kind] += other.waits[kind] }
    for risk in risks.indices { risks[risk].add(other.risks[risk]) }
    for number in decisions.indices {
      decisions[number].date.add(other.decisions[number].date)
      decisions[number].improvedCount += other.decisions[number].improvedCount
    }
    rows.add(other.rows)
  }
}

extension Tally.CapabilityTally {
  fileprivate mutating func add(_ other: Self) {
    start.add(other.start)
    finish.add(other.finish)
    duration.add(other.duration)
    cost.add(other.cost)
    criticalCount += other.criticalCount
    successCount += other.successCount
  }
}

extension Tally.RiskTally {
  fileprivate mutating func add(_ other: Self) {
    frequency.add(other.frequency)
    values.with.add(other.values.with)
    values.without.add(other.values.without)
    weeks.with.add(other.weeks.with)
    weeks.without.add(other.weeks.without)
  }
}

extension Execution {
  /// Whether what an activity waits for is not there at the end of the calendar, though the plan starts it.
  fileprivate mutating func isLateForever(_ activity: Int) -> Bool {
    start[activity] == Self.never && ready[activity] == Self.never && !isDropped[activity]
      && model.isPlanned(activity)
  }
}

/// What is counted, and against which promises.
struct TallyPlan: Sendable {
  let model: ExecutionModel
  let drivers: [InputDriver]
  /// The milestones of the stages that are forecast.
  let milestones: [Int]
  let promises: [Promise]
  let measures: [Measure]
  /// The periods at which paths are looked at.
  let points: [Int]

  /// A date, a cost and a value.
  struct Promise: Sendable {
    let basis: Forecast.JointConfidence.Basis
    let week: Int
    let oneOffCost: Int64
    let netPresentValue: Int64
  }

  /// A measure over time; nil stands for cash.
  struct Measure: Sendable {
    let kpi: KPI?
    /// The factor that makes whole numbers of it.
    let scale: Double
  }

  /// The results that drivers explain, in the first columns of a row.
  static let outputs = Forecast.Driver.Output.allCases

  /// The numbers of a row: results, inputs, and the weeks of work on each capability.
  var rowWidth: Int { Self.outputs.count + drivers.count + model.order.count }
}
