import Foundation
import Planning
import RoadmapModel
import Testing

@testable import ScenarioAnalysis

/// What explanations of the example scenarios say, held against plans that are made with other seeds and more work.
///
/// It takes very long in a debug build, so that it runs with `GAIT_ALL_EXPLANATIONS` in the environment only.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["GAIT_ALL_EXPLANATIONS"] != nil))
struct AllExplanationsTests {
  /// What two searches of this size may differ by, as a share of what the plan is worth.
  private static let tolerance = 0.005

  private static let parameters: AnalysisParameters = {
    var parameters = AnalysisParameters(objective: .value)
    parameters.schedules = 60
    parameters.secondLook = 1
    return parameters
  }()

  /// The best plan of a changed scenario that another search finds from some schedules; nil when it finds none.
  private func plan(_ changes: [ScenarioChange], _ roadmap: Roadmap, from starts: [Plan]) async throws
    -> Plan?
  {
    guard let changed = roadmap.changed(by: changes) else { return nil }
    var parameters = PlannerParameters(objective: .value, effort: .quick, seed: 7, threads: 1)
    parameters.schedules = 300
    parameters.nodes = 300
    parameters.cuts = 1
    parameters.startingSchedules = starts.map(Schedule.init)
    guard case .plan(let plan) = try await Planner(changed).plan(parameters) else { return nil }
    return plan
  }

  /// A change that leaves a capability where it is.
  private func keeping(_ id: CapabilityID, at start: CivilDate?) -> ScenarioChange {
    start.map { .pin(id, $0) } ?? .isExcluded(id, true)
  }

  /// One capability in the middle of the plan whose start is free, and one that is left out and may enter.
  private func samples(_ kept: KeptPlan) -> [CapabilityID] {
    let free = kept.plan.capabilities.filter { planned in
      planned.startPeriod > Period(8) && kept.roadmap.decision(on: planned.id) == Decision()
    }
    let out = kept.plan.notPlanned.map(\.id).filter { kept.roadmap.decision(on: $0) == Decision() }
    return [free.isEmpty ? nil : free[free.count / 2].id, out.first].compactMap(\.self)
  }

  @Test(arguments: KeptPlan.names) func whatIsSaidHolds(name: String) async throws {
    let kept = try KeptPlan(name)
    let ids = samples(kept)
    try #require(!ids.isEmpty)
    let explanation = try await Explainer(kept.roadmap, plan: kept.plan).explain(ids, Self.parameters)
    let slack = Self.tolerance * abs(explanation.netPresentValue.units)
    for entry in explanation.capabilities {
      try await check(entry.ways, of: entry, kept, slack)
      for range in entry.stability { try await check(range, of: entry, kept, slack) }
    }
  }

  /// Every way has a plan in which the capability starts then, and that is no worse than leaving it where it is.
  private func check(
    _ ways: [Explanation.Way], of entry: Explanation.CapabilityExplanation, _ kept: KeptPlan, _ slack: Double
  ) async throws {
    for way in ways {
      let label: Comment = "\(kept.name), \(entry.id): \(way.text)"
      if let start = entry.start { #expect(way.start < start, label) }
      let moved = try await plan([way.change, .pin(entry.id, way.start)], kept.roadmap, from: [kept.plan])
      let there = try #require(moved, label)
      let stays = [way.change, keeping(entry.id, at: entry.start)]
      guard let still = try await plan(stays, kept.roadmap, from: [kept.plan]) else { continue }
      #expect(there.value.npv.units > still.value.npv.units - slack, label)
    }
  }

  /// Inside its range a capability is best where it is, outside it is not.
  private func check(
    _ range: Explanation.StabilityRange, of entry: Explanation.CapabilityExplanation, _ kept: KeptPlan,
    _ slack: Double
  ) async throws {
    let stay = keeping(entry.id, at: entry.start)
    for end in [range.lower, range.upper] {
      let label: Comment = "\(kept.name), \(entry.id): \(range.quantity) \(end)"
      let inside = range.change(of: entry.id, to: end.holds)
      let held = try #require(try await plan([inside, stay], kept.roadmap, from: [kept.plan]), label)
      let free = try await plan([inside], kept.roadmap, from: [kept.plan, held])
      #expect(held.value.npv.units > (free?.value.npv.units ?? 0) - slack, label)
      guard let fails = end.fails, end.event != .noPlan else { continue }
      let outside = range.change(of: entry.id, to: fails)
      let moved = try #require(try await plan([outside], kept.roadmap, from: [kept.plan]), label)
      guard let still = try await plan([outside, stay], kept.roadmap, from: [kept.plan, moved]) else {
        continue
      }
      #expect(still.value.npv.units < moved.value.npv.units + slack, label)
    }
  }

  @Test func repairsOfThePromiseThatNobodyCanKeepRepair() async throws {
    let roadmap = try KeptPlan.roadmap("infeasible-deadline")
    let advice = try #require(try await Repairer(roadmap).advice(Self.parameters))
    #expect(!advice.clash.isEmpty && !advice.repairs.isEmpty)
    for repair in advice.repairs {
      #expect(try await plan(repair.changes, roadmap, from: []) != nil, "\(repair.text)")
    }
  }
}
