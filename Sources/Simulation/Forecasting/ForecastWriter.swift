internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// Writes the forecast that a tally stands for.
struct ForecastWriter {
  let model: ExecutionModel
  let inputs: UncertainInputs
  let plan: Plan
  let tallyPlan: TallyPlan
  /// The future that the plan expects.
  private let expected: ShopRun
  private let expectedOutcome: Outcome

  init(model: ExecutionModel, inputs: UncertainInputs, plan: Plan) {
    self.model = model
    self.inputs = inputs
    self.plan = plan
    var execution = Execution(model, inputs)
    execution.begin(mitigates: false)
    execution.run()
    var outcome = Outcome(periodCount: model.periodCount)
    execution.value(into: &outcome)
    expected = execution.shop
    expectedOutcome = outcome
    tallyPlan = TallyPlan(
      model: model, drivers: inputs.drivers, milestones: Self.milestones(model),
      promises: Self.promises(model, plan, outcome), measures: Self.measures(model),
      points: Self.points(model))
  }

  private var roadmap: Roadmap { model.roadmap }
  private var calendar: PlanningCalendar { roadmap.calendar }

  private func date(_ week: Int) -> CivilDate { calendar.date(of: Period(week)) }

  // MARK: What is counted

  private static func milestones(_ model: ExecutionModel) -> [Int] {
    let stages = model.roadmap.maturity.stages
    let first = model.count - stages.count
    return (first...model.instance.targetMilestone).filter {
      !model.roadmap.isReachedToday(stages[$0 - first].id)
    }
  }

  private static func promises(
    _ model: ExecutionModel, _ plan: Plan, _ outcome: Outcome
  ) -> [TallyPlan.Promise] {
    var promises: [TallyPlan.Promise] = []
    let target = model.roadmap.target
    if let reached = plan.stages.first(where: { $0.stage == target.stage }) {
      promises.append(
        TallyPlan.Promise(
          basis: .plan, week: reached.period.index, oneOffCost: outcome.oneOffCost,
          netPresentValue: plan.value.npv.cents))
    }
    if let deadline = target.by {
      let week = model.roadmap.calendar.lastPeriod(onOrBefore: deadline).index
      promises.append(
        TallyPlan.Promise(
          basis: .scenario, week: min(week, model.periodCount), oneOffCost: outcome.oneOffCost,
          netPresentValue: 0))
    }
    return promises
  }

  private static func measures(_ model: ExecutionModel) -> [TallyPlan.Measure] {
    let kpis = model.roadmap.business == nil ? [] : KPI.allCases
    return kpis.map { kpi in
      switch kpi {
      case .conversion, .margin, .returnRate, .churn, .reorderRate: TallyPlan.Measure(kpi: kpi, scale: 0x1p30)
      default: TallyPlan.Measure(kpi: kpi, scale: 0x1p10)
      }
    } + [TallyPlan.Measure(kpi: nil, scale: 100)]
  }

  /// The first period that begins in each month.
  private static func points(_ model: ExecutionModel) -> [Int] {
    let calendar = model.roadmap.calendar
    return (0..<model.periodCount).filter { period in
      guard period > 0 else { return true }
      return calendar.date(of: Period(period)).month != calendar.date(of: Period(period - 1)).month
    }
  }

  // MARK: The forecast

  /// The forecast.
  func forecast(
    of tally: Tally, _ parameters: SimulationParameters, end: Forecast.Run.End, _ sensitivities: [Sensitivity]
  ) async -> Forecast {
    let sampling = parameters.sampling
    let analysis = await DriverAnalysis(tally, threads: parameters.threads)
    let capabilities = await capabilities(tally, analysis, parameters)
    let trials = tally.payback.total
    return Forecast(
      scenario: plan.scenario, currency: plan.currency,
      run: Forecast.Run(
        trials: trials, seed: parameters.seed, sampling: sampling,
        scrambles: sampling == .sobol ? SimulationParameters.scrambles : 1, policy: model.policy, end: end),
      stages: stages(tally, sampling), money: money(tally, sampling), joint: joint(tally, sampling),
      paths: paths(tally, trials: trials), capabilities: capabilities,
      drivers: analysis.drivers(sensitivities), waits: waits(tally, trials: trials),
      risks: risks(tally, sampling),
      decisions: decisions(tally, sampling), inputHash: plan.inputHash)
  }

