internal import Planning
internal import RoadmapModel

/// Simulates blocks of futures and counts them; one worker for each thread.
struct FutureWorker: ~Copyable, Sendable {
  private var sampler: FutureSampler
  private var execution: Execution
  private var outcome: Outcome
  private var isCritical: [Bool]
  private var row: [Float]
  private(set) var tally: Tally
  /// Whether the results of each future are kept, with the number by which futures are put into order.
  var keepsOutcomes = false
  private(set) var outcomes: [(key: Int, outcome: FutureOutcome)] = []

  /// What a worker has counted and kept.
  struct Result: Sendable {
    let tally: Tally
    let outcomes: [(key: Int, outcome: FutureOutcome)]
  }

  /// What has been counted and kept so far.
  var result: Result { Result(tally: tally, outcomes: outcomes) }

  /// The futures of a copy that are kept one by one.
  private static let rowsPerCopy = Tally.rowLimit / SimulationParameters.scrambles

  init(_ inputs: UncertainInputs, _ plan: TallyPlan, seed: UInt64, sampling: Forecast.Run.Sampling) {
    sampler = FutureSampler(inputs, seed: seed, sampling: sampling)
    execution = Execution(inputs.model, inputs)
    outcome = Outcome(periodCount: inputs.model.periodCount)
    isCritical = [Bool](repeating: false, count: inputs.model.count)
    row = [Float](repeating: 0, count: plan.rowWidth)
    tally = Tally(plan)
  }

  /// Simulates some futures of a copy.
  mutating func simulate(copy: Int, _ numbers: Range<Int>) {
    sampler.fill(copy: copy, from: numbers.lowerBound)
    for number in numbers {
      let place = number - numbers.lowerBound
      sampler.load(place, into: &execution.world)
      execution.begin()
      execution.run()
      count(copy: copy, number: number, place: place)
    }
    tally.settle(copy: copy)
  }

  /// Simulates some futures of a copy, in which the plan is made anew at the end of every quarter.
  mutating func simulate(copy: Int, _ numbers: Range<Int>, _ replanner: Replanner) {
    sampler.fill(copy: copy, from: numbers.lowerBound)
    for number in numbers {
      let place = number - numbers.lowerBound
      sampler.load(place, into: &execution.world)
      execution.begin()
      for week in replanner.weeks {
        execution.run(until: week)
        replanner.replan(&execution)
      }
      execution.run()
      count(copy: copy, number: number, place: place)
    }
    tally.settle(copy: copy)
  }

  private mutating func count(copy: Int, number: Int, place: Int) {
    execution.value(into: &outcome)
    if keepsOutcomes {
      let target = execution.goLive[tally.plan.model.instance.targetMilestone]
      outcomes.append(
        (
          copy * SimulationParameters.trialLimit + number,
          FutureOutcome(
            npv: Money(cents: outcome.netPresentValue).units,
            targetPeriod: target == Execution.never ? nil : target, paybackPeriod: outcome.payback,
            oneOffCost: Money(cents: outcome.oneOffCost).units,
            peakSpend: Money(cents: outcome.deepestCash).units)
        ))
      return
    }
    execution.markCritical(&isCritical)
    tally.add(&execution, outcome, isCritical, copy: copy)
    if number < Self.rowsPerCopy { keep(copy: copy, number: number, place: place) }
  }

  private mutating func keep(copy: Int, number: Int, place: Int) {
    let model = tally.plan.model
    let target = execution.goLive[model.instance.targetMilestone]
    for (column, output) in TallyPlan.outputs.enumerated() {
      row[column] =
        switch output {
        case .targetDate: Float(min(target, model.periodCount))
        case .npv: Float(Money(cents: outcome.netPresentValue).units)
        case .oneOffCost: Float(Money(cents: outcome.oneOffCost).units)
        }
    }
    var column = TallyPlan.outputs.count
    for driver in tally.plan.drivers {
      row[column] = Float(sampler.value(of: driver, place, in: execution.world))
      column += 1
    }
    for activity in model.order {
      let start = execution.start[activity]
      row[column] = start == Execution.never ? 0 : Float(execution.workEnd[activity] - start)
      column += 1
    }
    tally.rows.add(row, place: copy * Self.rowsPerCopy + number)
  }

  /// The outputs of the futures of a copy, for sensitivity analysis: target week, value and one-off cost.
  mutating func outputs(
    copy: Int, _ numbers: Range<Int>, replacing columns: Set<Int>, _ body: (Int, [Double]) -> Void
  ) {
    sampler.replaced = columns
    sampler.fill(copy: copy, from: numbers.lowerBound)
    let model = tally.plan.model
    for number in numbers {
      sampler.load(number - numbers.lowerBound, into: &execution.world)
      execution.begin()
      execution.run()
      execution.value(into: &outcome)
      let target = execution.goLive[model.instance.targetMilestone]
      body(
        number,
        [
          Double(min(target, model.periodCount)), Money(cents: outcome.netPresentValue).units,
          Money(cents: outcome.oneOffCost).units,
        ])
    }
  }
}
