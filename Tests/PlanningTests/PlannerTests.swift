import BusinessModel
import Planning
import RoadmapModel
import TestSupport
import Testing

@Suite struct PlannerTests {
  /// Bound, optimum and plan of tiny roadmaps with all features: the bound is never beaten and the plan never beats the optimum.
  @Test(arguments: (0..<24).map { ($0, 4, 6) } + (24..<27).map { ($0, 7, 3) })
  func sandwich(seed: Int, capabilities: Int, periods: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: capabilities, periods: periods)
    for objective in Objective.allCases {
      let oracle = BruteForce(roadmap, objective: objective)
      var parameters = PlannerParameters(objective: objective, threads: 1)
      parameters.schedules = 300
      let outcome = try await Planner(roadmap).plan(parameters)
      switch outcome {
      case .infeasible(let infeasibility):
        #expect(
          oracle.best == nil,
          "seed \(seed), \(objective): \(infeasibility.reasons) but \(oracle.schedule.starts)")
      case .plan(let plan):
        if roadmap.weights == ObjectiveWeights() {
          let parts = plan.value.impact + plan.value.scores - plan.value.cost
          #expect(plan.value.npv == parts, "seed \(seed), \(objective)")
        }
        let best = try #require(oracle.best, "seed \(seed), \(objective): a plan where there is none")
        let achieved = achieved(by: plan, target: roadmap.target.stage)
        // One cent for the rounding of sums in another order.
        let tolerance: Int64 = objective == .time ? 0 : 2
        switch objective {
        case .value:
          #expect(achieved <= best + tolerance && plan.value.bound * 100 >= Double(best - tolerance))
        case .time: #expect(achieved >= best && plan.value.bound <= Double(best))
        case .cost:
          #expect(achieved >= best - tolerance && plan.value.bound * 100 <= Double(best + tolerance))
        }
        #expect(
          abs(achieved - best) <= tolerance, "seed \(seed), \(objective): \(achieved) instead of \(best)")
      }
    }
  }

  private func achieved(by plan: Plan, target: StageID) -> Int64 {
    switch plan.objective {
    case .value: plan.value.npv.cents
    case .cost: plan.value.firstYearCost.cents
    case .time: Int64(plan.stages.first { $0.stage == target }?.period.index ?? -1)
    }
  }
}

@Suite struct CircularWaitTests {
  /// A pinned capability without work that stands in for what it needs waits for the other one, not for itself.
  @Test func nothingMeetsItsOwnRequirement() async throws {
    let roadmap = RandomRoadmap.make(seed: 306, capabilities: 5, periods: 8)
    var parameters = PlannerParameters(objective: .value, threads: 1)
    parameters.schedules = 150
    guard case .plan(let plan) = try await Planner(roadmap).plan(parameters) else {
      Issue.record("there is a plan")
      return
    }
    let best = try #require(BruteForce(roadmap, objective: .value).best)
    #expect(abs(plan.value.npv.cents - best) <= 2)
  }
}

@Suite struct ReproducibilityTests {
  /// A roadmap with a plan: people, money and effects, but no demands that could clash.
  static let feasible = RandomRoadmap.make(
    seed: 3, capabilities: 7, periods: 14, features: [.teams, .budget, .effects, .provides])

  /// The number of threads changes nothing in the plan.
  @Test(arguments: [2, 3, 8]) func threads(count: Int) async throws {
    let roadmap = Self.feasible
    func outcome(threads: Int) async throws -> Plan? {
      var parameters = PlannerParameters(threads: threads)
      parameters.schedules = 400
      guard case .plan(let plan) = try await Planner(roadmap).plan(parameters) else { return nil }
      return plan
    }
    let one = try await outcome(threads: 1)
    #expect(one != nil)
    #expect(try await outcome(threads: count) == one)
  }

  /// A raised signal ends the search at once, with a plan that says so.
  @Test func signalEndsTheSearch() async throws {
    let roadmap = Self.feasible
    let signal = StopSignal()
    signal.raise()
    let outcome = try await Planner(roadmap).plan(PlannerParameters(effort: .thorough), signal: signal)
    guard case .plan(let plan) = outcome else {
      Issue.record("the first list is a plan already")
      return
    }
    #expect(plan.wasCutShort)
  }
}
