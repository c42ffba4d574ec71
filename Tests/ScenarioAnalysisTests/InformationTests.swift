import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct InformationTests {
  @Test func sampleSizesAreThoseOfTheLiterature() throws {
    // Fleiss, Levin and Paik, table A.4 without correction: 5 % against 10 % takes 435 in each group, 10 % against 20 % 199.
    #expect(try #require(PowerCalculation.perGroup(0.05, 0.1)).rounded(.up) == 435)
    #expect(try #require(PowerCalculation.perGroup(0.1, 0.2)).rounded(.up) == 199)
    #expect(PowerCalculation.perGroup(0.1, 0.1) == nil && PowerCalculation.perGroup(0, 0.1) == nil)
  }

  @Test(arguments: [0.01, 0.05, 0.3]) func theSmallestChangeNeedsJustWhatThereIs(rate: Double) throws {
    for isIncrease in [true, false] {
      let change = try #require(
        PowerCalculation.smallestChange(of: rate, perGroup: 50_000, isIncrease: isIncrease))
      #expect((change > 0) == isIncrease)
      let needed = try #require(PowerCalculation.perGroup(rate, rate * (1 + change)))
      #expect(abs(needed - 50_000) < 1)
    }
    #expect(PowerCalculation.smallestChange(of: rate, perGroup: 3, isIncrease: false) == nil)
  }

  @Test func weeksFollowFromTraffic() throws {
    let effect = Effect(.conversion, change: Estimate(0.1))
    let roadmap = try RoadmapFixture(periods: 10).business()
      .capability("search", effects: [effect]).roadmap()
    let plan = PlanDraft(Schedule(starts: ["search": Period(0)]), of: roadmap).plan
    let measurement = try #require(
      MeasurementFinder(roadmap: roadmap, plan: plan).measurements(of: ["search"]).first)
    let expected = roadmap.plannedWork(for: roadmap.capabilities[0]).effects[0].change
    let needed = try #require(PowerCalculation.perGroup(0.02, 0.02 * (1 + expected)))
    #expect(measurement.unit == .visits && measurement.perGroup == Int(needed.rounded(.up)))
    let visits = 10_000 / PlanningCalendar.periodsPerMonth
    #expect(abs((measurement.weeks ?? 0) - 2 * needed / visits) < 0.01)
    #expect(measurement.converters == Int((needed * 0.02).rounded(.up)))
  }

  /// The rule of thumb is 16 variances over the square of the difference (Lehr 1992), 2 % more than twice the square of 1.96 + 0.84.
  @Test func aTestTakesAsManyConvertersAsTheRuleOfThumbSays() throws {
    let effect = Effect(.conversion, change: Estimate(0.04))
    let roadmap = try RoadmapFixture(periods: 10).business()
      .capability("search", effects: [effect]).roadmap()
    let plan = PlanDraft(Schedule(starts: ["search": Period(0)]), of: roadmap).plan
    let one = try #require(MeasurementFinder(roadmap: roadmap, plan: plan).measurements(of: ["search"]).first)
    // Of a rate p that changes by the share c the rule takes 16 (1 - p) / (p c c) visits in each group, and of these 16 (1 - p) / (c c) convert.
    let converters = 16 * (1 - 0.02) / (one.change * one.change)
    #expect(abs(Double(one.converters) / converters - 1) < 0.05, "\(one.converters), not \(converters)")
    #expect(abs(Double(one.perGroup) * 0.02 - Double(one.converters)) <= 1)
    #expect(abs((one.weeks ?? 0) - 2 * Double(one.perGroup) / one.available) < 0.02)
  }

  @Test func knowingACostIsWorthWhatItSaves() async throws {
    // It brings 900 and costs 0 to 1,800, evenly but for the ends: without knowing it is worth nothing either way, and knowing saves what it costs too much.
    let cost = Estimate(low: 0, likely: 900, high: 1_800, distribution: .triangular)
    let roadmap = try RoadmapFixture(periods: 9).capability("gamble")
      .with { contents in
        contents.capabilities[0].cost = cost
        contents.capabilities[0].benefit = Benefit(perMonth: Estimate(520))
      }.roadmap()
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .value))
    let gain = 520 * 8 / PlanningCalendar.periodsPerMonth
    let report = try await InformationSearch(roadmap, plan: plan).report()
    let value = try #require(report.values.first { $0.input == .cost })
    let number = try #require(UncertainNumber.all(of: roadmap.capabilities[0], in: roadmap).first)
    let worths = number.values.map { value -> Double in
      guard case .costFactor(_, let factor) = value.change else { return 0 }
      return gain - 900 * factor
    }
    let informed = worths.reduce(0) { $0 + max(0, $1) } / Double(worths.count)
    let blind = max(0, worths.reduce(0, +) / Double(worths.count))
    #expect(abs(value.worth.units - (informed - blind)) < 0.05)
    #expect(value.worth > .zero && value.changesDecision > 0.3 && value.changesDecision < 0.7)
  }

  @Test(arguments: [-0.02, 0.001, 0.004, 0.03]) func effectsAreSetAsPlanningTakesThem(change: Double) throws {
    for kpi in [KPI.conversion, .returnRate, .orderValue] {
      let effect = Effect(kpi, change: Estimate(kpi.higherIsBetter ? 0.1 : -0.1))
      let roadmap = try RoadmapFixture().business().capability("search", effects: [effect]).roadmap()
      let changed = try #require(roadmap.changed(by: [.effect("search", kpi, change)]))
      let planned = changed.plannedWork(for: changed.capabilities[0]).effects[0].change
      #expect(abs(planned - change) < 1e-12, "\(kpi)")
    }
  }

  @Test func whatNoDecisionHangsOnIsWorthNothing() async throws {
    let cost = Estimate(low: 100, likely: 200, high: 300)
    let roadmap = try RoadmapFixture(periods: 30).capability("sure", benefit: 5_000)
      .with { $0.capabilities[0].cost = cost }.roadmap()
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .value))
    #expect(try await InformationSearch(roadmap, plan: plan).report().values == [])
  }
}
