import BenchmarkInstances
import Planning
import Testing

@Suite struct NextReleaseReaderTests {
  static let text = """
    2
    2
    3 4
    1
    8
    1
    1 3
    2
    10 2 1 2
    7 1 3
    """

  @Test func customersWaitForTheirRequirements() throws {
    let problem = try NextReleaseReader.problem(Self.text, file: "tiny.txt", ratio: 0.5)
    #expect(problem.scenario == "tiny-50")
    #expect(problem.activities.map(\.id) == ["r1", "r2", "r3", "c1", "c2", "stage:target"])
    #expect(problem.budget?.segments.map(\.limit) == [8])
    #expect(problem.activities[2].requirements.map(\.slots) == [[["r1"]]])
    let checker = SolutionChecker(problem)
    let best = checker.check(["r1": 0, "r2": 0, "c1": 0])
    #expect(best.violations == [])
    #expect(best.value == 10)
    #expect(checker.check(["c1": 0]).violations.count == 2)
    #expect(checker.check(["r1": 0, "r3": 0, "c2": 0]).violations.count == 1)
  }

  /// 0.3 of 15 is 4.5, which goes up.
  @Test func halvesOfTheBudgetGoUp() throws {
    let problem = try NextReleaseReader.problem(Self.text, file: "tiny.txt", ratio: 0.3)
    #expect(problem.budget?.segments.map(\.limit) == [5])
  }

  @Test(arguments: [
    ("8\n", "x\n", 5), ("1 3\n", "1 4\n", 7), ("7 1 3", "7 2 3", 10), ("7 1 3", "7 1 3 9", 10),
  ])
  func mistakesAreNamedWithTheirLine(wrong: (String, String, Int)) {
    let error = #expect(throws: InstanceError.self) {
      try NextReleaseReader.problem(Self.text.replacing(wrong.0, with: wrong.1), file: "tiny.txt", ratio: 0.5)
    }
    #expect(error?.line == wrong.2)
  }

  @Test func everyPrefixIsReadOrRefused() {
    for length in 0..<Self.text.count {
      _ = try? NextReleaseReader.problem(String(Self.text.prefix(length)), file: "tiny.txt", ratio: 0.5)
    }
  }
}
