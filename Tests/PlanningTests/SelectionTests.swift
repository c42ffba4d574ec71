import RandomStreams
import RoadmapModel
import Testing

@testable import Planning

/// Problems in which one limit is all that couples activities beside prerequisites: they are recognised, and solved to the end.
@Suite struct SelectionTests {
  /// A random problem with a few periods and one budget, of which a brute force tries all starts.
  private struct Sample {
    var periods = 3
    var durations: [Int] = []
    /// By start, in thirds of a unit, which are no whole cents.
    var values: [[Int]] = []
    var costs: [[Int]] = []
    var needs: [[(activity: Int, lag: Int)]] = []
    var required: Int?
    var limit = 0

    init(seed: Int) {
      var stream = RandomStream(StreamKey(seed: UInt64(seed), purpose: "selection"))
      for activity in 0..<5 {
        durations.append(activity == 0 ? 1 : stream.integer(below: 2))
        let first = stream.integer(below: 60) - 20
        let falls = stream.integer(below: 9)
        values.append((0..<periods).map { first - falls * $0 })
        costs.append(durations[activity] > 0 ? [(activity == 0 ? 1 : 0) + stream.integer(below: 12)] : [])
        needs.append(
          (0..<activity).filter { _ in stream.integer(below: 3) == 0 }.map { ($0, stream.integer(below: 2)) })
      }
      if stream.integer(below: 3) == 0 { required = 0 }
      // There is less than for everything, and sometimes nothing.
      limit = stream.integer(below: costs.reduce(0) { $0 + $1.reduce(0, +) })
    }

    var problem: CompiledProblem {
      let activities = values.indices.map { activity in
        CompiledProblem.Activity(
          id: "a\(activity)", isMilestone: false, isRequired: required == activity,
          duration: durations[activity], needs: [], costs: costs[activity].map(Double.init), runningCost: 0,
          firstYearCost: 0, earliestStart: 0, latestStart: periods - 1,
          requirements: needs[activity].map {
            CompiledProblem.Requirement(atLeast: 1, lag: $0.lag, slots: [["a\($0.activity)"]])
          }, trigger: [], additiveValueByStart: values[activity].map { Double($0) / 3 })
      }
      let end = CompiledProblem.Activity(
        id: "end", isMilestone: true, isRequired: true, duration: 0, needs: [], costs: [], runningCost: 0,
        firstYearCost: 0, earliestStart: 0, latestStart: periods, requirements: [], trigger: [],
        additiveValueByStart: [])
      return CompiledProblem(
        scenario: "selection", inputHash: "", objective: .value, impactWeight: 1, costWeight: 1,
        start: CivilDate(dayNumber: 21_000), daysPerPeriod: 7, periodCount: periods,
        discountFactors: [Double](repeating: 1, count: periods), teams: [],
        budget: CompiledProblem.Budget(
          carriesOver: false,
          segments: [CompiledProblem.Segment(periods: Array(0..<periods), limit: Double(limit))],
          closedPeriods: []),
        frozenPeriods: [], activities: activities + [end], targetMilestone: "end", exclusiveGroups: [])
    }

    /// The best value in thirds, by trying every start of every activity; nil when no schedule keeps the rules.
    var optimum: Int? {
      var best: Int?
      let choices = periods + 1
      for code in 0..<(0..<values.count).reduce(1, { product, _ in product * choices }) {
        var rest = code
        let starts = values.indices.map { _ -> Int in
          defer { rest /= choices }
          return rest % choices - 1
        }
        let chosen = starts.indices.filter { starts[$0] >= 0 }
        let isAllowed = chosen.allSatisfy { activity in
          starts[activity] + max(1, durations[activity]) <= periods
            && needs[activity].allSatisfy { need in
              starts[need.activity] >= 0
                && starts[need.activity] + durations[need.activity] + need.lag <= starts[activity]
            }
        }
        guard isAllowed, required.map({ starts[$0] >= 0 }) ?? true,
          chosen.reduce(0, { $0 + costs[$1].reduce(0, +) }) <= limit
        else { continue }
        best = max(best ?? .min, chosen.reduce(0) { $0 + values[$1][starts[$1]] })
      }
      return best
    }
  }

  private func instance(_ problem: CompiledProblem) throws -> Instance {
    var compiler = ProblemCompiler(problem)
    return try compiler.instance()
  }

