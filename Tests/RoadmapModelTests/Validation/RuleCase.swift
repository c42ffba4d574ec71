import RoadmapModel
import TestSupport
import Testing

/// Contents that break exactly one rule, and where.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let rule: RoadmapRule
  let path: [String]
  let fixture: RoadmapFixture

  var testDescription: String { "\(rule.rawValue) at \(path.joined(separator: "."))" }

  /// A change of the valid base that breaks a rule at a path, written with dots.
  init(_ rule: RoadmapRule, at path: String, _ change: (inout RoadmapContents) -> Void) {
    self.init(rule, at: path, Self.base.with(change))
  }

  /// Contents of their own.
  init(_ rule: RoadmapRule, at path: String, _ fixture: RoadmapFixture) {
    self.rule = rule
    self.path = path.split(separator: ".").map(String.init)
    self.fixture = fixture
  }

  /// A valid roadmap that uses everything: `a` and `b` are capabilities 0 and 1, `c` is free, `d` is live.
  static let base = RoadmapFixture(periods: 10).business().team("development", 2)
    .capability(
      "a", effects: [Effect(.conversion, change: Estimate(0.02), overlap: "recovery")], benefit: 10,
      proof: ["used", "known"]
    )
    .capability("b", stage: "walk", needs: ["development": 1], requires: [Prerequisite("a")])
    .capability("c", stage: "walk").capability("d").states(["d": .live])
    .alternative("choice", .atMostOne, ["b", "c"], minimumScore: 1, scores: ["b": 2])
    .demand("crawl", Requirement("a")).demand("walk", Requirement(atLeast: 1, of: ["b", "c"]))
    .budget([0...4: 10, 5...9: 10], carriesOver: false).policy(workInProgress: 2, freeze: [3...4])
    .with { contents in
      contents.overlapGroups = [
        OverlapGroup(id: "recovery", name: "Recovery", kpi: .conversion, ceiling: 0.1)
      ]
      contents.sources = [Source(id: "study", title: "A study")]
    }

  static let all = references + structure + numbers + meaning + uncertainty + record
}
