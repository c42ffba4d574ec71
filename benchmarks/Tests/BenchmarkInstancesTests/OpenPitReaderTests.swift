import BenchmarkInstances
import Planning
import RoadmapModel
import Testing

@Suite struct OpenPitReaderTests {
  static let mine = """
    NAME: tiny
    TYPE: CPIT  % a comment
    NPERIODS: 2
    NBLOCKS: 3
    DISCOUNT_RATE: 0.25
    NRESOURCE_SIDE_CONSTRAINTS: 2
    RESOURCE_CONSTRAINT_LIMITS:
    0 0 L 20
    0:1:L:15.5
    1 0 I 0 7
    OBJECTIVE_FUNCTION:
    0 -4
    1 100.5
    2 8
    RESOURCE_CONSTRAINT_COEFFICIENTS:
    0 0 10.125
    1 0 5
    2 1 7
    EOF
    """
  static let precedence = "0 0\n1 1 0\n2 1 0\n"

  static func problem(_ mine: String = mine, _ precedence: String = precedence, decimals: Int? = nil) throws
    -> CompiledProblem
  {
    try OpenPitReader.problem(
      mine: (mine, "tiny.cpit"), precedence: (precedence, "tiny.prec"), decimals: decimals)
  }

  @Test func blocksBecomeOptionalActivities() throws {
    let problem = try Self.problem()
    #expect(problem.activities.map(\.id) == ["b0", "b1", "b2", "stage:target"])
    #expect(problem.activities[1].additiveValueByStart == [100.5, 80.4])
    #expect(problem.activities[1].requirements.map(\.lag) == [-1])
    #expect(problem.activities[1].isRequired == false)
  }

  /// Three decimal places: the hundredths of people hold thousandths of the amount.
  @Test func amountsAreScaledWithoutLoss() throws {
    let problem = try Self.problem()
    #expect(problem.teams[0].capacity == [200, 155])
    #expect(problem.activities[0].needs.map(\.people) == [101.25])
    // The second period of resource 1 has no limit: all that is needed fits.
    #expect(problem.teams[1].capacity == [0.07, 0.07])
  }

  @Test func fewerDecimalsAreRoundedToTheSafeSide() throws {
    let problem = try Self.problem(decimals: 0)
    #expect(problem.teams[0].capacity == [0.2, 0.15])
    #expect(problem.activities[0].needs.map(\.people) == [0.11])
  }

  @Test func blocksOfOnePeriodMayNeedEachOther() throws {
    let problem = try Self.problem()
    let checker = SolutionChecker(problem)
    let verdict = checker.check(["b0": 0, "b1": 0, "b2": 0])
    #expect(verdict.violations == [])
    #expect(abs(verdict.value - 104.5) < 1e-9)
    #expect(checker.check(["b1": 0]).violations.count == 1)
    #expect(checker.check(["b0": 1, "b1": 0]).violations.count == 1)
    // 10.125 and 5 are more than nothing, and less than 15.5.
    #expect(checker.check(["b0": 1, "b1": 1]).violations == [])
  }

  @Test(arguments: [
    ("0 0 L 20", "0 0 L x", 8), ("0 0 L 20", "0 0 G 20", 8), ("1 0 I 0 7", "1 0 I 3 7", 10),
    ("1 100.5", "1", 13), ("2 8", "7 8", 14), ("0 0 10.125", "0 0 -1", 16), ("0 0 10.125", "0 5 1", 16),
    ("TYPE: CPIT", "TYPE: PCPSP", 2), ("DISCOUNT_RATE: 0.25", "DISCOUNT_RATE: -1", 5),
  ])
  func mistakesAreNamedWithTheirLine(wrong: (String, String, Int)) throws {
    let error = #expect(throws: InstanceError.self) {
      try Self.problem(Self.mine.replacing(wrong.0, with: wrong.1))
    }
    #expect(error?.line == wrong.2)
  }

  @Test func wrongPrerequisitesAreRefused() {
    for text in ["0 1 1\n1 1 0\n", "0 2 1\n", "0 1 9\n", "9 0\n", "x"] {
      #expect(throws: InstanceError.self) { try Self.problem(Self.mine, text) }
    }
  }

  @Test func everyPrefixIsReadOrRefused() {
    for length in 0...Self.mine.count { _ = try? Self.problem(String(Self.mine.prefix(length))) }
  }
}
