public import Planning
public import RoadmapModel

/// What an analysis is asked to do beside its scenario and plan.
public struct AnalysisParameters: Sendable {
  /// What plans are chosen for; nil takes the roadmap's own objective.
  public var objective: Objective?
  /// The seed of all random choices.
  public var seed: UInt64
  /// The number of plans that are made at the same time; it changes the time that a run takes and nothing else.
  public var threads: Int
  /// The language of all texts.
  public var language: Language
  /// A digest of the scenario and all files that it was read from, which plans and results quote.
  public var inputHash = ""
  /// The number of schedules that each plan of the analysis may build.
  ///
  /// It is far below that of a first plan, since each starts from plans that are known.
  public var schedules: Int
  /// The number of failures that the complete search of each plan may meet, which take some ten times as long as schedules.
  var failures: Int { max(40, schedules / 20) }
  /// The number of minimum cuts for the bound of each plan, where bounds are shown.
  public var cuts: Int
  /// The number of minimum cuts where other bounds lean on one, as those of all levels of a frontier do on that of the highest.
  public var leadingCuts: Int

  /// How many times as many schedules a plan may build whose answer is surprising: a large loss, or no plan at all.
  ///
  /// One leaves it at the first answer.
  public var secondLook = 4

  /// The schedules of one plan, by effort.
  public static func schedules(for effort: Effort) -> Int {
    switch effort {
    case .quick: 150
    case .normal: 3_000
    case .thorough: 20_000
    }
  }

  /// Parameters with the documented defaults.
  ///
  /// - Precondition: there is at least one thread.
  public init(
    objective: Objective? = nil, effort: Effort = .normal, seed: UInt64 = 1, threads: Int = 2,
    language: Language = .english
  ) {
    precondition(threads >= 1, "an analysis needs a thread")
    self.objective = objective
    self.seed = seed
    self.threads = threads
    self.language = language
    schedules = Self.schedules(for: effort)
    cuts = 60
    leadingCuts = effort.cuts
  }
}

/// How far a running analysis is.
public struct AnalysisProgress: Hashable, Sendable {
  /// The plans that have been made.
  public var plans: Int
  /// The plans that will be made, as far as that is known.
  public var total: Int
}

/// Why an analysis has no result.
public enum AnalysisError: Error, CustomStringConvertible {
  /// The signal was raised.
  case interrupted
  /// The planner is at fault.
  case defect(PlannerDefect)

  /// What went wrong, in one line.
  public var description: String {
    switch self {
    case .interrupted: "interrupted"
    case .defect(let defect): defect.description
    }
  }
}
