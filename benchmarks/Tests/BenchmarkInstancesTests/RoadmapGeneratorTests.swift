import BenchmarkInstances
import Foundation
import Planning
import Testing

@Suite struct RoadmapGeneratorTests {
  static func family(_ size: Int, _ seed: Int, features: Bool, smallTeams: Bool = false) -> RoadmapFamily {
    RoadmapFamily(
      size: size, seed: UInt64(seed), exclusiveGroups: features, choices: features, freezes: features,
      smallTeams: smallTeams)
  }

  @Test(arguments: [30, 60, 120], [false, true])
  func theWitnessKeepsAllRules(size: Int, features: Bool) throws {
    for seed in 1...6 {
      let generated = try RoadmapGenerator.roadmap(
        Self.family(size, seed, features: features, smallTeams: seed.isMultiple(of: 2)))
      let verdict = SolutionChecker(generated.problem).check(generated.witness)
      #expect(verdict.violations == [], "seed \(seed)")
    }
  }

  @Test(arguments: [30, 60, 120], [false, true])
  func roadmapsAreWhatTheirFamilySays(size: Int, smallTeams: Bool) throws {
    for seed in 1...5 {
      let family = Self.family(size, seed, features: false, smallTeams: smallTeams)
      let problem = try RoadmapGenerator.roadmap(family).problem
      let capacity = problem.teams.reduce(0) { $0 + $1.capacity.reduce(0, +) }
      let work = problem.activities.reduce(0) { sum, activity in
        sum + Double(activity.duration) * activity.needs.reduce(0) { $0 + $1.people }
      }
      let share = smallTeams ? 2.0 : 3.0
      #expect(0.95...1.05 ~= capacity / work / share, "seed \(seed): \(capacity / work)")
      let required = problem.activities.count { $0.isRequired && !$0.isMilestone }
      #expect(0.6...0.67 ~= Double(required) / Double(size))
      #expect(problem.activities.allSatisfy { $0.earliestStart <= $0.latestStart })
      let arcs = problem.activities.filter { !$0.isMilestone }.reduce(0) { $0 + $1.requirements.count }
      #expect(1.3...1.5 ~= Double(arcs) / Double(size))
    }
  }

  @Test func featuresAreThere() throws {
    let problem = try RoadmapGenerator.roadmap(Self.family(60, 1, features: true)).problem
    #expect(!problem.exclusiveGroups.isEmpty)
    #expect(!problem.frozenPeriods.isEmpty)
    #expect(problem.activities.contains { $0.requirements.contains { $0.slots.count > $0.atLeast } })
    let plain = try RoadmapGenerator.roadmap(Self.family(60, 1, features: false)).problem
    #expect(plain.exclusiveGroups.isEmpty && plain.frozenPeriods.isEmpty)
    #expect(plain.activities.allSatisfy { $0.requirements.allSatisfy { $0.slots.count == 1 } })
  }

  @Test func theSameNameIsTheSameInstance() throws {
    let first = try ProblemFile.json(try RoadmapGenerator.roadmap(Self.family(60, 3, features: true)).problem)
    let second = try ProblemFile.json(
      try RoadmapGenerator.roadmap(Self.family(60, 3, features: true)).problem)
    let other = try ProblemFile.json(try RoadmapGenerator.roadmap(Self.family(60, 4, features: true)).problem)
    #expect(first == second)
    #expect(first != other)
  }

  @Test func problemsSurviveTheirFile() throws {
    let problem = try RoadmapGenerator.roadmap(Self.family(30, 1, features: true)).problem
    let json = try ProblemFile.json(problem)
    let again = try ProblemFile.problem(json, file: "roadmap.json")
    let written = try ProblemFile.json(again)
    #expect(written == json)
  }

  @Test func sizesOutOfRangeAreRefused() {
    #expect(throws: InstanceError.self) { try RoadmapGenerator.roadmap(RoadmapFamily(size: 2, seed: 1)) }
  }
}
