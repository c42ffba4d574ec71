public import Planning
public import RoadmapModel

/// Chooses the plan whose simulated result at a confidence is best: sample average approximation on common random numbers.
///
/// Candidates are the plan for expected values; plans of other seeds; plans for longer work than expected, each as it comes out under the roadmap's own rules, put off as it was made
/// and as early as it can be; and then changes of the best so far by leaving out one capability. All are carried out in the same futures, and those that do best in more of them. The
/// result that is stated comes from other futures than the choice, so that it is not flattered by it; where the chosen plan is no better there than the one for expected values, that one
/// stays.
///
/// Source: Kleywegt, Shapiro, Homem-de-Mello, "The sample average approximation method for stochastic discrete optimization", SIAM Journal on Optimization
/// 12(2), 2002.
public struct ConfidencePlanner: Sendable {
  private let roadmap: Roadmap
  private let planner: Planner

  /// The quantiles of durations for which candidates are planned.
  static let durationLevels = [0.6, 0.7, 0.8, 0.9]
  /// The seeds of candidates beside that of the parameters.
  static let otherSeeds = 2
  /// The capabilities that are left out one by one.
  static let omissions = 12
  /// The futures in which candidates are compared, at most; the best ones meet all futures that are asked for.
  static let comparedTrials = 1_024
  /// The best candidates, which are compared again.
  static let finalists = 4

  /// A planner under uncertainty.
  public init(roadmap: Roadmap) {
    self.roadmap = roadmap
    planner = Planner(roadmap)
  }

  /// Chooses a plan.
  ///
  /// - Parameters:
  ///   - planning: the objective, the effort and the rest of the searches.
  ///   - simulation: the futures.
  ///   - confidence: the probability with which the stated result is reached, between 0 and 1.
  ///   - signal: ends with the best plan so far.
  ///   - onProgress: is called now and then.
  /// - Throws: ``PlannerDefect`` when a plan does not pass its audit.
  /// - Complexity: a few times that of planning and of simulating.
  public func run(
    _ planning: PlannerParameters, _ simulation: SimulationParameters, confidence: Double,
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) async throws(PlannerDefect) -> ConfidenceOutcome {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let first = try await planner.plan(planning, signal: signal)
    guard case .plan(let expected) = first else {
      guard case .infeasible(let infeasibility) = first else {
        preconditionFailure("an outcome is one of two")
      }
      return .infeasible(infeasibility)
    }
    var judge = CandidateJudge(
      roadmap: roadmap, objective: expected.objective, confidence: confidence,
      parameters: comparing(simulation), signal: signal)
    var contest = await Contest(Schedule(expected), judge)
    for (origin, schedule) in try await otherSchedules(planning, signal: signal) where !signal.wasRaised {
      await contest.enter(schedule, origin, judge)
    }
    for id in omittable(expected) where !signal.wasRaised {
      let carried = planner.carryOver(contest.best, without: id)
      guard carried.keepsRules else { continue }
      await contest.enter(carried.schedule, .omission(id), judge)
    }
    if simulation.trials > judge.parameters.trials, !signal.wasRaised {
      judge.parameters.trials = simulation.trials
      await contest.compareAgain(Self.finalists, judge)
    }
    let plan =
      contest.winner == 0 ? expected : try planner.plan(of: contest.best, boundedAs: expected, planning)
    return .choice(await judgement(plan, expected, contest, confidence, simulation, signal, onProgress))
  }

  /// The candidates so far, and the best of them.
  private struct Contest {
    private(set) var schedules: [Schedule]
    private(set) var candidates: [ConfidenceChoice.Candidate]
    private(set) var winner = 0
    private var scores: [CandidateJudge.Score]

    var best: Schedule { schedules[winner] }

    init(_ first: Schedule, _ judge: CandidateJudge) async {
      schedules = [first]
      scores = [await judge.score(first)]
      candidates = [ConfidenceChoice.Candidate(origin: .expectedValues, reached: scores[0].stated)]
    }