  /// The best starts are found and proved to be best, to the cent, with the same bytes for one and two threads.
  @Test(arguments: 0..<24) func startsAreBest(seed: Int) async throws {
    let sample = Sample(seed: seed)
    // What has no time to start costs nothing, so there may be enough for the rest.
    guard let optimum = sample.optimum, KnapsackInstance(try instance(sample.problem)) != nil else { return }
    var answers: [ProblemSolution] = []
    for threads in [1, 2] {
      var parameters = PlannerParameters(effort: .quick, threads: threads)
      parameters.schedules = 50
      answers.append(await (try ProblemSolver(sample.problem)).solve(parameters))
    }
    let cents = (Double(optimum) / 3 * 100).rounded()
    #expect(answers[0] == answers[1])
    #expect(answers[0].value.map { ($0 * 100).rounded() } == cents)
    #expect(answers[0].status == .optimal && (answers[0].bound * 100).rounded() == cents)
    #expect(answers[0].proof == "complete-search" && answers[0].relaxed.isEmpty)
  }

  /// What is worth the same at every start does not wait.
  @Test func nothingIsPutOffForNothing() async throws {
    var sample = Sample(seed: 1)
    sample.values = [0, 0, 30, 0, 0].map { [$0, $0, $0] }
    sample.durations = [1, 1, 0, 0, 1]
    sample.costs = [[1], [2], [], [], [9]]
    sample.needs = [[], [(0, 0)], [(1, 0)], [], []]
    sample.required = nil
    sample.limit = 3
    let answer = await (try ProblemSolver(sample.problem)).solve(PlannerParameters(effort: .quick))
    #expect(answer.status == .optimal && answer.value == 10)
    #expect(answer.starts.prefix(3).map(\.start) == [0, 1, 2])
    sample.needs = [[], [], [(1, 0)], [], []]
    let other = await (try ProblemSolver(sample.problem)).solve(PlannerParameters(effort: .quick))
    #expect(other.starts.prefix(2).map(\.start) == [0, 1] && other.starts[0].id == "a1")
  }

  /// When it is ended at once, what is said about the limit still holds.
  @Test func endsWithALimitThatHolds() async throws {
    var sample = Sample(seed: 2)
    sample.required = nil
    let optimum = Double(try #require(sample.optimum)) / 3
    let signal = StopSignal()
    signal.raise()
    let answer = await (try ProblemSolver(sample.problem)).solve(
      PlannerParameters(effort: .quick), signal: signal)
    #expect(answer.bound >= optimum - 0.005)
    #expect(answer.wasCutShort)
  }

  /// Without a limit, with a second one that counts, people who are short in two periods, or a choice, it is another kind of problem.
  @Test func otherKindsAreLeftAlone() throws {
    let sample = Sample(seed: 0)
    let problem = sample.problem
    func other(
      budget: CompiledProblem.Budget?, teams: [CompiledProblem.Team] = [],
      activities: [CompiledProblem.Activity]? = nil
    ) -> CompiledProblem {
      CompiledProblem(
        scenario: "", inputHash: "", objective: .value, impactWeight: 1, costWeight: 1, start: problem.start,
        daysPerPeriod: 7, periodCount: 3, discountFactors: problem.discountFactors, teams: teams,
        budget: budget, frozenPeriods: [], activities: activities ?? problem.activities,
        targetMilestone: "end", exclusiveGroups: [])
    }
    func halves(_ limits: (Double, Double)) -> CompiledProblem.Budget {
      CompiledProblem.Budget(
        carriesOver: false,
        segments: [
          CompiledProblem.Segment(periods: [0, 1], limit: limits.0),
          CompiledProblem.Segment(periods: [2], limit: limits.1),
        ], closedPeriods: [])
    }
    func with(_ requirements: [CompiledProblem.Requirement]) -> [CompiledProblem.Activity] {
      let worker = CompiledProblem.Activity(
        id: "worker", isMilestone: false, isRequired: false, duration: 1,
        needs: [CompiledProblem.Need(team: "people", people: 1)], costs: [], runningCost: 0, firstYearCost: 0,
        earliestStart: 0, latestStart: 2, requirements: requirements, trigger: [],
        additiveValueByStart: [3, 2, 1])
      return problem.activities.dropLast() + [worker] + problem.activities.suffix(1)
    }
    let choice = CompiledProblem.Requirement(atLeast: 1, lag: 0, slots: [["a0"], ["a1"]])
    let enough = CompiledProblem.Team(id: "people", capacity: [1, 1, 1])
    let few = CompiledProblem.Team(id: "people", capacity: [0, 0, 1])
    #expect(KnapsackInstance(try instance(other(budget: nil))) == nil)
    #expect(KnapsackInstance(try instance(other(budget: halves((1, 1))))) == nil)
    let people = other(budget: problem.budget, teams: [enough], activities: with([]))
    #expect(KnapsackInstance(try instance(people)) != nil)
    let short = other(budget: problem.budget, teams: [few], activities: with([]))
    #expect(KnapsackInstance(try instance(short)) == nil)
    let choosing = other(budget: problem.budget, teams: [enough], activities: with([choice]))
    #expect(KnapsackInstance(try instance(choosing)) == nil)
  }
}
