import RandomStreams
import RoadmapModel
import Testing

@testable import Planning

@Suite struct MoneyUsageTests {
  private static let periodCount = 12
  private static let activityCount = 6

  /// A few activities with costs by week, some of nothing, and segments with closed periods between and within them.
  private static func instance(_ stream: inout RandomStream, carriesOver: Bool) throws -> Instance {
    let activities = (0..<activityCount).map { index in
      let duration = 1 + stream.integer(below: 6)
      return CompiledProblem.Activity(
        id: "a\(index)", isMilestone: false, isRequired: false, duration: duration, needs: [],
        costs: (0..<duration).map { _ in Double(stream.integer(below: 3) * stream.integer(below: 4)) },
        runningCost: 0, firstYearCost: 0, earliestStart: 0, latestStart: periodCount - 1, requirements: [],
        trigger: [], additiveValueByStart: [Double](repeating: 0, count: periodCount))
    }
    let end = CompiledProblem.Activity(
      id: "end", isMilestone: true, isRequired: true, duration: 0, needs: [], costs: [], runningCost: 0,
      firstYearCost: 0, earliestStart: 0, latestStart: periodCount, requirements: [], trigger: [],
      additiveValueByStart: [])
    var closed: [Int] = []
    var segments: [[Int]] = [[]]
    for period in 0..<periodCount {
      if stream.bernoulli(0.2) {
        closed.append(period)
      } else {
        if !segments[segments.count - 1].isEmpty, stream.bernoulli(0.3) { segments.append([]) }
        segments[segments.count - 1].append(period)
      }
    }
    let budget = CompiledProblem.Budget(
      carriesOver: carriesOver,
      segments: segments.map {
        CompiledProblem.Segment(periods: $0, limit: Double(stream.integer(below: 16)))
      }, closedPeriods: closed)
    var compiler = ProblemCompiler(
      CompiledProblem(
        scenario: "money", inputHash: "", objective: .value, impactWeight: 1, costWeight: 1,
        start: CivilDate(dayNumber: 21_000), daysPerPeriod: 7, periodCount: periodCount,
        discountFactors: [Double](repeating: 1, count: periodCount), teams: [], budget: budget,
        frozenPeriods: [], activities: activities + [end], targetMilestone: "end", exclusiveGroups: []))
    return try compiler.instance()
  }

  /// There is money for a start exactly when paying for it overspends nothing, and what is paid and taken back leaves no trace.
  @Test(arguments: 0..<200, [false, true]) func whatIsAllowedOverspendsNothing(
    seed: Int, carriesOver: Bool
  ) throws {
    var stream = RandomStream(StreamKey(seed: 21, purpose: "money")[seed])
    let instance = try Self.instance(&stream, carriesOver: carriesOver)
    var money = MoneyUsage(instance)
    guard money.overload == 0 else { return }
    var paid: [(activity: Int, start: Int)] = []
    for _ in 0..<40 {
      if stream.bernoulli(0.3), let last = paid.popLast() { money.remove(last.activity, at: last.start) }
      let activity = stream.integer(below: Self.activityCount)
      let start = stream.integer(below: Self.periodCount)
      let isAllowed = money.allows(activity, at: start)
      money.add(activity, at: start)
      #expect(isAllowed == (money.overload == 0), "activity \(activity) at \(start)")
      if isAllowed { paid.append((activity, start)) } else { money.remove(activity, at: start) }
      #expect(money.overload == 0)
    }
  }
}
