import RoadmapModel
import TestSupport
import Testing

@testable import Planning
@testable import Simulation

@Suite("Forecasts")
struct SimulatorTests {
  /// A scenario with its small schedule as a plan; only dates and values are right.
  private static func plan(_ scenario: SimulatedScenario) -> Plan {
    PlanDraft(scenario.schedule, of: scenario.roadmap).plan
  }

  /// A small roadmap with every feature, and a plan.
  private static func small(_ seed: UInt64) async throws -> (Roadmap, Plan) {
    let roadmap = RandomRoadmap.make(seed: seed, capabilities: 7, periods: 20)
    return (roadmap, try #require(try await roadmap.smallPlan()))
  }

  @Test(arguments: [3, 11])
  func bytesDoNotDependOnThreads(seed: UInt64) async throws {
    let (roadmap, plan) = try await Self.small(seed)
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    for sampling in Forecast.Run.Sampling.allCases {
      var forecasts: [Forecast] = []
      for threads in [1, 2, 8] {
        forecasts.append(
          await simulator.run(
            SimulationParameters(trials: 100, seed: 3, threads: threads, sampling: sampling)))
      }
      #expect(forecasts[0] == forecasts[1] && forecasts[1] == forecasts[2])
      #expect(forecasts[0].run.trials == 112)
      #expect(
        forecasts[0] != (await simulator.run(SimulationParameters(trials: 100, seed: 4, sampling: sampling))))
    }
  }

  @Test(arguments: ["fashion-retailer-lean"])
  func certainInputsGiveThePlan(name: String) async throws {
    let scenario = try SimulatedScenario(name)
    let roadmap = try Roadmap(validating: scenario.roadmap.contents.certain)
    let plan = Self.plan(scenario)
    let forecast = try await Simulator(roadmap: roadmap, plan: plan).run(SimulationParameters(trials: 16))
    #expect(forecast.drivers.isEmpty && forecast.risks.isEmpty)
    for stage in forecast.stages {
      let planned = plan.stages.first { $0.stage == stage.stage }?.reachedOn
      #expect(stage.reached.quantiles.values.allSatisfy { $0 == planned })
      #expect(stage.reached.share.value == (planned == nil ? 0 : 1))
    }
    for capability in forecast.capabilities {
      let planned = try #require(plan.planned(capability.id))
      #expect(capability.start.quantiles.values.allSatisfy { $0 == planned.start })
      #expect(capability.finish.quantiles.values.allSatisfy { $0 == planned.finish })
      #expect(capability.cost.mean == planned.cost.units && capability.cost.standardDeviation == 0)
    }
    for figure in [forecast.money.npv, forecast.money.cost, forecast.money.oneOffCost] {
      #expect(figure.quantiles.values.allSatisfy { $0 == figure.mean } && figure.standardError == 0)
    }
    let oneOff = plan.quarters.reduce(Money.zero) { $0 + $1.oneOff }
    #expect(forecast.money.oneOffCost.mean == oneOff.units)
    for path in forecast.paths {
      for point in path.points {
        let planned = try #require(point.planned)
        #expect((point.mean - planned).magnitude <= 0.005 + 1e-8 * planned.magnitude)
      }
    }
  }

  /// Draws belong to capabilities, so that leaving one out of the plan leaves the others' draws as they are.
  @Test func anotherCapabilityShiftsNoDraws() throws {
    let scenario = try SimulatedScenario("fashion-retailer")
    var fewer = scenario.schedule
    let left = try #require(scenario.schedule.starts.keys.map(\.text).sorted().first)
    fewer.starts[CapabilityID(left)] = nil
    let worlds = try [scenario.schedule, fewer].map { schedule in
      let model = try ExecutionModel(scenario.roadmap, schedule, policy: .priorityList)
      let inputs = UncertainInputs(model)
      var world = inputs.expected
      var sampler = FutureSampler(inputs, seed: 9, sampling: .sobol)
      sampler.fill(copy: 2, from: 128)
      sampler.load(5, into: &world)
      return (model, world)
    }
    for activity in worlds[1].0.order {
      #expect(worlds[0].1.weeks[activity] == worlds[1].1.weeks[activity])
      #expect(worlds[0].1.cost[activity] == worlds[1].1.cost[activity])
    }
    #expect(worlds[0].0.order.count == worlds[1].0.order.count + 1)
  }

  @Test func precisionEndsARun() async throws {
    let (roadmap, plan) = try await Self.small(3)
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    let forecast = await simulator.run(SimulationParameters(trials: 100_000, targetError: 0.05))
    #expect(forecast.run.end == .precision)
    #expect(forecast.run.trials == 64 * SimulationParameters.scrambles)
    #expect(forecast.money.loss.standardError <= 0.05)
  }

  @Test func signalEndsARun() async throws {
    let (roadmap, plan) = try await Self.small(3)
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    let signal = StopSignal()
    signal.raise()
    let forecast = await simulator.run(SimulationParameters(trials: 100_000), signal: signal)
    #expect(forecast.run.end == .interrupted && forecast.run.trials == 0)
    #expect(forecast.stages.allSatisfy { $0.reached.quantiles.p50 == nil })
  }

  @Test func replanningRepeatsAndKeepsRules() async throws {
    let (roadmap, plan) = try await Self.small(11)
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    var forecasts: [Forecast] = []
    for threads in [1, 2] {
      forecasts.append(
        await simulator.run(SimulationParameters(trials: 16, threads: threads, policy: .replan)))
    }
    #expect(forecasts[0] == forecasts[1])
    #expect(forecasts[0].run.policy == .replan)
  }

  @Test func unknownCapabilitiesAreRefused() throws {
    let roadmap = try RoadmapFixture().capability("one").roadmap()
    let other = try RoadmapFixture().capability("two").roadmap()
    let plan = PlanDraft(Schedule(starts: ["two": Period(0)]), of: other).plan
    #expect(throws: SimulationError.unknownCapability("two")) { try Simulator(roadmap: roadmap, plan: plan) }
    let late = Schedule(starts: ["one": Period(roadmap.calendar.periodCount)])
    #expect(throws: SimulationError.startOutsideCalendar("one")) {
      try ExecutionModel(roadmap, late, policy: .priorityList)
    }
  }
}
