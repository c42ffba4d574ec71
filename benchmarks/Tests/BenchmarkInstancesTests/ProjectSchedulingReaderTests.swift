import BenchmarkInstances
import Planning
import RoadmapModel
import Testing

@Suite struct ProjectSchedulingReaderTests {
  static let text = """
    jobs (incl. supersource/sink ):  5
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           4
       3        1          1           5
       4        1          1           5
       5        1          0
    ************************************************************************
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1  R 2
    ------------------------------------------------------------------------
      1      1     0       0    0
      2      1     3       2    0
      3      1     4       2    1
      4      1     2       0    1
      5      1     0       0    0
    ************************************************************************
    RESOURCEAVAILABILITIES:
      R 1  R 2
        3    1
    ************************************************************************
    """

  @Test func jobsBecomeRequiredActivities() throws {
    let problem = try ProjectSchedulingReader.problem(Self.text, file: "sets/tiny.sm")
    #expect(problem.scenario == "tiny")
    #expect(problem.objective == .time)
    #expect(problem.activities.map(\.id) == ["j2", "j3", "j4", "stage:target"])
    #expect(problem.activities.map(\.duration) == [3, 4, 2, 0])
    #expect(problem.activities.allSatisfy { $0.isRequired })
    #expect(problem.activities[2].requirements.map(\.slots) == [[["j2"]]])
    #expect(problem.activities[3].requirements.map(\.slots) == [[["j3"]], [["j4"]]])
    #expect(problem.activities[1].needs.map(\.people) == [2, 1])
    #expect(problem.activities[3].earliestStart == 5)
    #expect(problem.teams.map { $0.capacity[0] } == [3, 1])
  }

  /// Jobs 2 and 3 share R1, and 3 and 4 share R2: 2, 4 and 3 one after the other take 9, which is the least.
  @Test func horizonLeavesRoomForTheOptimum() throws {
    let problem = try ProjectSchedulingReader.problem(Self.text, file: "tiny.sm")
    #expect(problem.periodCount == 9)
    let starts = ["j2": 0, "j4": 3, "j3": 5]
    let verdict = SolutionChecker(problem).check(starts)
    #expect(verdict.violations == [])
    #expect(verdict.value == 9)
  }

  @Test(arguments: [
    ("   2        1          1           4", "   2        1          2           4", 5),
    ("   3        1          1           5", "   3        1          1           9", 6),
    ("   4        1          1           5", "   4        1          1           x", 7),
    ("  3      1     4       2    1", "  3      1     4       2", 15),
    ("  4      1     2       0    1", "  4      1    -2       0    1", 16),
    ("    3    1\n", "    3\n", 21),
  ])
  func mistakesAreNamedWithTheirLine(wrong: (String, String, Int)) throws {
    let text = Self.text.replacing(wrong.0, with: wrong.1)
    let error = #expect(throws: InstanceError.self) {
      try ProjectSchedulingReader.problem(text, file: "tiny.sm")
    }
    #expect(error?.line == wrong.2)
  }

  @Test func everyPrefixIsReadOrRefused() {
    for length in stride(from: 0, to: Self.text.count, by: 7) {
      _ = try? ProjectSchedulingReader.problem(String(Self.text.prefix(length)), file: "tiny.sm")
    }
  }

  @Test func circlesAreRefused() {
    let text = Self.text.replacing(
      "   4        1          1           5", with: "   4        1          1           2")
    #expect(throws: InstanceError.self) { try ProjectSchedulingReader.problem(text, file: "tiny.sm") }
  }
}
