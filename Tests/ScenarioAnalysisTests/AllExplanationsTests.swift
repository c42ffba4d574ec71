import Foundation
import Planning
import RoadmapModel
import Testing

@testable import ScenarioAnalysis

/// The scenarios whose explanations the environment asks to check.
private enum Asked {
  static let text = ProcessInfo.processInfo.environment["GAIT_ALL_EXPLANATIONS"]

  /// Those that have a plan.
  static let names = (KeptPlan.names + ["b2b-wholesaler-one-year-on"]).filter(contains)

  /// The scenario that has none.
  static let infeasible = "infeasible-deadline"

  static func contains(_ name: String) -> Bool {
    text.map { $0 == "all" || $0.split(separator: ",").contains { $0 == name } } ?? false
  }
}

/// What explanations of the example scenarios say, held against plans that are made with another seed.
///
/// It takes minutes in a release build and hours in a debug build, so that it runs with `GAIT_ALL_EXPLANATIONS` in the environment only: `all`, or names of scenarios
/// with commas between them.
@Suite(.enabled(if: Asked.text != nil))
struct AllExplanationsTests {
  /// What two searches of this size may differ by, as a share of what the plan is worth.
  private static let tolerance = 0.01

  /// Those of `gait explain` without options.
  private static let parameters = AnalysisParameters(objective: .value)

  /// The best plan of a changed scenario that a search finds from some schedules; nil when it finds none.
  private func plan(
    _ changes: [ScenarioChange], _ roadmap: Roadmap, from starts: [Plan],
    schedules: Int = parameters.schedules
  ) async throws -> Plan? {
    guard let changed = roadmap.changed(by: changes) else { return nil }
    var parameters = PlannerParameters(objective: .value, effort: .quick, seed: 7, threads: 1)
    parameters.schedules = schedules
    parameters.nodes = Self.parameters.failures
    parameters.cuts = 1
    parameters.tightensLimit = false
    parameters.startingSchedules = starts.map(Schedule.init)
    guard case .plan(let plan) = try await Planner(changed).plan(parameters) else { return nil }
    return plan
  }

  /// A change that leaves a capability where it is.
  private func keeping(_ id: CapabilityID, at start: CivilDate?) -> ScenarioChange {
    start.map { .pin(id, $0) } ?? .isExcluded(id, true)
  }

  /// A change that puts a capability where an event says; nil where no single change does.
  private func elsewhere(
    _ entry: Explanation.CapabilityExplanation, _ quantity: Explanation.StabilityRange.Quantity,
    _ end: Explanation.StabilityRange.End
  ) -> ScenarioChange? {
    switch end.event {
    case .movesEarlier:
      // With a cost or an effect its weeks stay what they are, so that a day says when it starts at the latest.
      quantity == .duration
        ? nil : entry.finish.map { .liveBy(entry.id, $0.advanced(by: -PlanningCalendar.daysPerPeriod)) }
    case .movesLater:
      entry.start.map { .notBefore(entry.id, $0.advanced(by: PlanningCalendar.daysPerPeriod)) }
    case .leaves: .isExcluded(entry.id, true)
    case .enters: .isForced(entry.id, true)
    case .noPlan, .noneFound, nil: nil
    }
  }

  /// One capability in the middle of a plan whose start is free, and one that is left out and may enter.
  private func samples(_ plan: Plan, _ roadmap: Roadmap) -> [CapabilityID] {
    let free = plan.capabilities.filter { planned in
      planned.startPeriod > Period(8) && roadmap.decision(on: planned.id) == Decision()
    }
    let out = plan.notPlanned.map(\.id).filter { roadmap.decision(on: $0) == Decision() }
    return [free.isEmpty ? nil : free[free.count / 2].id, out.first].compactMap(\.self)
  }

  /// A scenario with the plan that is explained.
  private struct Explained {
    let name: String
    let roadmap: Roadmap
    let plan: Plan
    let slack: Double
    /// The plans that the answers were found with.
    let known: [Schedule]

    /// Where searches with changes begin: with the plan, and with the best that becomes of the plans that the answers were found with.
    ///
    /// A change of a cost or of weeks may break all of the plan, and then a search from that alone says little.
    func starts(_ changes: [ScenarioChange]) throws -> [Plan] {
      let replanner = Replanner(
        roadmap, AllExplanationsTests.parameters, signal: StopSignal(), onProgress: { _ in })
      guard let best = replanner.best(of: known, with: changes), let changed = roadmap.changed(by: changes)
      else { return [plan] }
      return [plan, try KeptPlan.plan(of: best.schedule, changed)]
    }
  }