    /// Scores a schedule that has not been there before.
    mutating func enter(
      _ schedule: Schedule, _ origin: ConfidenceChoice.Candidate.Origin, _ judge: CandidateJudge
    ) async {
      guard !schedules.contains(schedule) else { return }
      let entrant = await judge.score(schedule)
      schedules.append(schedule)
      scores.append(entrant)
      candidates.append(ConfidenceChoice.Candidate(origin: origin, reached: entrant.stated))
      if scores[winner] < entrant { winner = schedules.count - 1 }
    }

    /// Compares the best candidates, and the first one, in more futures.
    mutating func compareAgain(_ count: Int, _ judge: CandidateJudge) async {
      let order = schedules.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$1] < scores[$0] }
      var best = (place: 0, score: await judge.score(schedules[0]))
      for place in order.prefix(count) where place != 0 {
        let score = await judge.score(schedules[place])
        if best.score < score { best = (place, score) }
      }
      winner = best.place
    }
  }

  private func judgement(
    _ plan: Plan, _ expected: Plan, _ contest: Contest, _ confidence: Double,
    _ simulation: SimulationParameters,
    _ signal: StopSignal, _ onProgress: @escaping @Sendable (SimulationProgress) -> Void
  ) async -> ConfidenceChoice {
    var judge = CandidateJudge(
      roadmap: roadmap, objective: expected.objective, confidence: confidence, parameters: simulation,
      signal: signal)
    judge.parameters.targetError = nil
    func forecast(_ plan: Plan) async -> Forecast {
      guard let simulator = try? Simulator(roadmap: roadmap, plan: plan) else {
        preconditionFailure("a plan of the planner belongs to its roadmap")
      }
      return await simulator.run(simulation, signal: signal, onProgress: onProgress)
    }
    let other = await judge.score(Schedule(expected))
    let challenger = contest.winner == 0 ? other : await judge.score(Schedule(plan))
    let isBetter = other < challenger
    let (chosen, score) = isBetter ? (plan, challenger) : (expected, other)
    let expectedForecast = await forecast(expected)
    return ConfidenceChoice(
      plan: chosen, forecast: isBetter ? await forecast(plan) : expectedForecast, deterministic: expected,
      deterministicForecast: expectedForecast, confidence: confidence,
      candidates: contest.candidates, chosen: isBetter ? contest.winner : 0,
      comparedTrials: comparing(simulation).trials, achieved: score.stated,
      deterministicAchieved: other.stated, standardError: score.errorOfDifference(from: other))
  }

  /// The futures of the comparison come from another seed than those of the statement.
  private func comparing(_ simulation: SimulationParameters) -> SimulationParameters {
    var parameters = simulation
    parameters.seed = simulation.seed ^ 0x9E37_79B9_7F4A_7C15
    parameters.trials = min(simulation.trials, Self.comparedTrials)
    parameters.targetError = nil
    return parameters
  }

  /// The schedules of other seeds and of longer work.
  private func otherSchedules(
    _ planning: PlannerParameters, signal: StopSignal
  ) async throws(PlannerDefect) -> [(ConfidenceChoice.Candidate.Origin, Schedule)] {
    var schedules: [(ConfidenceChoice.Candidate.Origin, Schedule)] = []
    for step in 1...UInt64(Self.otherSeeds) where !signal.wasRaised {
      var parameters = planning
      parameters.seed = planning.seed &+ step
      if case .plan(let plan) = try await planner.plan(parameters, signal: signal) {
        schedules.append((.otherSeed(parameters.seed), Schedule(plan)))
      }
    }
    for level in Self.durationLevels where !signal.wasRaised {
      guard let cautious = try? Roadmap(validating: roadmap.contents.lengthened(to: level)) else { continue }
      guard case .plan(let plan) = try await Planner(cautious).plan(planning, signal: signal) else {
        continue
      }
      for isPatient in [true, false] {
        let carried = planner.carryOver(Schedule(plan), isPatient: isPatient)
        guard carried.keepsRules else { continue }
        schedules.append((.longerWork(level, isPutOff: isPatient), carried.schedule))
      }
    }
    return schedules
  }

  /// The capabilities of the plan that bring least, as far as nobody demands them.
  private func omittable(_ plan: Plan) -> [CapabilityID] {
    let order = plan.capabilities.sorted { ($0.worth, $0.id.text) < ($1.worth, $1.id.text) }
    return order.prefix(Self.omissions).map(\.id)
  }
}

