import BenchmarkInstances
import Foundation
import Planning
import Testing

/// Every rule is broken once, and the checker says so.
@Suite struct SolutionCheckerTests {
  /// Two weeks of work on `a`, then `b` or `c`, which exclude each other; 3 people, 100 in weeks 0 to 3 and 50 more after, week 5 closed.
  static let json = #"""
    {"format": "gait-problem/1", "scenario": "rules", "inputHash": "", "objective": "value", "impactWeight": 1,
     "costWeight": 1, "start": "2029-01-01", "daysPerPeriod": 7, "periodCount": 8,
     "discountFactors": [1, 1, 1, 1, 1, 1, 1, 1],
     "teams": [{"id": "team", "capacity": [3, 3, 3, 2, 3, 3, 3, 3]}], "workInProgress": 2,
     "budget": {"carriesOver": true, "segments": [{"periods": [0, 1, 2, 3], "limit": 100},
       {"periods": [4, 6, 7], "limit": 150}], "closedPeriods": [5]},
     "frozenPeriods": [7],
     "activities": [
       {"id": "a", "isMilestone": false, "isRequired": true, "duration": 2, "needs": [{"team": "team", "people": 2}],
        "costs": [40, 0], "runningCost": 0, "firstYearCost": 40, "earliestStart": 0, "latestStart": 3,
        "requirements": [], "trigger": [], "additiveValueByStart": [80, 70, 60, 50, 40, 30, 20, 0]},
       {"id": "b", "isMilestone": false, "isRequired": false, "duration": 2, "needs": [{"team": "team", "people": 2}],
        "costs": [70, 0], "runningCost": 0, "firstYearCost": 70, "earliestStart": 2, "latestStart": 6,
        "requirements": [{"atLeast": 1, "lag": 1, "slots": [["a"]]}], "trigger": [],
        "additiveValueByStart": [9, 8, 7, 6, 5, 4, 3, 2]},
       {"id": "c", "isMilestone": false, "isRequired": false, "duration": 1, "needs": [{"team": "team", "people": 1}],
        "costs": [10], "runningCost": 0, "firstYearCost": 10, "earliestStart": 0, "latestStart": 7,
        "requirements": [], "trigger": [], "additiveValueByStart": [9, 8, 7, 6, 5, 4, 3, 2]},
       {"id": "d", "isMilestone": false, "isRequired": false, "duration": 1, "needs": [{"team": "team", "people": 0.01}],
        "costs": [], "runningCost": 0, "firstYearCost": 0, "earliestStart": 0, "latestStart": 7,
        "requirements": [{"atLeast": 1, "lag": -1, "slots": [["a"], ["e"]]}], "trigger": [],
        "additiveValueByStart": [1, 1, 1, 1, 1, 1, 1, 1]},
       {"id": "e", "isMilestone": false, "isRequired": false, "duration": 1, "needs": [],
        "costs": [], "runningCost": 0, "firstYearCost": 0, "earliestStart": 0, "latestStart": 7,
        "requirements": [{"atLeast": 1, "lag": -1, "slots": [["d"]]}], "trigger": [],
        "additiveValueByStart": [1, 1, 1, 1, 1, 1, 1, 1]},
       {"id": "stage:target", "isMilestone": true, "isRequired": true, "duration": 0, "needs": [], "costs": [],
        "runningCost": 0, "firstYearCost": 0, "earliestStart": 0, "latestStart": 6,
        "requirements": [{"atLeast": 1, "lag": 0, "slots": [["a"]]}], "trigger": [], "additiveValueByStart": []}],
     "targetMilestone": "stage:target",
     "exclusiveGroups": [{"id": "one", "members": ["b", "c"], "needsOne": true}]}
    """#

  static func check(_ starts: [String: Int], claimed: Double? = nil) throws -> SolutionChecker.Verdict {
    let problem = try ProblemFile.problem(Data(json.utf8), file: "rules.json")
    return SolutionChecker(problem).check(starts, claimedValue: claimed)
  }

  @Test func aSolutionThatKeepsAllRulesHasItsValue() throws {
    let verdict = try Self.check(["a": 0, "b": 4, "stage:target": 2], claimed: 85)
    #expect(verdict.violations == [])
    #expect(verdict.value == 85)
    let other = try Self.check(["a": 0, "c": 0])
    #expect(other.violations == [])
  }

  @Test(arguments: [
    (["c": 0], "required"),  // a is missing
    (["a": 4, "c": 0], "not in 0...3"),  // too late for its deadline
    (["a": 0, "b": 2], "what it needs"),  // the lag of one week
    (["a": 0, "b": 4, "c": 6], "exclude"),
    (["a": 0], "no member"),
    (["a": 0, "c": 6], "freeze"),  // live in week 7
    (["a": 0, "c": 0, "d": 0], "people"),  // 3.01 of 3
    (["a": 0, "b": 3], "spent up to"),  // 110 of 100
    (["a": 0, "b": 5], "closed"),
    (["a": 0, "c": 8], "calendar"),
    (["a": 0, "c": 0, "x": 1], "no activity"),
    (["a": 1, "c": 0, "stage:target": 2], "what it needs"),
    (["a": 1, "c": 4, "d": 0, "e": 0], "itself"),
    (["a": 0, "c": 0, "d": 0, "e": 0], "may be"),  // work in progress
  ])
  func brokenRulesAreNamed(wrong: ([String: Int], String)) throws {
    let violations = try Self.check(wrong.0).violations
    #expect(violations.contains { $0.contains(wrong.1) }, "\(violations)")
  }

  @Test func aWrongValueIsNamed() throws {
    for claimed in [86, .nan] {
      let verdict = try Self.check(["a": 0, "b": 4], claimed: claimed)
      #expect(verdict.violations.count == 1)
    }
  }
}
