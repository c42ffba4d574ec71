public import RoadmapModel

/// What planning under uncertainty leads to.
public enum ConfidenceOutcome: Sendable {
  /// A plan, beside the one for expected values.
  case choice(ConfidenceChoice)
  /// There is no plan, or none was found.
  case infeasible(Infeasibility)
}

/// The plan that is best at a confidence, and what the plan for expected values would have lost.
public struct ConfidenceChoice: Hashable, Sendable {
  /// The plan that is best at the confidence.
  public let plan: Plan
  /// Its forecast.
  public let forecast: Forecast
  /// The plan for expected values.
  public let deterministic: Plan
  /// Its forecast.
  public let deterministicForecast: Forecast
  /// The probability with which results are reached.
  public let confidence: Double
  /// The plans that were compared, the plan for expected values first.
  public let candidates: [Candidate]
  /// The position of the chosen one.
  public let chosen: Int
  /// The number of futures in which candidates were compared; they are others than those of ``achieved``.
  public let comparedTrials: Int
  /// What the chosen plan reaches with the confidence: a net present value that is reached or passed, the last week in which the target stage is reached, or the most that one-off
  /// costs come to; by the objective of the plan.
  public let achieved: Double
  /// The same of the plan for expected values; the difference is what that plan would have lost.
  public let deterministicAchieved: Double
  /// The standard error of the difference, from independent copies of the same futures.
  public let standardError: Double
}

extension ConfidenceChoice {
  /// A plan that was compared.
  public struct Candidate: Hashable, Sendable {
    /// Where a candidate comes from.
    public enum Origin: Hashable, Sendable {
      /// The plan for expected values.
      case expectedValues
      /// A plan from another seed.
      case otherSeed(UInt64)
      /// A plan for work that takes as long as it does with a probability; put off as that plan was, or as early as it can be.
      case longerWork(Double, isPutOff: Bool)
      /// The best one before it, without a capability and what needs it.
      case omission(CapabilityID)
    }

    /// Where it comes from.
    public let origin: Origin
    /// What it reaches with the confidence, in the unit of ``ConfidenceChoice/achieved``, in the futures of the comparison.
    public let reached: Double
  }

  /// What the plan for expected values would have lost, in currency units or weeks; 0 when no other was better in the futures of the statement, too.
  public var loss: Double {
    plan.objective == .value ? achieved - deterministicAchieved : deterministicAchieved - achieved
  }
}
