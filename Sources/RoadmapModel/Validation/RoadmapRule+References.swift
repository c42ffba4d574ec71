extension RoadmapRule {
  func duplicateIDs(_ contents: RoadmapContents) -> [Finding] {
    func repeated<Subject>(_ ids: [Identifier<Subject>], _ section: String) -> [Finding] {
      var seen: Set<Identifier<Subject>> = []
      return ids.filter { !seen.insert($0).inserted }.map { id in
        error(
          "'\(id)' stands twice in \(section)", advice: "Give one of them another id.",
          at: [section, id.text])
      }
    }
    let ids =
      repeated(contents.maturity.stages.map(\.id), "stages")
      + repeated(contents.maturity.elements.map(\.id), "elements")
      + repeated(contents.capabilities.map(\.id), "capabilities")
      + repeated(contents.alternatives.map(\.id), "alternatives")
      + repeated(contents.overlapGroups.map(\.id), "overlapGroups")
      + repeated(contents.sources.map(\.id), "sources") + repeated(contents.teams.map(\.id), "teams")
    return ids + repeatedWithin(contents)
  }

  /// Ids that are unique within a capability, an alternative or the answers only.
  private func repeatedWithin(_ contents: RoadmapContents) -> [Finding] {
    func repeated(_ names: [String], _ path: [String]) -> [Finding] {
      var seen: Set<String> = []
      return names.filter { !seen.insert($0).inserted }.map { name in
        error(
          "'\(name)' stands twice in \(path.joined(separator: "."))", advice: "Take it out once.",
          at: path + [name])
      }
    }
    let capabilities = contents.capabilities.flatMap { capability in
      repeated(capability.proofPoints.map(\.id.text), ["capabilities", capability.id.text, "proof"])
        + repeated(capability.needs.map(\.team.text), ["capabilities", capability.id.text, "needs"])
    }
    let alternatives = contents.alternatives.flatMap { alternative in
      repeated(alternative.criteria.map(\.id.text), ["alternatives", alternative.id.text, "criteria"])
    }
    let answered = Dictionary(grouping: contents.company.answers, by: \.capability)
    let answers = answered.keys.sorted().flatMap { id in
      repeated((answered[id] ?? []).map(\.proofPoint.text), ["company", "answers", id.text])
    }
    let uncertainty = contents.uncertainty
    let events =
      repeated(uncertainty.correlations.map(\.id.text), ["uncertainty", "correlations"])
      + repeated(uncertainty.risks.map(\.id.text), ["uncertainty", "risks"])
      + repeated(uncertainty.decisionPoints.map(\.id.text), ["uncertainty", "decisionPoints"])
    let record = contents.record
    let recorded =
      repeated(record?.capabilities.map(\.capability.text) ?? [], ["record", "capabilities"])
      + repeated(record?.forecasts.map(\.id.text) ?? [], ["record", "forecasts"])
    return capabilities + alternatives + answers + events + recorded
  }

  func unknownCapabilities(_ contents: RoadmapContents) -> [Finding] {
    let known = Set(contents.capabilities.map(\.id))
    var places: [(CapabilityID, [String])] = contents.placedRequirements.flatMap { placed in
      placed.requirement.members.enumerated().map { ($1, placed.path(ofMember: $0)) }
    }
    for capability in contents.capabilities {
      for (position, id) in capability.provides.enumerated() {
        places.append((id, ["capabilities", capability.id.text, "provides", String(position)]))
      }
    }
    for alternative in contents.alternatives {
      let path = ["alternatives", alternative.id.text]
      places += alternative.members.enumerated().map { ($1, path + ["of", String($0)]) }
      places += alternative.scores.keys.sorted().map { ($0, path + ["scores", $0.text]) }
    }
    places += contents.company.states.keys.sorted().map { id in
      (id, ["company", Self.section(of: contents.company.states[id] ?? .missing), id.text])
    }
    places += contents.company.answers.map { ($0.capability, ["company", "answers", $0.capability.text]) }
    places += contents.decisions.keys.sorted().map { id in
      (id, ["decisions", Self.section(of: contents.decisions[id] ?? Decision()), id.text])
    }
    places += contents.uncertainCapabilities + contents.recordedCapabilities
    let names = contents.capabilities.map(\.id.text)
    return places.filter { !known.contains($0.0) }.enumerated().map { position, place in
      error(
        "there is no capability '\(place.0)'",
        advice: suggestion(for: place.0, among: names, position)
          ?? "Add it to capabilities, or take it out here.", at: place.1)
    }
  }

  static func section(of state: CapabilityState) -> String {
    switch state {
    case .missing, .live: "live"
    case .partial: "partial"
    case .inProgress: "inProgress"
    case .notApplicable: "notApplicable"
    }
  }

  static func section(of decision: Decision) -> String {
    if decision.pinnedStart != nil { return "pin" }
    if decision.isForced { return "force" }
    if decision.isExcluded { return "exclude" }
    return decision.notBefore != nil ? "notBefore" : "liveBy"
  }

  func unknownStages(_ contents: RoadmapContents) -> [Finding] {
    let known = contents.maturity.stages.map(\.id)
    let places =
      contents.capabilities.map { ($0.stage, ["capabilities", $0.id.text, "stage"]) }
      + [(contents.target.stage, ["target", "stage"])] + contents.recordedStages
    return places.filter { !known.contains($0.0) }.map { id, path in
      error("there is no stage '\(id)'", advice: oneOf(id, known), at: path)
    }
  }

  func unknownElements(_ contents: RoadmapContents) -> [Finding] {
    let known = contents.maturity.elements.map(\.id)
    var places = contents.capabilities.map { ($0.element, ["capabilities", $0.id.text, "element"]) }
    for stage in contents.maturity.stages {
      var seen: Set<ElementID> = []
      for demand in stage.demands where seen.insert(demand.element).inserted {
        places.append((demand.element, ["stages", stage.id.text, "demands", demand.element.text]))
      }
    }
    return places.filter { !known.contains($0.0) }.map { id, path in
      error("there is no element '\(id)'", advice: oneOf(id, known), at: path)
    }
  }

  func unknownTeams(_ contents: RoadmapContents) -> [Finding] {
    let known = contents.teams.map(\.id)
    let needed = contents.capabilities.flatMap { capability in
      capability.needs.filter { !known.contains($0.team) }.map { need in
        error(
          "'\(capability.id)' needs the team '\(need.team)', which does not exist",
          advice: known.isEmpty ? "Add it to teams." : oneOf(need.team, known),
          at: ["capabilities", capability.id.text, "needs", need.team.text])
      }
    }
    let named = contents.placedScopes.compactMap { scope, path -> Finding? in
      guard case .team(let team) = scope, !known.contains(team) else { return nil }
      return error(
        "there is no team '\(team)'",
        advice: known.isEmpty ? "Add it to teams." : oneOf(team, known), at: path + ["team"])
    }
    return needed + named
  }

  func unknownSources(_ contents: RoadmapContents) -> [Finding] {
    let known = Set(contents.sources.map(\.id))
    let names = contents.sources.map(\.id.text)
    let places = contents.placedEstimates.compactMap { placed in
      placed.estimate.evidence.source.map { (id: $0, path: placed.path + ["source"]) }
    }
    return places.filter { !known.contains($0.id) }.enumerated().map { position, place in
      error(
        "there is no source '\(place.id)'",
        advice: suggestion(for: place.id, among: names, position)
          ?? "Add it to sources, with a title and an address.", at: place.path)
    }
  }

  func unknownOverlapGroups(_ contents: RoadmapContents) -> [Finding] {
    let known = Set(contents.overlapGroups.map(\.id))
    let names = contents.overlapGroups.map(\.id.text)
    let places = contents.placedEffects.compactMap { effect, path in
      effect.overlap.map { (id: $0, path: path + ["overlap"]) }
    }
    return places.filter { !known.contains($0.id) }.enumerated().map { position, place in
      error(
        "there is no overlap group '\(place.id)'",
        advice: suggestion(for: place.id, among: names, position)
          ?? (names.isEmpty ? "Add it to overlapGroups." : Self.choice(of: names)), at: place.path)
    }
  }

  func unknownProofPoints(_ contents: RoadmapContents) -> [Finding] {
    let capabilities = Dictionary(contents.capabilities.map { ($0.id, $0) }) { first, _ in first }
    return contents.company.answers.compactMap { answer in
      guard let capability = capabilities[answer.capability] else { return nil }
      let known = capability.proofPoints.map(\.id)
      guard !known.contains(answer.proofPoint) else { return nil }
      return error(
        "'\(answer.capability)' has no question '\(answer.proofPoint)'",
        advice: known.isEmpty
          ? "It has no questions; declare its state instead." : oneOf(answer.proofPoint, known),
        at: ["company", "answers", answer.capability.text, answer.proofPoint.text])
    }
  }

  func unknownCriteria(_ contents: RoadmapContents) -> [Finding] {
    contents.alternatives.flatMap { alternative in
      let known = alternative.criteria.map(\.id)
      return alternative.scores.keys.sorted().flatMap { member in
        (alternative.scores[member] ?? [:]).keys.sorted().filter { !known.contains($0) }.map { criterion in
          error(
            "'\(alternative.id)' has no criterion '\(criterion)'",
            advice: known.isEmpty ? "Add it to criteria, with a weight." : oneOf(criterion, known),
            at: ["alternatives", alternative.id.text, "scores", member.text, criterion.text])
        }
      }
    }
  }

  private func oneOf<Subject>(_ id: Identifier<Subject>, _ known: [Identifier<Subject>]) -> String? {
    let names = known.map(\.text)
    guard !names.isEmpty else { return nil }
    return Spelling.suggestion(for: id.text, among: names) ?? Self.choice(of: names)
  }

  private static func choice(of names: [String]) -> String {
    "Take one of \(names.prefix(12).map { "'\($0)'" }.joined(separator: ", "))."
  }

  /// The most findings of a rule that suggest a spelling.
  private static let suggestionLimit = 50

  /// A suggestion looks at every known name, so only the first findings of a rule have one; that bounds the work on hostile input.
  private func suggestion<Subject>(
    for id: Identifier<Subject>, among names: [String], _ position: Int
  ) -> String? {
    position < Self.suggestionLimit ? Spelling.suggestion(for: id.text, among: names) : nil
  }
}
