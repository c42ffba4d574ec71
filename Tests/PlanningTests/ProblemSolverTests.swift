import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct ProblemSolverTests {
  /// The problem as plain data has the same windows, and leads to the same schedule, as the roadmap that it comes from.
  @Test(arguments: 0..<40) func problemsCarryEverythingOver(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 6, periods: 10)
    let planner = Planner(roadmap)
    let original = planner.compiled.instance
    var compiler = ProblemCompiler(planner.compiledProblem(inputHash: ""))
    guard Diagnosis(planner.compiled, language: .english).proofs().isEmpty else { return }
    let copy = try compiler.instance()
    #expect(copy.earliest == original.earliest)
    #expect(copy.isRequired == original.isRequired)
    #expect(copy.resources.capacity == original.resources.capacity)
    #expect(copy.budget.limits == original.budget.limits)
    var parameters = PlannerParameters()
    parameters.schedules = 200
    for objective in Objective.allCases {
      let first = await InstanceSolver(instance: original, objective: objective, parameters: parameters)
        .solve(signal: StopSignal()) { _ in }
      let second = await InstanceSolver(instance: copy, objective: objective, parameters: parameters)
        .solve(signal: StopSignal()) { _ in }
      #expect(first.result.starts == second.result.starts, "seed \(seed), \(objective)")
      #expect(abs(first.bound.limit - second.bound.limit) < 0.02)
    }
  }

  /// A problem that contradicts itself is refused with all its mistakes.
  @Test func mistakesAreNamedAtOnce() throws {
    let good = Planner(RandomRoadmap.make(seed: 1, capabilities: 3, periods: 6)).compiledProblem(
      inputHash: "")
    let bad = CompiledProblem(
      scenario: "", inputHash: "", objective: .value, impactWeight: 1, costWeight: 1, start: good.start,
      daysPerPeriod: 7, periodCount: 6, discountFactors: good.discountFactors, teams: [], workInProgress: 0,
      frozenPeriods: [9],
      activities: [
        CompiledProblem.Activity(
          id: "a", isMilestone: false, isRequired: false, duration: 7, needs: [], costs: [], runningCost: 0,
          firstYearCost: 0, earliestStart: 0, latestStart: 3,
          requirements: [CompiledProblem.Requirement(atLeast: 1, lag: 0, slots: [["b"]])], trigger: [],
          additiveValueByStart: [1]),
        CompiledProblem.Activity(
          id: "end", isMilestone: true, isRequired: false, duration: 0, needs: [], costs: [], runningCost: 0,
          firstYearCost: 0, earliestStart: 0, latestStart: 6, requirements: [], trigger: [],
          additiveValueByStart: []),
      ], targetMilestone: "end", exclusiveGroups: [])
    #expect(throws: ProblemError.self) { try ProblemSolver(bad) }
    do {
      _ = try ProblemSolver(bad)
    } catch {
      #expect(error.mistakes.count == 2, "\(error)")
    }
  }
}
