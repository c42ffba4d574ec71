public import Planning

/// Which roadmap the generator makes; the same family, size and seed give the same instance on every machine.
public struct RoadmapFamily: Hashable, Sendable {
  /// The number of capabilities.
  public var size: Int
  /// The seed.
  public var seed: UInt64
  /// Whether some capabilities exclude each other.
  public var hasExclusiveGroups: Bool
  /// Whether some prerequisites ask for some of several capabilities.
  public var hasChoices: Bool
  /// Whether nothing may go live in six weeks of every year.
  public var hasFreezes: Bool
  /// Whether teams are so small that two capabilities often do not fit side by side.
  public var hasSmallTeams: Bool

  /// A family; without more it is the plain one.
  public init(
    size: Int, seed: UInt64, exclusiveGroups: Bool = false, choices: Bool = false, freezes: Bool = false,
    smallTeams: Bool = false
  ) {
    self.size = size
    self.seed = seed
    hasExclusiveGroups = exclusiveGroups
    hasChoices = choices
    hasFreezes = freezes
    hasSmallTeams = smallTeams
  }

  /// The sizes that can be generated.
  public static let sizes = 6...20_000

  /// The name of the instance, such as `roadmap-60-1` or `roadmap-60-1-xcft`.
  public var name: String {
    let marks = [
      (hasExclusiveGroups, "x"), (hasChoices, "c"), (hasFreezes, "f"), (hasSmallTeams, "t"),
    ].filter(\.0).map(\.1)
    return "roadmap-\(size)-\(seed)" + (marks.isEmpty ? "" : "-" + marks.joined())
  }

  /// The weeks to plan: a year for up to 30 capabilities, a year and a half for 60, three for 120, four for 300, and five for more.
  public var periodCount: Int {
    switch size {
    case ...30: 52
    case ...60: 78
    case ...120: 156
    case ...300: 208
    default: 260
    }
  }

  /// What the teams can do in the time of the roadmap, over the person-weeks of all capabilities: enough for all of them, but late.
  var shareOfWork: Double { hasSmallTeams ? 2 : 3 }

  /// The layers of the prerequisite graph: no more than fit into the calendar one after the other.
  var layerCount: Int {
    switch size {
    case ...30: 3
    case ...60: 5
    case ...120: 7
    case ...300: 9
    default: 11
    }
  }
}

/// A generated roadmap, with the schedule that proves that it can be planned.
public struct GeneratedRoadmap: Sendable {
  /// The problem.
  public let problem: CompiledProblem
  /// Starts that keep every rule: the required activities and what they need, the target milestone in time.
  public let witness: [String: Int]
}
