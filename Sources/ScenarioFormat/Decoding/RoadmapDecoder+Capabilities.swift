import RoadmapModel

extension RoadmapDecoder {
  func capabilities(_ scenario: Section<ScenarioKey>) -> [Capability] {
    table(.capabilities, of: scenario) { (id: CapabilityID, entry) in capability(id, entry) }
  }

  private func capability(_ id: CapabilityID, _ entry: LocatedMapping.Entry) -> Capability {
    var capability = Capability(
      id: id, name: LocalizedText(id.text), stage: "", element: "", duration: Estimate(1))
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: CapabilityKey.self) else {
      return capability
    }
    readIdentity(section, into: &capability)
    readConditions(section, into: &capability)
    readWork(section, into: &capability)
    readImpact(section, into: &capability)
    return capability
  }

  private func readIdentity(_ section: Section<CapabilityKey>, into capability: inout Capability) {
    capability.name = reader.required(.name, of: section, reader.localizedText) ?? capability.name
    capability.summary = reader.optional(.summary, of: section, reader.localizedText)
    capability.stage = reader.required(.stage, of: section, reader.identifier) ?? capability.stage
    capability.element = reader.required(.element, of: section, reader.identifier) ?? capability.element
    capability.proofPoints = reader.optional(.proof, of: section, proofPoints) ?? []
  }

  private func proofPoints(_ node: LocatedNode) -> [ProofPoint] {
    reader.table(node) { id, entry in
      ProofPoint(id: id, question: reader.localizedText(entry.value) ?? LocalizedText(id.text))
    }
  }

  private func readConditions(_ section: Section<CapabilityKey>, into capability: inout Capability) {
    capability.prerequisites = reader.optional(.requires, of: section) { reader.list($0, prerequisite) } ?? []
    capability.provides = reader.optional(.provides, of: section, capabilityList) ?? []
    capability.trigger = reader.optional(.trigger, of: section, trigger)
  }

  private func prerequisite(_ node: LocatedNode) -> Prerequisite? {
    guard case .mapping = node.content else {
      return reader.identifier(node).map { Prerequisite(Requirement($0)) }
    }
    guard let section = reader.section(node, at: node.place, keys: PrerequisiteKey.self) else { return nil }
    let requirement = requirement(section)
    let lag = reader.optional(.lag, of: section, reader.weeks) ?? 0
    return requirement.map { Prerequisite($0, lag: Int(lag.rounded(.up))) }
  }

  private func requirement(_ section: Section<PrerequisiteKey>) -> Requirement? {
    let isChoice = section[.atLeast] != nil || section[.of] != nil
    guard isChoice else {
      return reader.required(.capability, of: section, reader.identifier).map { Requirement($0) }
    }
    guard section[.capability] == nil else {
      log.report(.conflictingKeys("capability", "atLeast"), at: section.place(of: .capability))
      return nil
    }
    return choice(section, atLeast: .atLeast, of: .of)
  }

  private func trigger(_ node: LocatedNode) -> Trigger? {
    guard case .sequence = node.content else { return condition(node).map { Trigger([$0]) } }
    return reader.list(node, condition).map { Trigger($0) }
  }

  private func condition(_ node: LocatedNode) -> TriggerCondition? {
    reader.scalar(node, TriggerText.condition)
  }

  private func readWork(_ section: Section<CapabilityKey>, into capability: inout Capability) {
    let duration = reader.required(.duration, of: section) {
      reader.estimate($0, at: section.place(of: .duration), reader.weeks)
    }
    let cost = reader.optional(.cost, of: section) {
      reader.estimate($0, at: section.place(of: .cost), reader.amount)
    }
    capability.duration = duration ?? capability.duration
    capability.cost = cost ?? .zero
    capability.costTiming = reader.optional(.costTiming, of: section, reader.word) ?? .spread
    capability.needs = reader.optional(.needs, of: section, needs) ?? []
  }

  private func needs(_ node: LocatedNode) -> [Capability.TeamNeed] {
    reader.table(node) { team, entry in reader.people(entry.value).map { Capability.TeamNeed(team, $0) } }
  }

  private func readImpact(_ section: Section<CapabilityKey>, into capability: inout Capability) {
    let runningCost = reader.optional(.runningCost, of: section) {
      reader.monthlyEstimate($0, at: section.place(of: .runningCost))
    }
    capability.runningCost = runningCost ?? .zero
    capability.effects = effects(section)
    capability.benefit = self.section(.benefit, of: section, keys: BenefitKey.self).flatMap(benefit)
    capability.chanceOfSuccess = reader.optional(.chanceOfSuccess, of: section, reader.fraction) ?? 1
  }

  private func effects(_ capability: Section<CapabilityKey>) -> [Effect] {
    guard let section = section(.effects, of: capability, keys: KPI.self) else { return [] }
    return KPI.allCases.compactMap { kpi in
      self.section(kpi, of: section, keys: EffectKey.self).flatMap { effect(kpi, $0) }
    }
  }

  private func effect(_ kpi: KPI, _ section: Section<EffectKey>) -> Effect? {
    let evidence = reader.evidence(section, grade: .evidence, source: .source)
    let ramp = reader.optional(.ramp, of: section, reader.weeks) ?? 0
    let overlap: OverlapGroupID? = reader.optional(.overlap, of: section, reader.identifier)
    guard var change = reader.required(.change, of: section, { reader.range($0, reader.fraction) }) else {
      return nil
    }
    change.evidence = evidence
    change.distribution = reader.distribution(section, .distribution)
    return Effect(kpi, change: change, ramp: ramp, overlap: overlap)
  }

  private func benefit(_ section: Section<BenefitKey>) -> Benefit? {
    let evidence = reader.evidence(section, grade: .evidence, source: .source)
    let ramp = reader.optional(.ramp, of: section, reader.weeks) ?? 0
    guard var perMonth = reader.monthlyRange(section, range: .range, per: .per) else { return nil }
    perMonth.evidence = evidence
    perMonth.distribution = reader.distribution(section, .distribution)
    return Benefit(perMonth: perMonth, ramp: ramp)
  }

  func alternatives(_ scenario: Section<ScenarioKey>) -> [Alternative] {
    table(.alternatives, of: scenario) { (id: AlternativeID, entry) in alternative(id, entry) }
  }

  private func alternative(_ id: AlternativeID, _ entry: LocatedMapping.Entry) -> Alternative? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: AlternativeKey.self) else {
      return nil
    }
    let name = reader.optional(.name, of: section, reader.localizedText)
    let members = reader.required(.of, of: section, capabilityList)
    var alternative = Alternative(id: id, name: name ?? LocalizedText(id.text), members: members ?? [])
    alternative.choice = reader.optional(.choose, of: section, reader.word) ?? .atMostOne
    alternative.criteria = reader.optional(.criteria, of: section, criteria) ?? []
    let scores = reader.optional(.scores, of: section, scores) ?? []
    alternative.scores = Dictionary(scores) { first, _ in first }
    alternative.minimumScore = reader.optional(.minimumScore, of: section, reader.amount)
    alternative.pointValue = reader.optional(.pointValue, of: section, reader.amount) ?? 0
    return alternative
  }

  private func criteria(_ node: LocatedNode) -> [Criterion] {
    reader.table(node) { id, entry in Criterion(id: id, weight: reader.amount(entry.value) ?? 1) }
  }

  private func scores(_ node: LocatedNode) -> [(CapabilityID, [CriterionID: Double])] {
    reader.table(node) { member, entry in
      let scores = reader.table(entry.value) { (criterion: CriterionID, score) in
        reader.amount(score.value).map { (criterion, $0) }
      }
      return (member, Dictionary(scores) { first, _ in first })
    }
  }
}

extension Mistake {
  static func conflictingKeys(_ first: String, _ second: String) -> Mistake {
    Mistake(.conflictingKeys, "'\(first)' and '\(second)' exclude each other", advice: "Keep one of them.")
  }
}
