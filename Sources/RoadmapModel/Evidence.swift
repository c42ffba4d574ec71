/// How far a number can be trusted, by how it was found.
public enum EvidenceGrade: String, Hashable, Sendable, CaseIterable, Codable {
  /// A randomised experiment, a large holdback or a meta-analysis of such.
  case experiment = "A"
  /// A quasi-experiment, such as a difference in differences on one firm.
  case quasiExperiment = "B"
  /// An observation or a benchmark.
  case observation = "C"
  /// The claim of a vendor or an agency.
  case vendorClaim = "V"
  /// A guess: no source was found.
  case guess = "M"
}

/// Where a number comes from.
public struct Evidence: Hashable, Sendable {
  /// How the number was found.
  public var grade: EvidenceGrade
  /// Where it was published; nil for a guess.
  public var source: SourceID?

  /// Evidence of a grade, from a source.
  public init(_ grade: EvidenceGrade, source: SourceID? = nil) {
    self.grade = grade
    self.source = source
  }

  /// A guess, without a source.
  public static let guess = Evidence(.guess)
}

/// A publication that numbers are taken from.
public struct Source: Hashable, Sendable {
  /// The name by which numbers refer to it.
  public var id: SourceID
  /// Its title.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// The year of publication.
  public var year: Int?
  /// Where it can be read.
  public var url: String?

  /// A publication.
  public init(id: SourceID, title: String, publisher: String? = nil, year: Int? = nil, url: String? = nil) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.year = year
    self.url = url
  }
}

/// How claims are shrunk towards what changes of a shop bring on average, before anybody plans with them.
///
/// A claim `x` with trust `w` becomes `w * x + (1 - w) * prior`. The prior holds for effects on visits, conversion and order value, where
/// thousands of published tests give a mean; for other KPIs it is zero. Shrinkage is prudent on both sides: it never makes a
/// helpful claim larger than stated, and an effect that hurts is taken as stated.
public struct EvidencePolicy: Hashable, Sendable {
  /// Whether claims are shrunk at all.
  public var shrinks: Bool
  /// The weight of a claim of each grade, from 0 to 1, in the order of ``EvidenceGrade/allCases``.
  private var weights: [Double]
  /// The mean relative change that a change of the shop brings.
  public var prior: Double
  /// The standard deviation of the relative change that changes of the shop bring.
  ///
  /// The simulation draws the true change around the shrunk one with the standard deviation `sqrt(1 - w) * priorSpread` for trust `w`, as in a normal
  /// model of claims and truths; planning, which takes the mean, does not use it.
  public var priorSpread: Double

  /// The documented default: A 1, B 0.7, C 0.5, V 0.25, a guess 0.2, towards 0.3 % with a spread of 1 %.
  public static let standard = EvidencePolicy()

  /// A policy with the standard weights.
  public init(shrinks: Bool = true, prior: Double = 0.003, priorSpread: Double = 0.01) {
    self.shrinks = shrinks
    self.weights = [1, 0.7, 0.5, 0.25, 0.2]
    self.prior = prior
    self.priorSpread = priorSpread
  }

  /// The weight of a claim of a grade, from 0 (ignored) to 1 (taken as stated).
  public subscript(grade: EvidenceGrade) -> Double {
    get { weights[Self.position(of: grade)] }
    set { weights[Self.position(of: grade)] = newValue }
  }

  private static func position(of grade: EvidenceGrade) -> Int {
    switch grade {
    case .experiment: 0
    case .quasiExperiment: 1
    case .observation: 2
    case .vendorClaim: 3
    case .guess: 4
    }
  }

  /// The relative change to plan with, for a stated change of a KPI.
  public func planned(_ change: Double, of kpi: KPI, grade: EvidenceGrade) -> Double {
    let helps = kpi.higherIsBetter ? change > 0 : change < 0
    guard shrinks, helps else { return change }
    let weight = self[grade]
    let size = abs(change)
    let shrunk = weight * size + (1 - weight) * (kpi.hasPrior ? prior : 0)
    return min(size, shrunk) * (change < 0 ? -1 : 1)
  }
}
