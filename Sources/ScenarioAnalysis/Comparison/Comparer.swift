public import Planning
public import RoadmapModel
public import Simulation

/// Compares scenarios whose plans are known.
///
/// Every plan is simulated on the same futures, so that what two scenarios share cannot make a difference between them (common random numbers, Glasserman and Yao
/// 1992). Then each plan is simulated where growth, effects, costs or a team are otherwise than the scenarios say, which gives the regrets (Savage 1951). The worth of a
/// scenario is the mean over the futures throughout.
public struct Comparer: Sendable {
  /// A scenario with its plan.
  public struct Candidate: Sendable {
    /// Its name.
    public let name: String
    /// The scenario.
    public let roadmap: Roadmap
    /// Its plan.
    public let plan: Plan

    /// A scenario with its plan.
    public init(name: String, roadmap: Roadmap, plan: Plan) {
      self.name = name
      self.roadmap = roadmap
      self.plan = plan
    }
  }

  private let candidates: [Candidate]
  private let language: Language

  /// A comparer of scenarios.
  ///
  /// - Precondition: there are at least two.
  public init(_ candidates: [Candidate], language: Language = .english) {
    precondition(candidates.count >= 2, "one scenario has nothing to be compared with")
    self.candidates = candidates
    self.language = language
  }

  /// Simulates all scenarios and compares them.
  ///
  /// - Parameters:
  ///   - simulation: how many futures, from which seed, and the rest.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread, with the futures of all scenarios.
  /// - Throws: `SimulationError` when a plan is not one of its roadmap, ``AnalysisError/interrupted`` when the signal was raised.
  public func comparison(
    _ simulation: SimulationParameters = SimulationParameters(), signal: StopSignal = StopSignal(),
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) async throws -> Comparison {
    let simulators = try candidates.map { try Simulator(roadmap: $0.roadmap, plan: $0.plan) }
    let search = RegretSearch(candidates: candidates, language: language, simulation, signal: signal)
    let futuresOfRow = candidates.count * search.simulation.trials
    let later = (search.futures.count - 1) * futuresOfRow
    let runs = await runs(simulators, simulation, signal: signal) { progress in
      onProgress(SimulationProgress(trials: progress.trials, total: progress.total + later))
    }
    guard !signal.wasRaised else { throw AnalysisError.interrupted }
    let (pairs, entries) = (self.pairs(runs), runs.map(entry))
    let drawn = runs.reduce(0) { $0 + $1.outcomes.count }
    let regrets = try await search.table(asTheyAre: entries.map { Money(units: $0.netPresentValue.mean) }) {
      onProgress(SimulationProgress(trials: drawn + $0 * futuresOfRow, total: drawn + later))
    }
    let verdict = try await VerdictWriter(
      candidates: candidates, entries: entries, pairs: pairs, regrets: regrets, search: search,
      language: language
    ).verdict()
    return Comparison(
      format: "gait-comparison/1", currency: candidates[0].plan.currency, scenarios: entries, pairs: pairs,
      regrets: regrets, differences: candidates.indices.dropFirst().map(difference), verdict: verdict,
      trials: runs[0].outcomes.count, seed: simulation.seed)
  }

