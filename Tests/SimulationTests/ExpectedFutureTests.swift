import RoadmapModel
import TestSupport
import Testing

@testable import Planning
@testable import Simulation

@Suite("The future that a plan expects")
struct ExpectedFutureTests {
  private static let policies = [ExecutionPolicy.priorityList, .fixedDates]

  /// Carried out as expected, every plan has its dates, its costs and its value, to the week and the cent.
  @Test(arguments: SimulatedScenario.names)
  func scenariosRepeatTheirPlans(name: String) throws {
    let scenario = try SimulatedScenario(name)
    #expect(scenario.schedule.starts.count > 20)
    // A plan is made as if every decision point were open to both branches from the start.
    var contents = scenario.roadmap.contents
    contents.uncertainty.decisionPoints = []
    let roadmap = try Roadmap(validating: contents)
    for policy in Self.policies { try expectRepetition(of: scenario.schedule, in: roadmap, policy) }
  }

  @Test(arguments: 0..<50)
  func randomRoadmapsRepeatTheirPlans(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4 + seed % 6, periods: 9 + seed % 12)
    guard let plan = try await roadmap.smallPlan() else { return }
    for policy in Self.policies {
      let outcome = try expectRepetition(of: Schedule(plan), in: roadmap, policy)
      #expect(outcome.netPresentValue == plan.value.npv.cents)
      #expect(outcome.cost == plan.value.cost.cents)
      #expect((outcome.impact - plan.value.impact.cents).magnitude <= 1)
    }
  }

  @discardableResult
  private func expectRepetition(
    of schedule: Schedule, in roadmap: Roadmap, _ policy: ExecutionPolicy
  ) throws -> Outcome {
    let model = try ExecutionModel(roadmap, schedule, policy: policy).holdingByPolicy()
    var execution = Execution(model, UncertainInputs(model))
    execution.begin(mitigates: false)
    execution.run()
    var outcome = Outcome(periodCount: model.periodCount)
    execution.value(into: &outcome)
    var starts = [Int](repeating: -1, count: model.count)
    for (id, start) in schedule.starts {
      let position = try #require(roadmap.position(of: id))
      let activity = model.activityOfPosition[position]
      starts[activity] = start.index
      let work = roadmap.plannedWork(for: roadmap.capabilities[position])
      #expect(execution.start[activity] == start.index, "\(id)")
      #expect(execution.goLive[activity] == start.index + work.duration, "\(id)")
      #expect(execution.costOf[activity] == work.cost.cents, "\(id)")
    }
    for (rank, stage) in roadmap.maturity.stages.enumerated() {
      let milestone = model.count - roadmap.maturity.stages.count + rank
      var reached = schedule.period(reaching: stage.id, in: roadmap)?.index ?? Execution.never
      if reached > model.periodCount { reached = Execution.never }
      #expect(execution.goLive[milestone] == reached, "\(stage.id)")
    }
    var evaluator = Evaluator(model.instance, objective: .value)
    #expect(outcome.netPresentValue == evaluator.netPresentValue(of: starts))
    let plan = PlanDraft(schedule, of: roadmap).plan
    #expect(outcome.oneOffCost == plan.quarters.reduce(0) { $0 + $1.oneOff.cents })
    return outcome
  }
}
