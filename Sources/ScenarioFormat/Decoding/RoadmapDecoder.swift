import RoadmapModel

/// Makes the contents of a roadmap out of a merged tree, section by section.
///
/// A value that cannot be read is noted and replaced by a harmless one, so that the model's rules can still look at the rest; what
/// they then say about the parts that could not be read is left out by ``ScenarioReader``.
struct RoadmapDecoder {
  /// The version of the format that this reader knows.
  static let version = "1"

  let reader: ValueReader

  var log: FindingLog { reader.log }

  init(log: FindingLog) {
    reader = ValueReader(log: log)
  }

  /// The contents, or nil when a part on which all others rest cannot be read.
  func contents(of tree: LocatedNode) -> RoadmapContents? {
    guard let scenario = reader.section(tree, at: .start(of: 0), keys: ScenarioKey.self) else { return nil }
    let name = reader.required(.name, of: scenario, reader.localizedText)
    let calendar = log.guarding(["calendar"]) {
      reader.required(.calendar, of: scenario) { self.calendar($0, scenario) }
    }
    let target = log.guarding(["target"]) {
      reader.required(.target, of: scenario) { self.target($0, scenario) }
    }
    let window = calendar.map(Self.supported)
    var contents = RoadmapContents(
      name: name ?? "", calendar: calendar ?? Self.anyCalendar,
      maturity: MaturityModel(stages: stages(scenario), elements: elements(scenario)),
      capabilities: capabilities(scenario), alternatives: alternatives(scenario),
      overlapGroups: overlapGroups(scenario), sources: sources(scenario), company: company(scenario),
      target: target ?? Target(stage: ""), policy: policy(scenario), teams: teams(scenario),
      budget: budget(scenario, in: window ?? Self.anyCalendar), business: business(scenario))
    readObjective(scenario, into: &contents)
    contents.decisions = decisions(scenario)
    return log.isBroken(within: ["calendar"]) || log.isBroken(within: ["overlapGroups"]) || lacksTable
      ? nil : contents
  }

  /// Whether a whole section cannot be read that others refer to.
  private var lacksTable: Bool {
    [ScenarioKey.stages, .elements, .capabilities, .sources, .teams].contains { log.isBroken([$0.rawValue]) }
  }

  private func readObjective(_ scenario: Section<ScenarioKey>, into contents: inout RoadmapContents) {
    log.guarding(["discountRate"]) {
      contents.discountRate = reader.optional(.discountRate, of: scenario, reader.yearlyGrowth) ?? 0
    }
    contents.objective = reader.optional(.objective, of: scenario, reader.word) ?? .value
    log.guarding(["weights"]) { contents.weights = weights(scenario) }
    log.guarding(["evidence"]) { contents.evidencePolicy = evidencePolicy(scenario) }
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
    section[key].flatMap { reader.section($0, at: section.place(of: key), keys: keys) }
  }

  /// A map from ids inside a section, when it is given; each entry that cannot be read in full is marked as broken.
  func table<Key, Subject, Value>(
    _ key: Key, of section: Section<Key>, path: [String],
    _ read: (Identifier<Subject>, LocatedMapping.Entry) -> Value?
  ) -> [Value] {
    guard let node = section[key] else { return [] }
    let path = path + [key.rawValue]
    guard node.mapping != nil else { return log.guarding(path) { reader.table(node, read) } }
    return reader.table(node) { id, entry in log.guarding(path + [id.text]) { read(id, entry) } }
  }
}
