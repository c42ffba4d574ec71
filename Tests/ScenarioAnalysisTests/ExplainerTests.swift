import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

/// What explanations say is checked by planning without them: from nothing, and with more work than they do.
@Suite struct ExplainerTests {
  static let seeds = 0..<8

  /// A plan from nothing; nil when there is none.
  static func oracle(_ contents: RoadmapContents, _ objective: Objective) async throws -> Plan? {
    var parameters = PlannerParameters(objective: objective, seed: 7, threads: 1)
    parameters.schedules = 150
    parameters.cuts = 1
    let outcome = try await Planner(try Roadmap(validating: contents)).plan(parameters)
    guard case .plan(let plan) = outcome else { return nil }
    return plan
  }

  static func parameters(_ objective: Objective) -> AnalysisParameters {
    var parameters = AnalysisParameters(objective: objective, threads: 2)
    parameters.schedules = 40
    parameters.secondLook = 1
    return parameters
  }

  /// The capabilities of a plan whose place can be decided, by pins or by exclusion; what is in work already cannot.
  private func decidable(_ plan: Plan, _ roadmap: Roadmap) -> [CapabilityID] {
    (plan.capabilities.map(\.id) + plan.notPlanned.map(\.id)).sorted().filter { id in
      if case .inProgress = roadmap.state(of: id) { return false }
      var contents = roadmap.contents
      contents.decisions[id] = decision(on: id, keeping: plan.planned(id)?.start, contents)
      return (try? Roadmap(validating: contents)) != nil
    }
  }

  private func decision(on id: CapabilityID, keeping start: CivilDate?, _ contents: RoadmapContents)
    -> Decision
  {
    var decision = contents.decisions[id] ?? Decision()
    if let start { decision.pinnedStart = start } else { decision.isExcluded = true }
    return decision
  }

  /// How good the best plan is that leaves a capability where it is.
  private func score(
    keeping id: CapabilityID, at start: CivilDate?, _ contents: RoadmapContents, _ objective: Objective
  ) async throws -> Score? {
    var contents = contents
    contents.decisions[id] = decision(on: id, keeping: start, contents)
    guard let roadmap = try? Roadmap(validating: contents) else { return nil }
    let plan = try await Self.oracle(roadmap.contents, objective)
    return plan.map { Score($0, for: objective, target: contents.target.stage) }
  }

