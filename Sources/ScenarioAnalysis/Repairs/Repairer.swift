public import Planning
public import RoadmapModel

/// Finds out which rules of a scenario without a plan clash, and the cheapest ways to give it one.
///
/// The clash is found by deletion (Chinneck and Dravnieks 1991): every rule is lifted in turn and put back when there is a plan without it. A repair is found by
/// relaxing all rules and then taking back, one rule after another, as much as can be taken back; what is taken back last carries the repair, so that each order gives
/// another one. Every step asks whether there is a plan at all: what becomes of a plan that is known, and where that breaks a rule, a short search. What is left is planned.
public struct Repairer: Sendable {
  private let roadmap: Roadmap
  private let planning: PlannerParameters?

  /// A repairer of a scenario.
  ///
  /// - Parameter planning: what the planner was asked to do for the scenario, which it is asked for each repair too: so planning the repaired scenario finds the plan that is told, and
  ///   none with less. Without it repairs are left as they were found, with their plans.
  public init(_ roadmap: Roadmap, planning: PlannerParameters? = nil) {
    self.roadmap = roadmap
    self.planning = planning
  }

  /// The most repairs.
  public static let repairLimit = 5

  /// Explains why there is no plan, and what would give one.
  ///
  /// - Parameters:
  ///   - parameters: how much each search does, and the rest.
  ///   - inputHash: a digest of the input, which the advice quotes.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread.
  /// - Returns: nil when a plan of the scenario as it is was found.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func advice(
    _ parameters: AnalysisParameters = AnalysisParameters(), inputHash: String = "",
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (AnalysisProgress) -> Void = { _ in }
  ) async throws(AnalysisError) -> RepairAdvice? {
    let replanner = Replanner(roadmap, parameters, signal: signal, onProgress: onProgress)
    guard case .infeasible(let infeasibility) = try await replanner.outcome([], from: []) else { return nil }
    let levers = Lever.all(of: roadmap)
    replanner.expect(4 * levers.count)
    let (clash, isProved) = try await self.clash(levers, replanner)
    let repairs = clash.isEmpty ? [] : try await self.repairs(levers, clash, replanner)
    let names = Names(roadmap, language: parameters.language)
    return RepairAdvice(
      format: "gait-repairs/1", scenario: roadmap.name[parameters.language],
      currency: roadmap.business?.currency, reasons: infeasibility.reasons,
      clash: clash.map { $0.rule(names) }, isProved: isProved, repairs: repairs, plans: replanner.plansMade,
      seed: parameters.seed, inputHash: inputHash)
  }

  // MARK: What clashes

  private func changes(_ steps: [Lever: Int], _ levers: [Lever]) -> [ScenarioChange] {
    levers.flatMap { $0.change(steps[$0] ?? 0, in: roadmap) }
  }

  private func clash(
    _ levers: [Lever], _ replanner: Replanner
  ) async throws(AnalysisError) -> (rules: [Lever], isProved: Bool) {
    var lifted: [Lever: Int] = [:]
    for lever in levers { lifted[lever] = lever.steps }
    guard var known = try await replanner.schedule(keepingRulesOf: changes(lifted, levers), from: []) else {
      return ([], false)
    }
    lifted = [:]
    for lever in levers {
      lifted[lever] = lever.steps
      if let kept = try await replanner.schedule(keepingRulesOf: changes(lifted, levers), from: [known]) {
        (known, lifted[lever]) = (kept, 0)
      }
    }
    let rules = levers.filter { lifted[$0] == 0 }
    guard case .infeasible(let core) = try await replanner.outcome(changes(lifted, levers), from: []) else {
      return (rules, false)
    }
    return (rules, core.isProved)
  }

  // MARK: What helps

  private func repairs(
    _ levers: [Lever], _ clash: [Lever], _ replanner: Replanner
  ) async throws(AnalysisError) -> [RepairAdvice.Repair] {
    // One rule of the clash has to give way in any case; people and money may be needed beside it.
    let carriers = (clash + levers.filter { $0.kind == .team || $0.kind == .budget || $0.kind == .deadline })
      .reduce(into: [Lever]()) { if !$0.contains($1) { $0.append($1) } }
    // The target and its day are put back first, since giving them up would make everything else easy.
    let first = levers.filter { $0.kind == .target } + levers.filter { $0.kind == .deadline }
    let order = first + levers.filter { !first.contains($0) }
    let found = try await replanner.map(carriers) { (carrier) async throws(AnalysisError) in
      try await repair(order.filter { $0 != carrier } + [carrier], replanner)
    }
    let sorted = found.compactMap(\.self).sorted { Self.comesFirst($0, $1) }
    // Of repairs that change the same rules by other amounts, the one that is worth most is enough.
    var seen: Set<Set<Lever>> = []
    let told = Array(sorted.filter { seen.insert($0.levers).inserted }.prefix(Self.repairLimit))
    guard let planning else { return told.map { advice(on: $0, replanner) } }
    let lessened = try await replanner.map(told) { (repair) async throws(AnalysisError) in
      var reduction = RepairReduction(roadmap, replanner, planning)
      return try await reduction.least(of: repair)
    }
    seen = []
    return lessened.sorted { Self.comesFirst($0, $1) }.filter { seen.insert($0.levers).inserted }
      .map { advice(on: $0, replanner) }
  }

  /// Those with the fewest changes first, then by what their plans are worth.
  private static func comesFirst(_ left: RepairPlan, _ right: RepairPlan) -> Bool {
    (left.levers.count, -left.plan.value.npv.cents) < (right.levers.count, -right.plan.value.npv.cents)
  }

  private func advice(on repair: RepairPlan, _ replanner: Replanner) -> RepairAdvice.Repair {
    let target = roadmap.target.stage
    let changes = repair.relaxation.changes(in: roadmap)
    return RepairAdvice.Repair(
      changes: changes, text: ChangeText(roadmap, replanner.parameters.language).text(changes),
      netPresentValue: repair.plan.value.npv,
      targetReached: repair.plan.stages.first { $0.stage == target }?.reachedOn)
  }

  /// The repair that is left when rules are put back in an order, each as far as it can be.
  private func repair(
    _ order: [Lever], _ replanner: Replanner
  ) async throws(AnalysisError) -> RepairPlan? {
    var relaxation = Relaxation(order: order)
    for lever in order { relaxation.steps[lever] = lever.steps }
    guard
      var known = try await replanner.schedule(keepingRulesOf: relaxation.changes(in: roadmap), from: [])
    else { return nil }
    for lever in order {
      var (holds, fails) = (lever.steps, -1)
      var tried = relaxation
      // Most rules are not in the way, so all is taken back at once, and bisection comes after that.
      var next = 0
      while holds - fails > 1 {
        tried.steps[lever] = next
        let changes = tried.changes(in: roadmap)
        if let kept = try await replanner.schedule(keepingRulesOf: changes, from: [known]) {
          (known, holds) = (kept, next)
        } else {
          fails = next
        }
        next = (holds + fails) / 2
      }
      relaxation.steps[lever] = holds
    }
    try await postpone(&relaxation, &known, replanner)
    // Few repairs are told, so their plans may be searched for longer than those on the way, unless they are planned anew.
    let changes = relaxation.changes(in: roadmap)
    let work = planning == nil ? Replanner.Work.second : .least
    guard let plan = try await replanner.plan(changes, from: [known], work: work) else { return nil }
    return RepairPlan(relaxation: relaxation, plan: plan)
  }

  /// Lets more people come as late as they may.
  private func postpone(
    _ relaxation: inout Relaxation, _ known: inout Schedule, _ replanner: Replanner
  ) async throws(AnalysisError) {
    for lever in relaxation.carriers where lever.kind == .team {
      var (holds, fails) = (0, roadmap.calendar.periodCount)
      while fails - holds > 1 {
        let middle = (holds + fails) / 2
        var tried = relaxation
        tried.weeks[lever] = middle
        let changes = tried.changes(in: roadmap)
        if let kept = try await replanner.schedule(keepingRulesOf: changes, from: [known]) {
          (holds, relaxation, known) = (middle, tried, kept)
        } else {
          fails = middle
        }
      }
    }
  }
}
