import RoadmapModel

/// Makes the contents of a roadmap out of a merged tree, section by section.
///
/// A value that cannot be read is noted and replaced by a harmless one, so that the model's rules can still look at everything else; what
/// they then say about the stand-ins is left out by ``ScenarioReader``.
struct RoadmapDecoder {
  /// The version of the format that this reader knows.
  static let version = "1"

  let reader: ValueReader

  var log: FindingLog { reader.log }

  init(log: FindingLog) {
    reader = ValueReader(log: log)
  }

  /// The contents, or nil when the whole is not a map.
  func contents(of tree: LocatedNode) -> RoadmapContents? {
    guard let scenario = reader.section(tree, at: .start(of: 0), keys: ScenarioKey.self) else { return nil }
    let name = reader.required(.name, of: scenario, reader.localizedText)
    let calendar = reader.required(.calendar, of: scenario) { self.calendar($0, scenario) }
    let target = reader.required(.target, of: scenario) { self.target($0, scenario) }
    var contents = RoadmapContents(
      name: name ?? "", calendar: calendar ?? Self.anyCalendar,
      maturity: MaturityModel(stages: stages(scenario), elements: elements(scenario)),
      capabilities: capabilities(scenario), alternatives: alternatives(scenario),
      overlapGroups: overlapGroups(scenario), sources: sources(scenario), company: company(scenario),
      target: target ?? Target(stage: ""), policy: policy(scenario), teams: teams(scenario),
      budget: budget(scenario, in: Self.supported(calendar ?? Self.anyCalendar)), business: business(scenario)
    )
    readObjective(scenario, into: &contents)
    contents.decisions = decisions(scenario)
    contents.uncertainty = uncertainty(scenario)
    contents.record = record(scenario)
    return contents
  }

  private func readObjective(_ scenario: Section<ScenarioKey>, into contents: inout RoadmapContents) {
    contents.discountRate = reader.optional(.discountRate, of: scenario, reader.yearlyGrowth) ?? 0
    contents.objective = reader.optional(.objective, of: scenario, reader.word) ?? .value
    contents.weights = weights(scenario)
    contents.evidencePolicy = evidencePolicy(scenario)
  }

  private func weights(_ scenario: Section<ScenarioKey>) -> ObjectiveWeights {
    var weights = ObjectiveWeights()
    guard let section = section(.weights, of: scenario, keys: WeightsKey.self) else { return weights }
    weights.impact = reader.optional(.impact, of: section, reader.amount) ?? weights.impact
    weights.cost = reader.optional(.cost, of: section, reader.amount) ?? weights.cost
    return weights
  }

  private func evidencePolicy(_ scenario: Section<ScenarioKey>) -> EvidencePolicy {
    var policy = EvidencePolicy.standard
    guard let section = section(.evidence, of: scenario, keys: EvidencePolicyKey.self) else { return policy }
    policy.shrinks = reader.optional(.shrink, of: section, reader.answer) ?? policy.shrinks
    policy.prior = reader.optional(.prior, of: section, reader.fraction) ?? policy.prior
    policy.priorSpread = reader.optional(.priorSpread, of: section, reader.fraction) ?? policy.priorSpread
    guard let trust = self.section(.trust, of: section, keys: EvidenceGrade.self) else { return policy }
    for grade in EvidenceGrade.allCases {
      policy[grade] = reader.optional(grade, of: trust, reader.fraction) ?? policy[grade]
    }
    return policy
  }

  /// A map inside a section, when it is given.
  func section<Outer, Inner: SectionKey>(
    _ key: Outer, of section: Section<Outer>, keys: Inner.Type
  ) -> Section<Inner>? {
    reader.optional(key, of: section) { reader.section($0, at: section.place(of: key), keys: keys) }
  }

  /// A map from ids inside a section, when it is given.
  func table<Key, Subject, Value>(
    _ key: Key, of section: Section<Key>, _ read: (Identifier<Subject>, LocatedMapping.Entry) -> Value?
  ) -> [Value] {
    reader.optional(key, of: section) { reader.table($0, read) } ?? []
  }
}
