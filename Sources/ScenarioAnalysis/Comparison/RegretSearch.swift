internal import Planning
internal import RoadmapModel
internal import Simulation

/// Simulates plans where things are otherwise than their scenarios say, and tells what each then lacks to the best.
struct RegretSearch: Sendable {
  let candidates: [Comparer.Candidate]
  let language: Language
  /// How the futures are drawn: the first of those of the comparison, so that all means are of the same ones.
  let simulation: SimulationParameters
  private let signal: StopSignal

  /// The most futures in which plans are simulated for each row of the table.
  static let futureLimit = 512
  /// How far growth moves where no scenario says how far it may.
  static let growth = 0.03
  /// How much effects and costs move, and how much longer the work of a team takes.
  static let factors = (weak: 0.5, strong: 1.5, costs: 1.2, late: 1.3)

  /// A search over the first futures of a comparison.
  ///
  /// - Parameters:
  ///   - candidates: the scenarios with their plans.
  ///   - language: the language of all texts.
  ///   - simulation: how the comparison draws its futures.
  ///   - signal: may be raised at any time to end without a result.
  init(
    candidates: [Comparer.Candidate], language: Language, _ simulation: SimulationParameters,
    signal: StopSignal = StopSignal()
  ) {
    self.candidates = candidates
    self.language = language
    self.signal = signal
    var first = simulation
    // Each copy of the sampling has as many futures.
    let copies = SimulationParameters.scrambles
    first.trials = (min(simulation.trials, Self.futureLimit) + copies - 1) / copies * copies
    self.simulation = first
  }

  /// What may be otherwise: nothing, growth, effects, costs, and each team late.
  var futures: [[ScenarioChange]] {
    var futures: [[ScenarioChange]] = [[]]
    if candidates.allSatisfy({ $0.roadmap.business != nil }) {
      let spread = candidates.compactMap { $0.roadmap.business?.visits.variation.growthSpread }.max() ?? 0
      let growth = spread > 0 ? 2 * spread : Self.growth
      futures += [[.moreGrowth(growth)], [.moreGrowth(-growth)]]
    }
    futures += [
      [.allEffectsFactor(Self.factors.strong)], [.allEffectsFactor(Self.factors.weak)],
      [.allCostsFactor(Self.factors.costs)],
    ]
    let teams = candidates[0].roadmap.teams.map(\.id).filter { id in
      candidates.allSatisfy { $0.roadmap.team(id) != nil }
    }
    return futures + teams.map { [.slowTeam($0, Self.factors.late)] }
  }

  /// The mean worth of each plan when something is otherwise; nil when a scenario changed that way is invalid.
  ///
  /// - Throws: ``AnalysisError/interrupted`` when the signal was raised.
  func means(with changes: [ScenarioChange]) async throws(AnalysisError) -> [Money]? {
    var means: [Money] = []
    for candidate in candidates {
      guard let changed = candidate.roadmap.changed(by: changes),
        let simulator = try? Simulator(roadmap: changed, plan: candidate.plan)
      else { return nil }
      let values = await simulator.outcomes(simulation, signal: signal).map(\.npv)
      guard !signal.wasRaised else { throw .interrupted }
      means.append(Money(units: PairedFutures.mean(values).mean))
    }
    return means
  }

  /// Whether each plan, carried out by the estimates, keeps all rules of its scenario when something is otherwise.
  private func keepsRules(with changes: [ScenarioChange]) -> [Bool] {
    candidates.map { candidate in
      candidate.roadmap.changed(by: changes).map {
        Planner($0).carryOver(Schedule(candidate.plan)).keepsRules
      } ?? false
    }
  }

  /// The scenario with the largest mean when something is otherwise, the first of several.
  func best(with changes: [ScenarioChange]) async throws(AnalysisError) -> Int? {
    try await means(with: changes).map(Self.largest)
  }

  private static func largest(_ values: [Money]) -> Int {
    values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
  }

  /// The table of all that may be otherwise.
  ///
  /// - Parameters:
  ///   - means: the mean worth of each plan when nothing is, over all futures of the comparison.
  ///   - onRow: is called after each row with the number of rows for which all plans have been simulated.
  func table(
    asTheyAre means: [Money], onRow: (Int) -> Void = { _ in }
  ) async throws(AnalysisError) -> Comparison.RegretTable {
    let text = ChangeText(candidates[0].roadmap, language)
    let asTheyAre = LocalizedText(
      "as the scenarios say", dutch: "zoals de scenario's zeggen", swedish: "som scenarierna säger")[language]
    var rows: [Comparison.RegretTable.Future] = []
    for (number, changes) in futures.enumerated() {
      defer { onRow(number) }
      guard let values = changes.isEmpty ? means : try await self.means(with: changes) else { continue }
      let best = Self.largest(values)
      rows.append(
        Comparison.RegretTable.Future(
          changes: changes, text: changes.isEmpty ? asTheyAre : text.text(changes), values: values,
          regrets: values.map { values[best] - $0 }, keepsRules: keepsRules(with: changes), best: best))
    }
    let largest = candidates.indices.map { scenario in rows.map { $0.regrets[scenario] }.max() ?? .zero }
    let least = largest.indices.reduce(0) { largest[$1] < largest[$0] ? $1 : $0 }
    return Comparison.RegretTable(
      futures: rows, largest: largest, least: least, trials: simulation.trials)
  }

  /// The share of all effects at which another scenario has a larger mean than the one that is best now, going down or up, and which one; nil when there is none.
  ///
  /// In whole percents, by bisection after a look at some shares on the way; what the table has is not simulated again.
  func turningPoint(
    from best: Int, downwards: Bool, _ table: Comparison.RegretTable
  ) async throws(AnalysisError) -> (share: Double, other: Int)? {
    let (weak, strong) = (Int(Self.factors.weak * 100), Int(Self.factors.strong * 100))
    let steps = downwards ? [weak, 25, 0] : [strong, 200, 300]
    var holds = 100
    for step in steps {
      let changes = [ScenarioChange.allEffectsFactor(Double(step) / 100)]
      var found = table.futures.first { $0.changes == changes }?.best
      if found == nil { found = try await self.best(with: changes) }
      guard let other = found else { return nil }
      guard other == best else { return try await bisect(best, holds, (step, other)) }
      holds = step
    }
    return nil
  }

  private func bisect(
    _ best: Int, _ holds: Int, _ fails: (step: Int, other: Int)
  ) async throws(AnalysisError) -> (share: Double, other: Int) {
    var (holds, fails) = (holds, fails)
    while abs(holds - fails.step) > 1 {
      let middle = (holds + fails.step) / 2
      let other = try await self.best(with: [.allEffectsFactor(Double(middle) / 100)])
      if let other, other != best { fails = (middle, other) } else { holds = middle }
    }
    return (Double(fails.step) / 100, fails.other)
  }
}
