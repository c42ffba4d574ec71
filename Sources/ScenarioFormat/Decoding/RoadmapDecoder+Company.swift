import RoadmapModel

extension RoadmapDecoder {
  func company(_ scenario: Section<ScenarioKey>) -> Company {
    log.guarding(["company"]) {
      guard let section = section(.company, of: scenario, keys: CompanyKey.self) else { return Company() }
      return Company(states: states(section), answers: answers(section))
    }
  }

  private func states(_ section: Section<CompanyKey>) -> [CapabilityID: CapabilityState] {
    let declared =
      states(.live, of: section, .live) + shares(.partial, of: section, CapabilityState.partial)
      + shares(.inProgress, of: section, CapabilityState.inProgress)
      + states(.notApplicable, of: section, .notApplicable)
    var states: [CapabilityID: CapabilityState] = [:]
    for (id, state, place) in declared {
      if states.updateValue(state, forKey: id) == nil { continue }
      let mistake = Mistake(
        .contradictingState, "'\(id)' already has another state",
        advice: "Name it in one of live, partial, inProgress and notApplicable.")
      log.report(mistake, at: place)
    }
    return states
  }

  private typealias Declared = (id: CapabilityID, state: CapabilityState, place: Place)

  private func states(_ key: CompanyKey, of section: Section<CompanyKey>, _ state: CapabilityState)
    -> [Declared]
  {
    guard let node = section[key] else { return [] }
    let members: [(id: CapabilityID, place: Place)] = reader.placedIdentifiers(node) ?? []
    return members.map { ($0.id, state, $0.place) }
  }

  private func shares(
    _ key: CompanyKey, of section: Section<CompanyKey>, _ state: (Double) -> CapabilityState
  ) -> [Declared] {
    guard let node = section[key] else { return [] }
    return reader.table(node) { id, entry in
      reader.fraction(entry.value).map { (id, state($0), entry.keyPlace) }
    }
  }

  private func answers(_ section: Section<CompanyKey>) -> [ProofAnswer] {
    guard let node = section[.answers] else { return [] }
    let byCapability = reader.table(node) { (capability: CapabilityID, entry) in
      reader.table(entry.value) { (proofPoint: ProofPointID, answer) in
        self.answer(answer, ProofAnswer(capability: capability, proofPoint: proofPoint, answer: .unknown))
      }
    }
    return byCapability.flatMap(\.self)
  }

  private func answer(_ entry: LocatedMapping.Entry, _ blank: ProofAnswer) -> ProofAnswer? {
    var result = blank
    guard case .mapping = entry.value.content else {
      return answer(entry.value).map {
        result.answer = $0
        return result
      }
    }
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: AnswerKey.self) else {
      return nil
    }
    result.answer = reader.required(.answer, of: section, answer) ?? .unknown
    result.basis = reader.optional(.evidence, of: section, reader.word) ?? .stated
    result.on = reader.optional(.on, of: section, reader.date)
    result.note = reader.optional(.note, of: section, reader.plainText)
    return result
  }

  private func answer(_ node: LocatedNode) -> ProofAnswer.Answer? {
    reader.scalar(node) { text throws(Mistake) in
      if text == ProofAnswer.Answer.unknown.rawValue { return .unknown }
      if let answer = try? ScalarValue.answer(text) { return answer ? .yes : .no }
      throw Mistake(.notYesOrNo, "'\(text)' is not an answer", advice: "Write yes, no or unknown.")
    }
  }

  func decisions(_ scenario: Section<ScenarioKey>) -> [CapabilityID: Decision] {
    log.guarding(["decisions"]) {
      var decisions: [CapabilityID: Decision] = [:]
      guard let section = section(.decisions, of: scenario, keys: DecisionsKey.self) else { return decisions }
      for (id, date) in dates(.pin, of: section) { decisions[id, default: Decision()].pinnedStart = date }
      for (id, date) in dates(.notBefore, of: section) { decisions[id, default: Decision()].notBefore = date }
      for (id, date) in dates(.liveBy, of: section) { decisions[id, default: Decision()].liveBy = date }
      for id in ids(.force, of: section) { decisions[id, default: Decision()].isForced = true }
      for id in ids(.exclude, of: section) { decisions[id, default: Decision()].isExcluded = true }
      return decisions
    }
  }

  private func dates(_ key: DecisionsKey, of section: Section<DecisionsKey>) -> [(CapabilityID, CivilDate)] {
    guard let node = section[key] else { return [] }
    return reader.table(node) { id, entry in reader.date(entry.value).map { (id, $0) } }
  }

  private func ids(_ key: DecisionsKey, of section: Section<DecisionsKey>) -> [CapabilityID] {
    reader.optional(key, of: section, reader.identifiers) ?? []
  }
}
