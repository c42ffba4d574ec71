internal import RoadmapModel

/// Changes as programs read them: what kind, about what, by how much, from or by when.
extension ScenarioChange: Encodable {
  private enum Key: String, CodingKey {
    case kind, subject, amount, day, window
  }

  /// The parts of the JSON form.
  private struct Parts {
    var kind: String
    var subject: String?
    var amount: Double?
    var day: CivilDate?
    var window: Int?
  }

  private var parts: Parts {
    switch self {
    case .moreTeam(let team, let people, let day):
      Parts(kind: "moreTeam", subject: team.text, amount: people.count, day: day)
    case .budgetFactor(let factor): Parts(kind: "budgetFactor", amount: factor)
    case .moreBudget(let window, let money): Parts(kind: "moreBudget", amount: money.units, window: window)
    case .deadline(let day): Parts(kind: "deadline", day: day)
    case .longerHorizon(let weeks): Parts(kind: "longerHorizon", amount: Double(weeks))
    case .target(let stage): Parts(kind: "target", subject: stage.text)
    case .liveBy(let id, let day): Parts(kind: "liveBy", subject: id.text, day: day)
    case .notBefore(let id, let day): Parts(kind: "notBefore", subject: id.text, day: day)
    case .pin(let id, let day): Parts(kind: "pin", subject: id.text, day: day)
    case .withoutPin(let id): Parts(kind: "withoutPin", subject: id.text)
    case .isForced(let id, let isForced): Parts(kind: isForced ? "force" : "withoutForce", subject: id.text)
    case .isExcluded(let id, let isExcluded):
      Parts(kind: isExcluded ? "exclude" : "withoutExclude", subject: id.text)
    case .withoutFreeze: Parts(kind: "withoutFreeze")
    case .workInProgress(let limit): Parts(kind: "workInProgress", amount: limit.map(Double.init))
    case .softGates: Parts(kind: "softGates")
    case .costFactor(let id, let factor): Parts(kind: "costFactor", subject: id.text, amount: factor)
    case .weeks(let id, let weeks): Parts(kind: "weeks", subject: id.text, amount: Double(weeks))
    case .effectFactor(let id, let factor): Parts(kind: "effectFactor", subject: id.text, amount: factor)
    case .effect(let id, let kpi, let change):
      Parts(kind: "effect", subject: "\(id.text) \(kpi.rawValue)", amount: change)
    case .allEffectsFactor(let factor): Parts(kind: "allEffectsFactor", amount: factor)
    case .baselineFactor(let kpi, let factor):
      Parts(kind: "baselineFactor", subject: kpi.rawValue, amount: factor)
    case .moreGrowth(let growth): Parts(kind: "moreGrowth", amount: growth)
    case .allCostsFactor(let factor): Parts(kind: "allCostsFactor", amount: factor)
    case .slowTeam(let team, let factor): Parts(kind: "slowTeam", subject: team.text, amount: factor)
    }
  }

  /// Writes `kind`, and of `subject`, `amount`, `day` and `window` what the kind has.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let parts = parts
    try container.encode(parts.kind, forKey: .kind)
    try container.encodeIfPresent(parts.subject, forKey: .subject)
    try container.encodeIfPresent(parts.amount?.rounded(toDecimals: 9), forKey: .amount)
    try container.encodeIfPresent(parts.day, forKey: .day)
    try container.encodeIfPresent(parts.window, forKey: .window)
  }
}