  /// Simulates all scenarios at the same time.
  private func runs(
    _ simulators: [Simulator], _ simulation: SimulationParameters, signal: StopSignal,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void
  ) async -> [Run] {
    let trials = PartialSum<Int>(parts: simulators.count)
    let outcomes = await withTaskGroup(of: (Int, [FutureOutcome]).self) { group in
      for (number, simulator) in simulators.enumerated() {
        group.addTask {
          let outcomes = await simulator.outcomes(simulation, signal: signal) { progress in
            var whole = progress
            whole.trials = trials.update(number, to: progress.trials)
            whole.total = simulators.count * progress.total
            onProgress(whole)
          }
          return (number, outcomes)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return zip(candidates, outcomes).map { Run(candidate: $0, outcomes: $1) }
  }

  /// The results of one scenario.
  private struct Run {
    let candidate: Candidate
    let outcomes: [FutureOutcome]

    var values: [Double] { outcomes.map(\.npv) }

    /// The day by which something has happened in a share of the futures; nil when it has not within the calendar.
    func day(_ period: (FutureOutcome) -> Int?, _ share: Double) -> CivilDate? {
      let calendar = candidate.roadmap.calendar
      let sorted = outcomes.map { Double(period($0) ?? calendar.periodCount + 1) }.sorted()
      let found = Int(PairedFutures.quantile(share, of: sorted))
      return found > calendar.periodCount ? nil : calendar.date(of: Period(found))
    }
  }

  // MARK: One scenario

  private func entry(_ run: Run) -> Comparison.Entry {
    let (plan, roadmap) = (run.candidate.plan, run.candidate.roadmap)
    let spend = plan.quarters.reduce(Money.zero) { $0 + $1.oneOff + $1.running }
    return Comparison.Entry(
      name: run.candidate.name, planned: plan.value.npv, bound: plan.value.bound,
      netPresentValue: spread(run.values),
      lossProbability: (Double(run.values.count { $0 < 0 }) / Double(run.values.count)).asShare,
      internalRateOfReturn: CashFlow(plan).internalRateOfReturn?.asShare,
      payback: run.day(\.paybackPeriod, 0.5), totalSpend: spend,
      peakSpend: (run.outcomes.reduce(0) { $0 + $1.peakSpend } / Double(run.outcomes.count)).inCents,
      target: plan.stages.first { $0.stage == roadmap.target.stage }?.reachedOn,
      targetP50: run.day(\.targetPeriod, 0.5),
      targetP80: run.day(\.targetPeriod, 0.8), jointConfidence: jointConfidence(run),
      utilisation: plan.teams.map { Comparison.TeamLoad(team: $0.id, utilisation: $0.utilisation.asShare) },
      inputHash: plan.inputHash)
  }

  private func spread(_ values: [Double]) -> Comparison.Spread {
    let (mean, standardError) = PairedFutures.mean(values)
    let sorted = values.sorted()
    return Comparison.Spread(
      mean: mean.inCents, standardError: standardError.inCents,
      p10: PairedFutures.quantile(0.1, of: sorted).inCents,
      p50: PairedFutures.quantile(0.5, of: sorted).inCents,
      p90: PairedFutures.quantile(0.9, of: sorted).inCents)
  }

  private func jointConfidence(_ run: Run) -> Double {
    let (plan, roadmap) = (run.candidate.plan, run.candidate.roadmap)
    let target = plan.stages.first { $0.stage == roadmap.target.stage }?.period.index
    let cost = plan.capabilities.reduce(Money.zero) { $0 + $1.cost }.units
    let hold = run.outcomes.count { outcome in
      let isInTime = target.map { planned in outcome.targetPeriod.map { $0 <= planned } ?? false } ?? true
      return isInTime && outcome.oneOffCost <= cost && outcome.npv >= plan.value.npv.units
    }
    return (Double(hold) / Double(run.outcomes.count)).asShare
  }

  // MARK: Two scenarios

  private func pairs(_ runs: [Run]) -> [Comparison.Pair] {
    runs.indices.flatMap { left in
      runs.indices.filter { $0 > left }.map { pair(runs, left, $0) }
    }
  }

  private func pair(_ runs: [Run], _ left: Int, _ right: Int) -> Comparison.Pair {
    let (first, second) = (runs[left].values, runs[right].values)
    let (mean, error) = PairedFutures.mean(zip(first, second).map { $0 - $1 })
    let (better, worse) = mean >= 0 ? (left, right) : (right, left)
    let (high, low) = (runs[better].values, runs[worse].values)
    let margin = PairedFutures.studentQuantile * error
    let weeks = zip(runs[better].outcomes, runs[worse].outcomes).compactMap { one, other in
      one.targetPeriod.flatMap { period in other.targetPeriod.map { Double(period - $0) } }
    }
    return Comparison.Pair(
      better: better, worse: worse, difference: abs(mean).inCents, low: (abs(mean) - margin).inCents,
      high: (abs(mean) + margin).inCents,
      wins: (Double(zip(high, low).count { $0.0 > $0.1 }) / Double(high.count)).asShare,
      dominance: PairedFutures.dominance(high, low),
      targetWeeks: weeks.isEmpty ? nil : (weeks.reduce(0, +) / Double(weeks.count)).rounded(toDecimals: 2))
  }

  private func difference(_ number: Int) -> Comparison.Difference {
    let difference = PlanDifference(from: candidates[0].plan, to: candidates[number].plan)
    let shifts = difference.shifts(ofDays: 1)
    return Comparison.Difference(
      scenario: number, added: difference.entries(.added).map(\.id),
      dropped: difference.entries(.dropped).map(\.id),
      earlier: shifts.earlier, later: shifts.later,
      recosted: difference.entries(.recosted).map(\.id))
  }
}

extension PlanDifference {
  /// What is live earlier and what is live later by so many days at least, the largest shifts first.
  func shifts(ofDays least: Int) -> (earlier: [Comparison.Shift], later: [Comparison.Shift]) {
    let shifts = entries(.moved).compactMap { entry in
      entry.finishShift.map { Comparison.Shift(id: entry.id, days: $0) }
    }
    return (
      shifts.filter { $0.days <= -least }.sorted { ($0.days, $0.id) < ($1.days, $1.id) },
      shifts.filter { $0.days >= least }.sorted { ($1.days, $0.id) < ($0.days, $1.id) }
    )
  }
}
