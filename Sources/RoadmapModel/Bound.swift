/// A limit that no plan of a roadmap can pass, and why that is so.
public struct Bound: Hashable, Sendable, Codable {
  /// How a bound was proved.
  public enum Method: String, Hashable, Sendable, Codable, CaseIterable {
    /// The longest chain of prerequisites, without limits on people and money.
    case criticalPath = "critical-path"
    /// Every earlier date has been refuted, by prerequisites and people.
    case refutation
    /// Every plan that is worth more has been refuted, by a search that knows all rules or branch by branch of the priced cut.
    case completeSearch = "complete-search"
    /// The best closed set of go-lives when people, money and choices have a price instead of a limit.
    case pricedCut = "priced-minimum-cut"
    /// The cheapest capabilities that can meet every demand, without limits on time and people.
    case cheapestSelection = "cheapest-selection"
  }

  /// The limit, in the unit of the objective: currency units for value (at most) and cost (at least), periods for time (at least).
  public var limit: Double
  /// How it was proved.
  public var method: Method
  /// What the proof left out of account, so that the true limit may be tighter.
  public var relaxed: [String]

  /// A limit and its proof.
  public init(limit: Double, method: Method, relaxed: [String]) {
    self.limit = limit
    self.method = method
    self.relaxed = relaxed
  }

  /// The relative distance from an achieved objective to the limit: 0 means proved best.
  ///
  /// The base is the larger of the two sizes. So for a value and a limit that are not negative it is the share of the limit that is missing, and for
  /// cost and time the share of what is achieved that is too much. Where value and limit have different signs it passes 1 and says little.
  ///
  /// - Returns: the distance as a share of the larger size; an achieved value at or beyond the limit gives 0.
  public func gap(from achieved: Double, for objective: Objective) -> Double {
    let distance = objective == .value ? limit - achieved : achieved - limit
    guard distance > 0 else { return 0 }
    return distance / max(abs(limit), abs(achieved), 0.01)
  }
}