  private func dateFigure(
    _ weeks: ScrambledWeeks, _ sampling: Forecast.Run.Sampling, draws: Bool = false
  ) -> Forecast.DateFigure {
    let all = weeks.all
    let counts = all?.counts ?? []
    let first = counts.firstIndex { $0 > 0 }
    let last = counts.lastIndex { $0 > 0 }
    var histogram: Forecast.Histogram?
    if draws, let first, let last {
      histogram = Forecast.Histogram(lowest: Double(first), width: 1, counts: Array(counts[first...last]))
    }
    return Forecast.DateFigure(
      share: weeks.probability(by: model.periodCount, sampling),
      quantiles: Forecast.Quantiles { level in all?.quantile(level).map(date) },
      meanPeriod: all.flatMap { $0.came > 0 ? $0.moments.mean : nil },
      standardError: weeks.errorOfMean(sampling), histogram: histogram)
  }

  private func stages(_ tally: Tally, _ sampling: Forecast.Run.Sampling) -> [Forecast.StageForecast] {
    let stages = roadmap.maturity.stages
    let quarters = Budget(every: .quarter, amount: .zero, carriesOver: false, in: calendar).windows
    return zip(tallyPlan.milestones, tally.stages).map { milestone, copies in
      let stage = stages[milestone - (model.count - stages.count)]
      let weeks = ScrambledWeeks(copies)
      let planned = plan.stages.first { $0.stage == stage.id }
      let deadline = stage.id == roadmap.target.stage ? roadmap.target.by : nil
      return Forecast.StageForecast(
        stage: stage.id, planned: planned?.reachedOn, reached: dateFigure(weeks, sampling, draws: true),
        byPlan: planned.map { weeks.probability(by: $0.period.index, sampling) }, deadline: deadline,
        byDeadline: deadline.map { day in
          weeks.probability(by: calendar.lastPeriod(onOrBefore: day).index, sampling)
        },
        byQuarter: quarters.map { quarter in
          let week = calendar.lastPeriod(onOrBefore: quarter.through).index
          let probability = weeks.probability(by: week, sampling)
          return Forecast.DatedProbability(
            date: quarter.through, probability: probability.value, standardError: probability.standardError)
        })
    }
  }

  private func money(_ tally: Tally, _ sampling: Forecast.Run.Sampling) -> Forecast.MoneyForecast {
    Forecast.MoneyForecast(
      planned: Forecast.PlannedMoney(
        npv: plan.value.npv.units, impact: plan.value.impact.units, cost: plan.value.cost.units,
        oneOffCost: Money(cents: expectedOutcome.oneOffCost).units),
      npv: tally.netPresentValue.figure(sampling, classes: Tally.classes),
      impact: tally.impact.figure(sampling),
      cost: tally.cost.figure(sampling),
      oneOffCost: tally.oneOffCost.figure(sampling, classes: Tally.classes),
      payback: dateFigure(ScrambledWeeks([tally.payback]), .random),
      loss: tally.loss.probability(sampling),
      worstTenth: tally.netPresentValue.all.sketch.meanOfLowest(0.1) / 100,
      deepestCash: tally.deepestCash.figure(sampling))
  }

  // MARK: Joint confidence

  private func joint(_ tally: Tally, _ sampling: Forecast.Run.Sampling) -> [Forecast.JointConfidence] {
    var result = zip(tallyPlan.promises, tally.promises).map { promise, counts in
      let shares = counts.map { $0.probability(sampling) }
      return Forecast.JointConfidence(
        basis: promise.basis, stage: roadmap.target.stage, by: date(promise.week),
        oneOffCost: Money(cents: promise.oneOffCost).units, npv: Money(cents: promise.netPresentValue).units,
        date: shares[0], cost: shares[1], value: shares[2], all: shares[3])
    }
    if let confident = ConfidentPromise(tally.rows, level: 0.8, lastWeek: model.periodCount) {
      result.append(
        Forecast.JointConfidence(
          basis: .confident, stage: roadmap.target.stage, by: date(confident.week),
          oneOffCost: confident.oneOffCost, npv: confident.netPresentValue, date: confident.shares[0],
          cost: confident.shares[1], value: confident.shares[2], all: confident.shares[3]))
    }
    return result
  }

  // MARK: Paths