  @Test(arguments: Asked.names) func whatIsSaidHolds(name: String) async throws {
    let roadmap = try KeptPlan.roadmap(name)
    let known = KeptPlan.names.contains(name) ? [try KeptPlan(name).plan] : []
    let first = try #require(try await plan([], roadmap, from: known, schedules: 16_000))
    let ids = samples(first, roadmap)
    try #require(!ids.isEmpty)
    let result = try await Explainer(roadmap, plan: first).explain(ids, Self.parameters)
    let (explanation, plan) = (result.explanation, result.plan)
    #expect(explanation.netPresentValue == plan.value.npv)
    let explained = Explained(
      name: name, roadmap: roadmap, plan: plan, slack: Self.tolerance * abs(plan.value.npv.units),
      known: result.plans.map(Schedule.init))
    for entry in explanation.capabilities {
      for way in entry.ways { try await check(way, of: entry, explained) }
      for range in entry.stability { try await check(range, of: entry, explained) }
    }
  }

  /// With a way there is a plan in which the capability starts then, and what it is said to be worth is no less than leaving the capability where it is.
  private func check(
    _ way: Explanation.Way, of entry: Explanation.CapabilityExplanation, _ explained: Explained
  ) async throws {
    let label: Comment = "\(explained.name), \(entry.id): \(way.text)"
    if let start = entry.start { #expect(way.start < start, label) }
    let there = [way.change, .pin(entry.id, way.start)]
    let moved = try #require(try await plan(there, explained.roadmap, from: [explained.plan]), label)
    let stays = [way.change, keeping(entry.id, at: entry.start)]
    guard let still = try await plan(stays, explained.roadmap, from: [explained.plan, moved]) else { return }
    let worth = explained.plan.value.npv + way.consequence.netPresentValue
    #expect(worth.units > still.value.npv.units - explained.slack, label)
  }

  /// Inside its range a capability is best where it is, outside it is not.
  private func check(
    _ range: Explanation.StabilityRange, of entry: Explanation.CapabilityExplanation, _ explained: Explained
  ) async throws {
    let (roadmap, slack) = (explained.roadmap, explained.slack)
    let there = keeping(entry.id, at: entry.start)
    // Where it moves before it leaves, the further end tells until where it is in at all.
    let exits = [range.lowerLeaves, range.upperLeaves].compactMap(\.self)
    for (end, stay) in [(range.lower, there), (range.upper, there)]
      + exits.map({ ($0, .isForced(entry.id, true)) })
    {
      let label: Comment = "\(explained.name), \(entry.id): \(range.quantity) \(end)"
      let inside = range.change(of: entry.id, to: end.holds)
      var held = try #require(
        try await plan([inside, stay], roadmap, from: explained.starts([inside, stay])), label)
      let free = try #require(try await plan([inside], roadmap, from: [explained.plan, held]), label)
      // What keeps a capability in its place is the harder to find, so it may begin with what was found without.
      held = try await plan([inside, stay], roadmap, from: [free, held]) ?? held
      #expect(held.value.npv.units > free.value.npv.units - slack, label)
      guard let fails = end.fails, end.event != .noneFound else { continue }
      let outside = range.change(of: entry.id, to: fails)
      if end.event == .noPlan {
        #expect(try await plan([outside], roadmap, from: [explained.plan]) == nil, label)
        continue
      }
      var moved = try #require(
        try await plan([outside], roadmap, from: explained.starts([outside])), label)
      guard let still = try await plan([outside, stay], roadmap, from: [explained.plan, moved]) else {
        continue
      }
      // A free search may miss what is said to be better elsewhere, so it is put there, too, from what was found with it in its place.
      if let elsewhere = elsewhere(entry, range.quantity, end),
        let other = try await plan(
          [outside, elsewhere], roadmap, from: explained.starts([outside, elsewhere]) + [moved, still]),
        other.value.npv > moved.value.npv
      {
        moved = other
      }
      #expect(still.value.npv.units < moved.value.npv.units + slack, label)
    }
  }

  @Test(.enabled(if: Asked.contains(Asked.infeasible)))
  func repairsOfThePromiseThatNobodyCanKeepRepair() async throws {
    let roadmap = try KeptPlan.roadmap(Asked.infeasible)
    let advice = try #require(try await Repairer(roadmap).advice(Self.parameters))
    #expect(!advice.clash.isEmpty && !advice.repairs.isEmpty)
    for repair in advice.repairs {
      // A repair is as small as it can be, so that its plans are hard to find from nothing.
      let repaired = try await plan(repair.changes, roadmap, from: [], schedules: 16_000)
      #expect(repaired != nil, "\(repair.text)")
    }
  }
}
