import RoadmapModel

extension RoadmapDecoder {
  func uncertainty(_ scenario: Section<ScenarioKey>) -> Uncertainty {
    var uncertainty = Uncertainty()
    guard let section = section(.uncertainty, of: scenario, keys: UncertaintyKey.self) else {
      return uncertainty
    }
    uncertainty.executionPolicy = reader.optional(.execution, of: section, reader.word) ?? .priorityList
    uncertainty.isStartUncertain = reader.optional(.start, of: section, reader.answer) ?? true
    uncertainty.correlations = table(.correlations, of: section) { id, entry in correlation(id, entry) }
    uncertainty.risks = table(.risks, of: section) { id, entry in risk(id, entry) }
    uncertainty.decisionPoints = table(.decisionPoints, of: section) { id, entry in decisionPoint(id, entry) }
    return uncertainty
  }

  private func correlation(
    _ id: CorrelationGroupID, _ entry: LocatedMapping.Entry
  ) -> CorrelationGroup? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: CorrelationKey.self) else {
      return nil
    }
    let name = reader.optional(.name, of: section, reader.localizedText)
    let coefficient = reader.required(.coefficient, of: section, reader.fraction)
    var group = CorrelationGroup(
      id: id, name: name ?? LocalizedText(id.text),
      scope: scope(section, capabilities: .capabilities, team: .team), coefficient: coefficient ?? 0)
    let quantities: [CorrelationGroup.Quantity]? = reader.optional(.quantities, of: section) {
      reader.list($0, reader.word)
    }
    group.quantities = quantities ?? group.quantities
    return group
  }

  /// The named capabilities, those of a team, or all.
  private func scope<Key>(_ section: Section<Key>, capabilities: Key, team: Key) -> CapabilityScope {
    let ids: [CapabilityID]? = reader.optional(capabilities, of: section, reader.identifiers)
    let teamID: TeamID? = reader.optional(team, of: section, reader.identifier)
    if section[capabilities] != nil, section[team] != nil {
      log.reading(section.path + [team.rawValue]) {
        log.report(.conflictingKeys(capabilities.rawValue, team.rawValue), at: section.place(of: team))
      }
    }
    if let ids { return .capabilities(ids) }
    return teamID.map { .team($0) } ?? .all
  }

  private func risk(_ id: RiskID, _ entry: LocatedMapping.Entry) -> Risk? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: RiskKey.self) else {
      return nil
    }
    let name = reader.optional(.name, of: section, reader.localizedText)
    let probability = reader.required(.probability, of: section, reader.fraction)
    var risk = Risk(id: id, name: name ?? LocalizedText(id.text), probability: probability ?? 0)
    risk.scope = scope(section, capabilities: .capabilities, team: .team)
    risk.hitsEachByItself = reader.optional(.each, of: section, reader.answer) ?? false
    risk.from = reader.optional(.from, of: section, reader.date)
    risk.through = reader.optional(.through, of: section, reader.date)
    risk.delayFactor = estimate(.factor, of: section, reader.amount) ?? risk.delayFactor
    risk.delay = estimate(.delay, of: section, reader.weeks) ?? .zero
    risk.cost = estimate(.cost, of: section, reader.amount) ?? .zero
    risk.effectLoss = estimate(.loss, of: section, reader.fraction) ?? .zero
    risk.mitigation = self.section(.mitigation, of: section, keys: MitigationKey.self).flatMap(mitigation)
    return risk
  }

  private func estimate<Key>(
    _ key: Key, of section: Section<Key>, _ number: (LocatedNode) -> Double?
  ) -> Estimate? {
    reader.optional(key, of: section) { reader.estimate($0, at: section.place(of: key), number) }
  }

  private func mitigation(_ section: Section<MitigationKey>) -> Risk.Mitigation? {
    let probability = reader.required(.probability, of: section, reader.fraction) ?? 0
    let isTaken = reader.optional(.taken, of: section, reader.answer) ?? false
    guard section[.price] != nil else {
      if section[.taken] != nil, section[.capability] != nil {
        log.reading(section.path + [MitigationKey.taken.rawValue]) {
          log.report(.conflictingKeys("capability", "taken"), at: section.place(of: .taken))
        }
      }
      let capability: CapabilityID? = reader.required(.capability, of: section, reader.identifier)
      return capability.map { Risk.Mitigation(capability: $0, probability: probability) }
    }
    if section[.capability] != nil {
      log.reading(section.path + [MitigationKey.price.rawValue]) {
        log.report(.conflictingKeys("capability", "price"), at: section.place(of: .price))
      }
    }
    return reader.optional(.price, of: section, reader.amount).map {
      Risk.Mitigation(price: $0, isTaken: isTaken, probability: probability)
    }
  }

  private func decisionPoint(_ id: DecisionPointID, _ entry: LocatedMapping.Entry) -> DecisionPoint? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: DecisionPointKey.self) else {
      return nil
    }
    let name = reader.optional(.name, of: section, reader.localizedText)
    let pilot: CapabilityID? = reader.required(.pilot, of: section, reader.identifier)
    let kpi: KPI? = reader.required(.kpi, of: section, reader.word)
    let improvement = reader.required(.improvement, of: section, reader.fraction)
    let then: [CapabilityID]? = reader.required(.then, of: section, reader.identifiers)
    let wait = reader.optional(.wait, of: section, reader.weeks) ?? 0
    let otherwise: [CapabilityID]? = reader.optional(.otherwise, of: section, reader.identifiers)
    guard let pilot, let kpi, let improvement, let then else { return nil }
    return DecisionPoint(
      id: id, name: name ?? LocalizedText(id.text), pilot: pilot, wait: Int(wait.rounded(.up)), kpi: kpi,
      improvement: improvement, then: then, otherwise: otherwise ?? [])
  }
}
