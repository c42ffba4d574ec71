import RandomStreams
import RoadmapModel
import Testing

@testable import Planning

/// Goals that share what they need, under one budget (the next release problem): whole goals have to change places.
@Suite struct ExchangeOfGoalsTests {
  private static let needCount = 8
  private static let goalCount = 18

  /// One period, a budget, requirements that only cost, and goals that earn money and wait for some of them.
  private struct Release {
    var costs: [Int] = []
    var goals: [(profit: Int, needs: Set<Int>)] = []
    var budget = 0

    init(seed: UInt64) {
      var stream = RandomStream(StreamKey(seed: seed, purpose: "release"))
      costs = (0..<needCount).map { _ in 5 + stream.integer(below: 20) }
      goals = (0..<goalCount).map { _ in
        (
          profit: 1 + stream.integer(below: 30),
          needs: Set((0..<1 + stream.integer(below: 4)).map { _ in stream.integer(below: needCount) })
        )
      }
      budget = costs.reduce(0, +) * 2 / 5
    }

    /// The best profit, by trying every set of requirements.
    var optimum: Int {
      let masks = goals.map { goal in (profit: goal.profit, mask: goal.needs.reduce(0) { $0 | 1 << $1 }) }
      var best = 0
      for set in 0..<1 << needCount {
        var cost = 0
        for need in 0..<needCount where set >> need & 1 == 1 { cost += costs[need] }
        guard cost <= budget else { continue }
        var profit = 0
        for goal in masks where goal.mask & ~set == 0 { profit += goal.profit }
        best = max(best, profit)
      }
      return best
    }

    var problem: CompiledProblem {
      let required = costs.indices.map { activity("need-\($0)", cost: costs[$0], needs: [], profit: 0) }
      let wanted = goals.indices.map {
        activity("goal-\($0)", cost: 0, needs: goals[$0].needs.sorted(), profit: goals[$0].profit)
      }
      let end = CompiledProblem.Activity(
        id: "end", isMilestone: true, isRequired: true, duration: 0, needs: [], costs: [], runningCost: 0,
        firstYearCost: 0, earliestStart: 0, latestStart: 1, requirements: [], trigger: [],
        additiveValueByStart: [])
      return CompiledProblem(
        scenario: "release", inputHash: "", objective: .value, impactWeight: 1, costWeight: 1,
        start: CivilDate(dayNumber: 21_000), daysPerPeriod: 7, periodCount: 1, discountFactors: [1],
        teams: [],
        budget: CompiledProblem.Budget(
          carriesOver: false, segments: [CompiledProblem.Segment(periods: [0], limit: Double(budget))],
          closedPeriods: []),
        frozenPeriods: [], activities: required + wanted + [end], targetMilestone: "end",
        exclusiveGroups: [])
    }

    private func activity(_ id: String, cost: Int, needs: [Int], profit: Int) -> CompiledProblem.Activity {
      CompiledProblem.Activity(
        id: id, isMilestone: false, isRequired: false, duration: 0, needs: [],
        costs: cost > 0 ? [Double(cost)] : [], runningCost: 0, firstYearCost: Double(cost), earliestStart: 0,
        latestStart: 0,
        requirements: needs.map {
          CompiledProblem.Requirement(atLeast: 1, lag: 0, slots: [["need-\($0)"]])
        }, trigger: [], additiveValueByStart: [Double(profit)])
    }
  }

  /// Ruin and recreate alone, from nothing, finds the best set of goals.
  @Test(arguments: 0..<6) func theBestGoalsAreFound(seed: Int) throws {
    let release = Release(seed: UInt64(seed))
    var compiler = ProblemCompiler(release.problem)
    let instance = try compiler.instance()
    var nothing = [Int](repeating: -1, count: instance.activityCount)
    nothing[instance.activityCount - 1] = 0
    let stream = RandomStream(StreamKey(seed: 1, purpose: "chain")[seed])
    var search = try #require(RuinAndRecreate(instance, from: nothing, stream: stream))
    let rule = StoppingRule(schedules: 400, deadline: nil, signal: StopSignal())
    #expect(!search.run(schedules: 400, until: rule) { _ in })
    var evaluator = Evaluator(instance, objective: .value)
    let result = evaluator.evaluate(search.bestList)
    #expect(result.fitness.violation == 0)
    #expect(result.netPresentValue == Int64(release.optimum * 100))
  }
}