extension RoadmapContents {
  /// The same scenario with work that takes as long as it does with a probability.
  fileprivate func lengthened(to level: Double) -> RoadmapContents {
    var contents = self
    for index in contents.capabilities.indices {
      let duration = contents.capabilities[index].duration
      let quantile = EstimateDistribution(duration).quantile(level)
      contents.capabilities[index].duration = Estimate(
        max(quantile, duration.mean), evidence: duration.evidence)
    }
    return contents
  }
}

/// Scores schedules by what they reach with a confidence, all in the same futures.
struct CandidateJudge: Sendable {
  let roadmap: Roadmap
  let objective: Objective
  let confidence: Double
  var parameters: SimulationParameters
  let signal: StopSignal

  /// What a schedule reaches; larger is better.
  struct Score: Sendable, Comparable {
    let primary: Double
    let secondary: Double
    /// The result in the unit of the objective.
    let stated: Double
    /// The result in each independent copy of the futures.
    let copies: [Double]

    static func < (left: Score, right: Score) -> Bool {
      (left.primary, left.secondary) < (right.primary, right.secondary)
    }

    static func == (left: Score, right: Score) -> Bool {
      (left.primary, left.secondary) == (right.primary, right.secondary)
    }

    func errorOfDifference(from other: Score) -> Double {
      Copies.error(of: zip(copies, other.copies).map { $0 - $1 })
    }
  }

  /// The score of a schedule of the roadmap.
  func score(_ schedule: Schedule) async -> Score {
    let policy = parameters.policy ?? roadmap.uncertainty.executionPolicy
    guard let model = try? ExecutionModel(roadmap, schedule, policy: policy).holdingByPolicy() else {
      preconditionFailure("a schedule of the planner belongs to its roadmap")
    }
    let plan = TallyPlan(model: model, drivers: [], milestones: [], promises: [], measures: [], points: [])
    let batch = FutureBatch(
      inputs: UncertainInputs(model), plan: plan, parameters: parameters, signal: signal, onProgress: { _ in }
    )
    let outcomes = await batch.outcomes()
    let size = max(1, outcomes.count / SimulationParameters.scrambles)
    let copies = stride(from: 0, to: outcomes.count, by: size).map { first in
      stated(outcomes[first..<min(first + size, outcomes.count)], objective)
    }
    let result = stated(outcomes[...], objective)
    let sign: Double = objective == .value ? 1 : -1
    let second = objective == .value ? -stated(outcomes[...], .time) : stated(outcomes[...], .value)
    return Score(primary: sign * result, secondary: second, stated: result, copies: copies)
  }

  /// The quantile of the results that is reached with the confidence.
  private func stated(_ outcomes: ArraySlice<FutureOutcome>, _ objective: Objective) -> Double {
    guard !outcomes.isEmpty else { return 0 }
    let last = roadmap.calendar.periodCount + 1
    let values = outcomes.map { outcome in
      switch objective {
      // A value is reached from below: the quantile of what is lost.
      case .value: -outcome.npv
      case .time: Double(outcome.targetPeriod ?? last)
      case .cost: outcome.oneOffCost
      }
    }.sorted()
    let rank = Int((confidence * Double(values.count)).rounded(.up)) - 1
    let quantile = values[min(max(0, rank), values.count - 1)]
    return objective == .value ? -quantile : quantile
  }
}
