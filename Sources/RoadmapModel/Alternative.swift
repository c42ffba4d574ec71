/// Capabilities of which only one may be live, such as the vendors of a payment gateway.
public struct Alternative: Hashable, Sendable {
  /// How many members must be live at the end of the plan.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// Exactly one.
    case one
    /// One or none.
    case atMostOne
  }

  /// The name of the group.
  public var id: AlternativeID
  /// What is chosen, for people.
  public var name: LocalizedText
  /// How many must be live.
  public var choice: Choice
  /// The capabilities to choose from, each once.
  public var members: [CapabilityID]
  /// What members are scored by.
  public var criteria: [Criterion]
  /// The scores from 0 to 5, by member and criterion.
  public var scores: [CapabilityID: [CriterionID: Double]]
  /// A member whose weighted mean score is lower may not be chosen.
  public var minimumScore: Double?
  /// What one point of the weighted mean score counts for, once, when the member goes live; in currency units.
  ///
  /// It is a judgement that makes plans prefer good choices, and no profit.
  public var pointValue: Double

  /// A choice between capabilities.
  public init(
    id: AlternativeID, name: LocalizedText, choice: Choice = .atMostOne, members: [CapabilityID],
    criteria: [Criterion] = [], scores: [CapabilityID: [CriterionID: Double]] = [:],
    minimumScore: Double? = nil, pointValue: Double = 0
  ) {
    self.id = id
    self.name = name
    self.choice = choice
    self.members = members
    self.criteria = criteria
    self.scores = scores
    self.minimumScore = minimumScore
    self.pointValue = pointValue
  }

  /// The mean score of a member, weighted by the criteria; nil when it has no scores.
  public func weightedScore(of member: CapabilityID) -> Double? {
    guard let scores = scores[member], !criteria.isEmpty else { return nil }
    let weight = criteria.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    return criteria.reduce(0) { $0 + $1.weight * (scores[$1.id] ?? 0) } / weight
  }

  /// Whether the scores of a member allow it to be chosen.
  public func allows(_ member: CapabilityID) -> Bool {
    guard let minimumScore, let score = weightedScore(of: member) else { return true }
    return score >= minimumScore
  }
}

/// Something that members of an alternative are scored by.
public struct Criterion: Hashable, Sendable {
  /// The name by which scores refer to it.
  public var id: CriterionID
  /// How much it counts beside the others.
  public var weight: Double

  /// A weighted criterion.
  public init(id: CriterionID, weight: Double) {
    self.id = id
    self.weight = weight
  }
}