  private func paths(_ tally: Tally, trials: Int) -> [Forecast.Path] {
    let never = [Int32](repeating: ShopModel.never, count: roadmap.capabilities.count)
    let without = model.instance.shop.path(goLive: never)
    guard trials > 0 else { return [] }
    return tallyPlan.measures.enumerated().map { number, measure in
      let points = tallyPlan.points.enumerated().map { place, point in
        let cell = tally.paths[number * tallyPlan.points.count + place]
        return Forecast.Path.Point(
          date: date(point), period: Period(point),
          planned: measure.kpi.map { expected.level(of: $0, in: point) }
            ?? (point > 0 ? expectedOutcome.cash[point - 1] : 0),
          withoutPlan: measure.kpi.map { without.level(of: $0, in: Period(point)) },
          mean: Double(cell.sum) / Double(trials) / measure.scale,
          quantiles: Forecast.Quantiles { cell.sketch.quantile($0) / measure.scale })
      }
      return Forecast.Path(measure: measure.kpi.map { Forecast.Path.Measure($0) } ?? .cash, points: points)
    }
  }

  // MARK: Capabilities

  private func capabilities(
    _ tally: Tally, _ analysis: DriverAnalysis, _ parameters: SimulationParameters
  ) async -> [Forecast.CapabilityForecast] {
    let crucialities = analysis.crucialities
    let sampling = parameters.sampling
    return await concurrentMap(model.order.count, threads: parameters.threads) { place in
      let activity = model.order[place]
      let counted = tally.capabilities[place]
      guard model.isPlanned(activity) || counted.start.came > 0 else { return nil }
      let capability = roadmap.capabilities[model.position[activity]]
      let planned = plan.planned(capability.id)
      return Forecast.CapabilityForecast(
        id: capability.id, plannedStart: planned?.start, plannedFinish: planned?.finish,
        start: dateFigure(ScrambledWeeks([counted.start]), .random),
        finish: dateFigure(ScrambledWeeks([counted.finish]), .random, draws: true),
        duration: counted.duration.figure(sampling), cost: counted.cost.figure(sampling),
        criticality: Double(counted.criticalCount) / Double(max(1, counted.start.total)),
        cruciality: crucialities[place],
        success: Double(counted.successCount) / Double(max(1, counted.finish.came)))
    }.compactMap(\.self)
  }

  // MARK: Waits, risks, decisions

  private func waits(_ tally: Tally, trials: Int) -> [Forecast.WaitShare] {
    let total = tally.waits.reduce(0, +)
    guard total > 0, trials > 0 else { return [] }
    let order = tally.waits.indices.filter { tally.waits[$0] > 0 }
      .sorted { (-tally.waits[$0], $0) < (-tally.waits[$1], $1) }
    return order.map { index in
      let (kind, subject) = wait(index)
      return Forecast.WaitShare(
        kind: kind, subject: subject, weeks: Double(tally.waits[index]) / Double(trials),
        share: Double(tally.waits[index]) / Double(total))
    }
  }

  private func wait(_ index: Int) -> (Plan.Wait.Kind, String?) {
    switch index {
    case Blocker.trigger.index: return (.trigger, nil)
    case Blocker.freeze.index: return (.freeze, nil)
    case Blocker.money.index: return (.budget, nil)
    case Blocker.prerequisite: return (.prerequisite, nil)
    default:
      let resource = index - Blocker.resource(0).index
      return resource == model.instance.resources.workInProgress
        ? (.workInProgress, nil) : (.team, roadmap.teams[resource].id.text)
    }
  }

  private func risks(_ tally: Tally, _ sampling: Forecast.Run.Sampling) -> [Forecast.RiskForecast] {
    zip(model.risks, tally.risks).map { compiled, counted in
      func change(_ both: (with: IntegerMoments, without: IntegerMoments)) -> Double? {
        both.with.count > 0 && both.without.count > 0 ? both.with.mean - both.without.mean : nil
      }
      return Forecast.RiskForecast(
        id: compiled.risk.id, frequency: counted.frequency.probability(sampling),
        npvChange: change(counted.values).map { $0 / 100 }, delay: change(counted.weeks))
    }
  }

  private func decisions(_ tally: Tally, _ sampling: Forecast.Run.Sampling) -> [Forecast.DecisionForecast] {
    zip(roadmap.uncertainty.decisionPoints, tally.decisions).map { decision, counted in
      Forecast.DecisionForecast(
        id: decision.id, decided: Double(counted.date.came) / Double(max(1, counted.date.total)),
        improved: Double(counted.improvedCount) / Double(max(1, counted.date.came)),
        date: dateFigure(ScrambledWeeks([counted.date]), .random))
    }
  }
}
