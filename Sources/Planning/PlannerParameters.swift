public import RoadmapModel

/// How much work the search does; it counts schedules, not seconds, so that a run can be repeated on any machine.
public enum Effort: String, Hashable, Sendable, CaseIterable {
  /// A first look, in about a second.
  case quick
  /// The default, a few seconds for a hundred capabilities.
  case normal
  /// Ten times the default.
  case thorough

  /// The number of schedules that are built, over all chains of the search.
  ///
  /// Where effects compound there are three times as many, since single chains differ by some per cent.
  func schedules(hasEffects: Bool) -> Int {
    let schedules =
      switch self {
      case .quick: 2_000
      case .normal: 32_000
      case .thorough: 320_000
      }
    return hasEffects ? 3 * schedules : schedules
  }

  /// The number of failures that a proof of the shortest time may meet.
  var nodes: Int {
    switch self {
    case .quick: 1_000
    case .normal: 20_000
    case .thorough: 1_000_000
    }
  }

  /// The number of failures that a complete search for the value may meet; each takes the longer the more activities there are, and effects take longest.
  ///
  /// The fewer activities there are, the more likely such a search ends, so that it is given more of the work. Of many activities whose effects
  /// compound it never ends, and once there is a plan more chains find more than it does.
  func failures(activityCount: Int, hasEffects: Bool, hasPlan: Bool = true) -> Int {
    let work =
      switch self {
      case .quick: 3_000_000
      case .normal: 60_000_000
      case .thorough: 2_000_000_000
      }
    let size = max(Self.smallestSize, activityCount)
    let failures =
      work / (hasEffects ? 3 : 1) / (size * min(size, Self.largestSize)) * max(Self.promisingSize, size)
      / size
    guard hasEffects, hasPlan, size > Self.promisingSizeWithEffects else { return max(1, failures) }
    return max(1, failures * Self.promisingSizeWithEffects * Self.promisingSizeWithEffects / (size * size))
  }

  /// The work of the search for the best selection, where one limit is all that couples activities beside prerequisites: nodes and arcs of its cuts.
  var knapsackWork: Int {
    switch self {
    case .quick: 5_000_000
    case .normal: 100_000_000
    case .thorough: 3_000_000_000
    }
  }

  /// Fewer activities count as so many, so that what a proof takes has a limit for them, too.
  private static let smallestSize = 24
  /// From so many on, a complete search seldom ends.
  private static let promisingSize = 60
  /// The same where effects compound: from so many on, other chains of the search find more than a longer complete search does.
  private static let promisingSizeWithEffects = 40
  /// Beyond so many, what a failure takes grows with the number of activities only, as most of them are far from it.
  private static let largestSize = 200

  /// The least number of minimum cuts that the bound on the value takes.
  public var cuts: Int {
    switch self {
    case .quick: 60
    case .normal: 200
    case .thorough: 1_500
    }
  }

  /// The number of minimum cuts that the bound on the value takes: of small graphs up to three times as many, since these take no longer.
  ///
  /// A thorough search is near the end of the relaxation anyway.
  ///
  /// - Parameter startCount: the possible starts of all activities, which the graph grows with.
  func cuts(startCount: Int) -> Int {
    guard self != .thorough else { return cuts }
    return Int(Double(cuts) * min(3, max(1, Self.usualStarts / Double(max(1, startCount)))))
  }

  /// The number of splits of branches by which the bound on the value is drawn tighter at the end: the fewer the larger the graph, each of whose cuts takes the longer.
  ///
  /// - Parameter startCount: the possible starts of all activities.
  func splits(startCount: Int) -> Int {
    let starts =
      switch self {
      case .quick: 25_000
      case .normal: 250_000
      case .thorough: 30_000_000
      }
    return min(Self.mostSplits, max(Self.fewestSplits, starts / max(1, startCount)))
  }

  private static let fewestSplits = 3
  private static let mostSplits = 3_000

  /// The starts of eighty activities over three years, which is no small graph any more.
  private static let usualStarts = 10_000.0
}

/// What the planner is asked to do beside the roadmap.
public struct PlannerParameters: Sendable {
  /// What the plan is chosen for; nil takes the roadmap's own objective.
  public var objective: Objective?
  /// How much work the search does.
  public var effort: Effort
  /// The seed of all random choices.
  public var seed: UInt64
  /// The number of threads; it changes the time that a run takes and nothing else.
  public var threads: Int
  /// The seconds after which the search ends with the best plan so far; nil for no limit.
  public var timeLimit: Double?
  /// The language of the reasons in the plan.
  public var language: Language
  /// A digest of the input, which the plan quotes.
  public var inputHash: String
  /// Schedules to start the search from beside its own starts, such as that of a plan for a scenario that hardly differs.
  ///
  /// What no longer fits is put off, and what has become impossible is left out. When what becomes of one of them keeps all rules, the plan is at least as good as
  /// that.
  public var startingSchedules: [Schedule] = []
  /// The number of schedules to build, where that of the effort does not fit: tests and benchmarks.
  public var schedules: Int?
  /// The number of failures that a proof may meet, where that of the effort does not fit.
  public var nodes: Int?
  /// Whether the limit of the value is drawn tighter once there is a plan; without it all that is known of the limit is where the search began.
  public var tightensLimit = true
  /// The number of minimum cuts for the bound on the value, where that of the effort does not fit.
  public var cuts: Int?
  /// The number of splits of branches that draw the bound on the value tighter at the end, where that of the effort does not fit.
  public var splits: Int?
  /// How many parts a round of the search has, between which effects on the shop are linearised again, where its own number does not fit.
  ///
  /// Linearising takes as long as some hundred schedules, so that a search of few schedules had better do it seldom.
  public var guides: Int?

  /// Parameters with the documented defaults.
  ///
  /// - Precondition: there is at least one thread, and the time limit is not negative.
  public init(
    objective: Objective? = nil, effort: Effort = .normal, seed: UInt64 = 1, threads: Int = 2,
    timeLimit: Double? = nil, language: Language = .english, inputHash: String = ""
  ) {
    precondition(threads >= 1, "a search needs a thread")
    precondition(timeLimit ?? 0 >= 0, "time does not run backwards")
    self.objective = objective
    self.effort = effort
    self.seed = seed
    self.threads = threads
    self.timeLimit = timeLimit
    self.language = language
    self.inputHash = inputHash
  }
}
