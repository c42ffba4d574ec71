import RandomStreams
import RoadmapModel
import Testing

@testable import Planning

/// A chain whose last activity alone brings money, behind others that bring a little: all of it has to move at once.
@Suite struct GoalRuinTests {
  private static let chainLength = 4
  private static let otherCount = 8
  private static let periodCount = 30

  /// One person, activities of two weeks, and a required end.
  private static func problem() -> CompiledProblem {
    func activity(_ id: String, needs: [String], worthPerPeriod: Int) -> CompiledProblem.Activity {
      CompiledProblem.Activity(
        id: id, isMilestone: false, isRequired: true, duration: 2,
        needs: [CompiledProblem.Need(team: "team", people: 1)], costs: [], runningCost: 0, firstYearCost: 0,
        earliestStart: 0, latestStart: periodCount - 2,
        requirements: needs.map { CompiledProblem.Requirement(atLeast: 1, lag: 0, slots: [[$0]]) },
        trigger: [],
        additiveValueByStart: (0..<periodCount).map { Double(worthPerPeriod * (periodCount - 2 - $0)) })
    }
    let chain = (0..<chainLength).map { index in
      activity(
        "chain-\(index)", needs: index == 0 ? [] : ["chain-\(index - 1)"],
        worthPerPeriod: index == chainLength - 1 ? 1_000 : 0)
    }
    let others = (0..<otherCount).map { activity("other-\($0)", needs: [], worthPerPeriod: 10 + $0) }
    let end = CompiledProblem.Activity(
      id: "end", isMilestone: true, isRequired: true, duration: 0, needs: [], costs: [], runningCost: 0,
      firstYearCost: 0, earliestStart: 0, latestStart: periodCount, requirements: [], trigger: [],
      additiveValueByStart: [])
    return CompiledProblem(
      scenario: "chain", inputHash: "", objective: .value, impactWeight: 1, costWeight: 1,
      start: CivilDate(dayNumber: 21_000), daysPerPeriod: 7, periodCount: periodCount,
      discountFactors: [Double](repeating: 1, count: periodCount),
      teams: [CompiledProblem.Team(id: "team", capacity: [Double](repeating: 1, count: periodCount))],
      budget: nil, frozenPeriods: [], activities: chain + others + [end], targetMilestone: "end",
      exclusiveGroups: [])
  }

  /// One step brings the whole chain to the front, and what was there makes way without losing its place in the plan.
  @Test func oneStepMovesTheWholeChain() throws {
    var compiler = ProblemCompiler(Self.problem())
    let instance = try compiler.instance()
    let guide = Guide(instance, values: instance.additiveValues)
    let goal = Self.chainLength - 1
    let starts =
      (0..<Self.chainLength).map { 2 * (Self.otherCount + $0) } + (0..<Self.otherCount).map { 2 * $0 } + [0]
    let state = try #require(ScheduleState(instance, starts: starts))
    var steps = 0
    var forward = 0
    var first = 0
    for seed in 0..<300 {
      var stream = RandomStream(StreamKey(seed: 1, purpose: "goal")[seed])
      var neighbourhood = Neighbourhood(state)
      neighbourhood.begin()
      GoalRuin().apply(to: &neighbourhood, size: 4, guide, &stream)
      guard neighbourhood.open.contains(goal) else { continue }
      neighbourhood.recreate(guide, &stream)
      guard !neighbourhood.isBroken else { continue }
      let start = neighbourhood.state.starts[goal]
      #expect(neighbourhood.state.starts.dropLast().allSatisfy { $0 >= 0 })
      steps += 1
      if start < starts[goal] { forward += 1 }
      if start == 2 * goal { first += 1 }
    }
    // Now and then something is put off at random.
    #expect(steps > 50 && 4 * forward > 3 * steps)
    #expect(first > 5)
  }

  /// What prices charge decides where a priced step places an activity and which one it takes for badly placed, and nothing in the other steps.
  @Test func chargesLeadPricedSteps() throws {
    var compiler = ProblemCompiler(Self.problem())
    let instance = try compiler.instance()
    let (early, dear) = (Self.chainLength, Self.chainLength + 1)
    var charges = [Double](repeating: 0, count: instance.activityCount * Self.periodCount)
    // One activity may not start before period 10, and another has a bad place now.
    for start in 0..<10 { charges[early * Self.periodCount + start] = 1_000_000 }
    charges[dear * Self.periodCount + 20] = 1_000_000
    let guide = Guide(instance, values: instance.additiveValues, charges: charges)
    var starts = [Int](repeating: -1, count: instance.activityCount)
    for activity in 0..<Self.chainLength { starts[activity] = 2 * activity }
    starts[dear] = 20
    for (index, other) in ((dear + 1)..<(Self.chainLength + Self.otherCount)).enumerated() {
      starts[other] = 10 + 2 * index + (index < 5 ? 0 : 2)
    }
    let state = try #require(ScheduleState(instance, starts: starts))
    var neighbourhood = Neighbourhood(state)
    func place(isPriced: Bool) -> Int {
      neighbourhood.isPriced = isPriced
      return neighbourhood.bestStart(of: early, from: 0, through: 28, pull: 0, guide)
    }
    #expect(place(isPriced: false) == 8)
    #expect(place(isPriced: true) >= 10)
    var found = [0, 0]
    for (index, isPriced) in [false, true].enumerated() {
      neighbourhood.isPriced = isPriced
      for seed in 0..<200 {
        var stream = RandomStream(StreamKey(seed: 2, purpose: "misplaced")[seed])
        if neighbourhood.randomMisplaced(guide, &stream) == dear { found[index] += 1 }
      }
    }
    // It is among the four that are looked at about every third time, and then it is taken.
    #expect(found[1] > 40 && found[1] > 2 * found[0])
  }
}
