public import RoadmapModel

/// What a simulation is asked to do beside the roadmap and the plan.
public struct SimulationParameters: Sendable {
  /// How much is found out about what results depend on.
  public enum Sensitivity: String, Hashable, Sendable, CaseIterable {
    /// Rank correlations, from the futures that are drawn anyway.
    case rank
    /// Also Sobol's indices of the strongest drivers, which takes more futures.
    case sobol
  }

  /// The number of futures; it is rounded up to a multiple of ``scrambles``.
  public var trials: Int
  /// The seed of all random numbers.
  public var seed: UInt64
  /// The number of threads; it changes the time that a run takes and nothing else.
  public var threads: Int
  /// How inputs are spread over futures.
  public var sampling: Forecast.Run.Sampling
  /// How work meets the futures; nil takes the roadmap's own policy.
  public var policy: ExecutionPolicy?
  /// The standard error of the probabilities of reaching the target and of losing money, and the error of the mean value as a share of its standard
  /// deviation, below which no more futures are drawn; nil draws all.
  public var targetError: Double?
  /// How much is found out about what results depend on.
  public var sensitivity: Sensitivity

  /// The number of independent copies of the sampling from which standard errors come.
  public static let scrambles = 16
  /// The futures that are enough for most questions and take seconds: fewer where each is planned anew several times.
  public static func usualTrials(_ policy: ExecutionPolicy) -> Int { policy == .replan ? 256 : 4_096 }
  /// The most futures of one run.
  public static let trialLimit = 16_777_216

  /// Parameters with the documented defaults.
  ///
  /// - Precondition: there is at least one thread and one future, and no more futures than ``trialLimit``.
  public init(
    trials: Int = 4_096, seed: UInt64 = 1, threads: Int = 2, sampling: Forecast.Run.Sampling = .sobol,
    policy: ExecutionPolicy? = nil, targetError: Double? = nil, sensitivity: Sensitivity = .rank
  ) {
    precondition(threads >= 1, "a simulation needs a thread")
    precondition(1...Self.trialLimit ~= trials, "a simulation has between one and \(Self.trialLimit) futures")
    self.trials = trials
    self.seed = seed
    self.threads = threads
    self.sampling = sampling
    self.policy = policy
    self.targetError = targetError
    self.sensitivity = sensitivity
  }
}

/// How far a running simulation is.
public struct SimulationProgress: Hashable, Sendable {
  /// The futures that have been simulated.
  public var trials: Int
  /// The futures that will be simulated at most.
  public var total: Int

  /// So many futures of so many.
  public init(trials: Int, total: Int) {
    self.trials = trials
    self.total = total
  }
}

/// Why a plan cannot be simulated.
public enum SimulationError: Error, Hashable, CustomStringConvertible {
  /// The plan builds a capability that the roadmap does not have or cannot plan.
  case unknownCapability(CapabilityID)
  /// The plan starts a capability in a week that is not in the calendar.
  case startOutsideCalendar(CapabilityID)

  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .unknownCapability(let id): "the plan builds \(id.text), which this roadmap cannot plan"
    case .startOutsideCalendar(let id): "the plan starts \(id.text) in a week that is not in the calendar"
    }
  }
}