  @Test(arguments: seeds) func rangesHoldJustInsideAndFailJustOutside(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 7)
    let objective = roadmap.objective
    guard let plan = try await Self.oracle(roadmap.contents, objective) else { return }
    // One that is planned, and one that is left out and might enter.
    let all = decidable(plan, roadmap)
    let ids = [all.first { plan.planned($0) != nil }, all.first { plan.planned($0) == nil }]
      .compactMap(\.self)
    guard !ids.isEmpty else { return }
    let explanation = try await Explainer(roadmap, plan: plan).explain(
      ids, Self.parameters(objective)
    ).explanation
    for entry in explanation.capabilities {
      if roadmap.decision(on: entry.id).isExcluded { #expect(entry.stability.isEmpty) }
      for range in entry.stability {
        for end in [range.lower, range.upper] {
          // No digit of a binary fraction gets out.
          for value in [end.holds, end.fails ?? 0] { #expect((value * 100).rounded() / 100 == value) }
          let (holds, fails) = (
            range.change(of: entry.id, to: end.holds), end.fails.map { range.change(of: entry.id, to: $0) }
          )
          for (change, isInside) in [(holds, true)] + (fails.map { [($0, false)] } ?? []) {
            guard let changed = roadmap.changed(by: [change])?.contents else { continue }
            let best = try await Self.oracle(changed, objective)
              .map { Score($0, for: objective, target: roadmap.target.stage) }
            let kept = try await score(keeping: entry.id, at: entry.start, changed, objective)
            let label: Comment = "seed \(seed), \(entry.id) \(range.quantity) \(change) \(end)"
            if isInside {
              #expect(kept != nil && best.map { $0.primary - (kept?.primary ?? 0) <= 2 } ?? true, label)
            } else if end.event == .noPlan {
              #expect(best == nil, label)
            } else if end.event != .noneFound {
              #expect(best != nil && (kept == nil || kept! < best!), label)
            }
          }
        }
      }
    }
  }

  @Test(arguments: seeds) func waysReallyMoveACapability(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(100 + seed), capabilities: 5, periods: 8)
    let objective = roadmap.objective
    guard let plan = try await Self.oracle(roadmap.contents, objective) else { return }
    let ids = decidable(plan, roadmap).suffix(2)
    guard !ids.isEmpty else { return }
    let explanation = try await Explainer(roadmap, plan: plan).explain(
      Array(ids), Self.parameters(objective)
    ).explanation
    for entry in explanation.capabilities {
      for way in entry.ways {
        if let start = entry.start { #expect(way.start < start) }
        if entry.start == nil, way.change == .isForced(entry.id, true) {
          #expect(way.consequence == entry.inclusion)
        }
        let changed = try #require(roadmap.changed(by: [way.change])).contents
        let best = try #require(try await Self.oracle(changed, objective))
        // With the capability where the way puts it, the plan is as good as any: so the change really moves it.
        let kept = try #require(
          try await score(keeping: entry.id, at: way.start, changed, objective), "seed \(seed) \(way.text)")
        let found = Score(best, for: objective, target: roadmap.target.stage)
        #expect(found.primary - kept.primary <= 2, "seed \(seed), \(entry.id): \(way.text)")
      }
    }
  }

  @Test(arguments: seeds) func delaysCostWhatPlanningSays(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(200 + seed), capabilities: 5, periods: 20)
    let objective = roadmap.objective
    guard let plan = try await Self.oracle(roadmap.contents, objective) else { return }
    let ids = plan.capabilities.map(\.id).prefix(2)
    guard !ids.isEmpty else { return }
    var parameters = Self.parameters(objective)
    parameters.secondLook = 2
    let explanation = try await Explainer(roadmap, plan: plan).explain(Array(ids), parameters).explanation
    for entry in explanation.capabilities {
      for delay in entry.delays {
        let start = try #require(entry.start)
        let change = ScenarioChange.notBefore(entry.id, start.advanced(by: 7 * delay.weeks))
        let delayed = try await Self.oracle(try #require(roadmap.changed(by: [change])).contents, objective)
        #expect((delayed == nil) == (delay.consequence == nil), "seed \(seed) \(entry.id)")
        guard objective == .value, let delayed, let loss = delay.consequence?.netPresentValue else {
          continue
        }
        let cents = (delayed.value.npv - explanation.netPresentValue - loss).cents
        #expect(abs(cents) <= 2, "seed \(seed), \(entry.id): \(loss) but \(delayed.value.npv)")
        #expect(loss.cents <= 2)
      }
    }
  }

  @Test func theNumberOfThreadsChangesNothing() async throws {
    let roadmap = RandomRoadmap.make(seed: 3, capabilities: 5, periods: 9)
    let plan = try #require(try await Self.oracle(roadmap.contents, roadmap.objective))
    var parameters = Self.parameters(roadmap.objective)
    let first = try await Explainer(roadmap, plan: plan).explain([], parameters)
    parameters.threads = 1
    let second = try await Explainer(roadmap, plan: plan).explain([], parameters)
    #expect(first == second)
  }

  @Test func aRaisedSignalEndsIt() async throws {
    let roadmap = RandomRoadmap.make(seed: 3, capabilities: 5, periods: 9)
    let plan = try #require(try await Self.oracle(roadmap.contents, roadmap.objective))
    let signal = StopSignal()
    signal.raise()
    await #expect(throws: AnalysisError.self) {
      _ = try await Explainer(roadmap, plan: plan).explain([], signal: signal)
    }
  }
}
