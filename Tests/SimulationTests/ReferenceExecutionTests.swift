import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Simulation

@Suite("Executions against a plain one")
struct ReferenceExecutionTests {
  /// In random futures of random roadmaps with every feature, both start, finish and pay the same in the same weeks.
  @Test(arguments: 0..<40)
  func randomFuturesAgree(seed: Int) async throws {
    var contents = RandomRoadmap.make(seed: UInt64(seed), capabilities: 5 + seed % 4, periods: 12 + seed % 9)
      .contents
    for team in contents.teams.indices where seed % 2 == 0 {
      contents.teams[team].absence = Team.Absence(share: 0.2)
    }
    let roadmap = try Roadmap(validating: contents)
    guard let plan = try await roadmap.smallPlan() else { return }
    for policy in [ExecutionPolicy.priorityList, .fixedDates] {
      let model = try ExecutionModel(roadmap, Schedule(plan), policy: policy).holdingByPolicy()
      var execution = Execution(model, UncertainInputs(model))
      var stream = RandomStream(StreamKey(seed: UInt64(seed), purpose: "reference futures"))
      for _ in 0..<6 { try expectAgreement(&execution, roadmap, Schedule(plan), &stream) }
    }
  }

  private func expectAgreement(
    _ execution: inout Execution, _ roadmap: Roadmap, _ schedule: Schedule, _ stream: inout RandomStream
  ) throws {
    let model = execution.model
    var weeks: [CapabilityID: Double] = [:]
    var cost: [CapabilityID: Int64] = [:]
    var holds: [CapabilityID: Int] = [:]
    for activity in model.order {
      let id = roadmap.capabilities[model.position[activity]].id
      let work = try #require(model.work[activity])
      execution.world.weeks[activity] = Double(work.duration) * (0.4 + 1.4 * stream.uniform())
      execution.world.cost[activity] = Int64(Double(work.cost.cents) * (0.5 + 1.5 * stream.uniform()))
      weeks[id] = execution.world.weeks[activity]
      cost[id] = execution.world.cost[activity]
      holds[id] = model.hold[activity]
    }
    var presence: [TeamID: [Double]] = [:]
    execution.world.presence = []
    for team in roadmap.teams {
      let shares = (0..<model.periodCount).map { _ in stream.bernoulli(0.3) ? 0.5 : 1 }
      presence[team.id] = team.absence == nil ? nil : shares
      execution.world.presence += shares
    }
    execution.begin()
    execution.run()
    var outcome = Outcome(periodCount: model.periodCount)
    execution.value(into: &outcome)
    var reference = ReferenceExecution(
      roadmap, schedule, holds: holds, weeks: weeks, cost: cost, presence: presence)
    reference.run()
    for activity in model.order {
      let id = roadmap.capabilities[model.position[activity]].id
      #expect(execution.start[activity] == reference.start[id] ?? Execution.never, "start of \(id)")
      #expect(execution.goLive[activity] == reference.live[id] ?? Execution.never, "go-live of \(id)")
    }
    for rank in roadmap.maturity.stages.indices {
      let milestone = model.count - roadmap.maturity.stages.count + rank
      let reached = (0...model.periodCount).first { reference.isReached(rank, by: $0) }
      #expect(execution.goLive[milestone] == reached ?? Execution.never, "stage \(rank)")
    }
    #expect(outcome.oneOffCost == reference.oneOffCost)
    let value = Double(outcome.netPresentValue) / 100
    #expect((value - reference.netPresentValue).magnitude <= 0.011 + 1e-9 * value.magnitude)
  }
}
