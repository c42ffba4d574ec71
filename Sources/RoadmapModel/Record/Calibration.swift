/// How good estimates and past forecasts were, by what has happened since.
///
/// Its JSON form is the format `gait-calibration/1`, described by `docs/schema/calibration.schema.json`.
public struct Calibration: Hashable, Sendable, Codable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The last day of the record.
  public let through: CivilDate
  /// The scores of each source: the estimates of the scenario first, then past forecasts.
  public let sources: [SourceScore]
  /// Every number that was predicted and has come true in some way, by source, quantity and capability.
  public let comparisons: [Comparison]
  /// Every promise, by source in the order of writing.
  public let promises: [ScoredPromise]

  /// A calibration from its parts.
  public init(
    scenario: String, through: CivilDate, sources: [SourceScore], comparisons: [Comparison],
    promises: [ScoredPromise]
  ) {
    self.format = "gait-calibration/1"
    self.scenario = scenario
    self.through = through
    self.sources = sources
    self.comparisons = comparisons
    self.promises = promises
  }
}

extension Calibration {
  /// What is predicted as a range.
  public enum Quantity: String, Hashable, Sendable, CaseIterable, Codable {
    /// Weeks of work.
    case duration
    /// One-off cost, in currency units.
    case cost
    /// The relative change of a lever.
    case effect
  }

  /// What the scores of a source or a quantity say.
  public enum Verdict: String, Hashable, Sendable, CaseIterable, Codable {
    /// Nothing speaks against it.
    case consistent
    /// It is too sure of itself: ranges are too narrow, or promises are kept too rarely.
    case tooSure
    /// It is not sure enough: ranges are too wide, or promises are kept more often than said.
    case tooCautious
  }

  /// The scores of the scenario's estimates or of one past forecast.
  public struct SourceScore: Hashable, Sendable, Codable {
    /// The id of the past forecast, or the name of the file with it; nil for the estimates of the scenario.
    public let source: String?
    /// The scores of its ranges, by quantity.
    public let ranges: [RangeScore]
    /// The score of its promises; nil when none has been decided.
    public let promises: PromiseScore?

    /// The scores of a source.
    public init(source: String?, ranges: [RangeScore], promises: PromiseScore?) {
      self.source = source
      self.ranges = ranges
      self.promises = promises
    }
  }

  /// How often what happened lay within a central range.
  public struct Coverage: Hashable, Sendable, Codable {
    /// The share that should lie within: 0.8 is the range from P10 to P90.
    public let level: Double
    /// The share that did.
    public let share: Double
    /// The standard error of the share for ranges that are right: `sqrt(level (1 - level) / n)`.
    public let standardError: Double
    /// The probability that ranges that are right would miss at least as badly on the same side, by the binomial distribution.
    public let chance: Double

    /// How often what happened lay within.
    public init(level: Double, share: Double, standardError: Double, chance: Double) {
      self.level = level
      self.share = share
      self.standardError = standardError
      self.chance = chance
    }
  }

  /// The score of the ranges of one quantity.
  public struct RangeScore: Hashable, Sendable, Codable {
    /// What was predicted.
    public let quantity: Quantity
    /// How many predictions have an actual value.
    public let count: Int
    /// Coverage at 50, 80 and 90 %, of those with a range; empty when none has one.
    public let coverage: [Coverage]
    /// What the coverage at 80 % says.
    public let verdict: Verdict
    /// Actual over predicted: for durations and costs the geometric mean over predicted means, for effects the sum over the sum.
    ///
    /// Nil when it makes no sense: a sum of zero, or nothing that is above zero.
    public let ratio: Double?
    /// The standard error of the ratio.
    public let standardError: Double?
    /// The factor for future estimates: the ratio, pulled towards 1 by how few actuals it rests on.
    public let suggestedFactor: Double?

    /// The score of the ranges of one quantity.
    public init(
      quantity: Quantity, count: Int, coverage: [Coverage], verdict: Verdict, ratio: Double?,
      standardError: Double?, suggestedFactor: Double?
    ) {
      self.quantity = quantity
      self.count = count
      self.coverage = coverage
      self.verdict = verdict
      self.ratio = ratio
      self.standardError = standardError
      self.suggestedFactor = suggestedFactor
    }
  }

  /// The score of dated promises.
  public struct PromiseScore: Hashable, Sendable, Codable {
    /// How many promises have been kept or broken.
    public let count: Int
    /// How many are still open.
    public let open: Int
    /// The Brier score: the mean of `(probability - outcome)^2`; 0 is perfect, and 0.25 is what saying 50 % always gets.
    public let brier: Double
    /// Its standard error.
    public let standardError: Double
    /// The mean probability that was said.
    public let said: Double
    /// The share that was kept.
    public let kept: Double
    /// The standard error of the share for probabilities that are right: `sqrt(sum p (1 - p)) / n`.
    public let keptError: Double
    /// What the difference of the two says.
    public let verdict: Verdict

    /// The score of promises.
    public init(
      count: Int, open: Int, brier: Double, standardError: Double, said: Double, kept: Double,
      keptError: Double, verdict: Verdict
    ) {
      self.count = count
      self.open = open
      self.brier = brier
      self.standardError = standardError
      self.said = said
      self.kept = kept
      self.keptError = keptError
      self.verdict = verdict
    }
  }

  /// A predicted number and what became of it.
  public struct Comparison: Hashable, Sendable, Codable {
    /// The past forecast; nil for the estimates of the scenario.
    public let source: String?
    /// The capability.
    public let capability: CapabilityID
    /// What was predicted.
    public let quantity: Quantity
    /// The lever, for an effect.
    public let kpi: KPI?
    /// One in ten was predicted to be lower.
    public let p10: Double
    /// The predicted mean.
    public let mean: Double
    /// One in ten was predicted to be higher.
    public let p90: Double
    /// What happened.
    public let actual: Double
    /// The predicted probability of a value up to the actual one; nil for a prediction without a range.
    public let rank: Double?

    /// A predicted number and what became of it.
    public init(
      source: String?, capability: CapabilityID, quantity: Quantity, kpi: KPI?, p10: Double, mean: Double,
      p90: Double, actual: Double, rank: Double?
    ) {
      self.source = source
      self.capability = capability
      self.quantity = quantity
      self.kpi = kpi
      self.p10 = p10
      self.mean = mean
      self.p90 = p90
      self.actual = actual
      self.rank = rank
    }
  }

  /// A promise and what became of it.
  public struct ScoredPromise: Hashable, Sendable, Codable {
    /// The past forecast.
    public let source: String
    /// The capability that was to be live; nil when a stage was promised.
    public let capability: CapabilityID?
    /// The stage that was to be reached; nil when a capability was promised.
    public let stage: StageID?
    /// The last day that keeps the promise.
    public let by: CivilDate
    /// How sure it was said to be.
    public let probability: Double
    /// Whether it was kept; nil when that is not known yet.
    public let kept: Bool?

    /// A promise and what became of it.
    public init(
      source: String, capability: CapabilityID?, stage: StageID?, by: CivilDate, probability: Double,
      kept: Bool?
    ) {
      self.source = source
      self.capability = capability
      self.stage = stage
      self.by = by
      self.probability = probability
      self.kept = kept
    }
  }
}
