import RoadmapModel

extension RoadmapDecoder {
  func company(_ scenario: Section<ScenarioKey>) -> Company {
    guard let section = section(.company, of: scenario, keys: CompanyKey.self) else { return Company() }
    return Company(states: states(section), answers: answers(section), doneRanges: doneRanges(section))
  }

  /// The shares that are given as a range.
  private func doneRanges(_ section: Section<CompanyKey>) -> [CapabilityID: Estimate] {
    var ranges: [CapabilityID: Estimate] = [:]
    // What is wrong with a range has been said when its state was read.
    let silent = ValueReader(log: FindingLog())
    for key in [CompanyKey.partial, .inProgress] {
      guard let entries = section[key]?.mapping?.entries else { continue }
      for entry in entries where entry.value.sequence != nil {
        ranges[CapabilityID(entry.key)] = silent.range(entry.value, silent.fraction)
      }
    }
    return ranges
  }

  private func states(_ section: Section<CompanyKey>) -> [CapabilityID: CapabilityState] {
    let declared =
      states(.live, of: section, .live) + shares(.partial, of: section, CapabilityState.partial)
      + shares(.inProgress, of: section, CapabilityState.inProgress)
      + states(.notApplicable, of: section, .notApplicable)
    var states: [CapabilityID: CapabilityState] = [:]
    for (id, state, key, place) in declared {
      if states.updateValue(state, forKey: id) == nil { continue }
      let mistake = Mistake(
        .contradictingState, "'\(id)' already has another state",
        advice: "Name it in one of live, partial, inProgress and notApplicable.")
      log.reading(section.path + [key.rawValue, id.text]) { log.report(mistake, at: place) }
    }
    return states
  }

  private typealias Declared = (id: CapabilityID, state: CapabilityState, key: CompanyKey, place: Place)

  private func states(_ key: CompanyKey, of section: Section<CompanyKey>, _ state: CapabilityState)
    -> [Declared]
  {
    let members: [(id: CapabilityID, place: Place)]? = reader.optional(
      key, of: section, reader.placedIdentifiers)
    return (members ?? []).map { ($0.id, state, key, $0.place) }
  }

  private func shares(
    _ key: CompanyKey, of section: Section<CompanyKey>, _ state: (Double) -> CapabilityState
  ) -> [Declared] {
    table(key, of: section) { id, entry in
      reader.range(entry.value, reader.fraction).map { (id, state($0.likely), key, entry.keyPlace) }
    }
  }

  private func answers(_ section: Section<CompanyKey>) -> [ProofAnswer] {
    let byCapability = table(.answers, of: section) { (capability: CapabilityID, entry) in
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
    var decisions: [CapabilityID: Decision] = [:]
    guard let section = section(.decisions, of: scenario, keys: DecisionsKey.self) else { return decisions }
    for (id, date) in dates(.pin, of: section) { decisions[id, default: Decision()].pinnedStart = date }
    for (id, date) in dates(.notBefore, of: section) { decisions[id, default: Decision()].notBefore = date }
    for (id, date) in dates(.liveBy, of: section) { decisions[id, default: Decision()].liveBy = date }
    for id in ids(.force, of: section) { decisions[id, default: Decision()].isForced = true }
    for id in ids(.exclude, of: section) { decisions[id, default: Decision()].isExcluded = true }
    return decisions
  }

  private func dates(_ key: DecisionsKey, of section: Section<DecisionsKey>) -> [(CapabilityID, CivilDate)] {
    table(key, of: section) { id, entry in reader.date(entry.value).map { (id, $0) } }
  }

  private func ids(_ key: DecisionsKey, of section: Section<DecisionsKey>) -> [CapabilityID] {
    reader.optional(key, of: section, reader.identifiers) ?? []
  }
}
