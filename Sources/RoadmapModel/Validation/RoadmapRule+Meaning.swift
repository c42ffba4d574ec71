extension RoadmapRule {
  func missingSources(_ contents: RoadmapContents) -> [Finding] {
    contents.placedEstimates.filter {
      $0.estimate.evidence.grade != .guess && $0.estimate.evidence.source == nil
    }.map { placed in
      error(
        "the grade \(placed.estimate.evidence.grade.rawValue) needs a source",
        advice: "Name one of sources, or grade the number M, a guess.", at: placed.path)
    }
  }

  func effectsOnResults(_ contents: RoadmapContents) -> [Finding] {
    let places = contents.placedEffects.map { ($0.0.kpi, $0.1) } + contents.placedLevers
    return places.filter { !$0.0.isLever }.map { kpi, path in
      error(
        "'\(kpi.rawValue)' follows from other KPIs and cannot be changed directly",
        advice: "Change one of \(KPI.levers.map(\.rawValue).joined(separator: ", ")).", at: path)
    }
  }

  func repeatedEffects(_ contents: RoadmapContents) -> [Finding] {
    contents.capabilities.flatMap { capability in
      var seen: Set<KPI> = []
      return capability.effects.filter { !seen.insert($0.kpi).inserted }.map { effect in
        error(
          "'\(capability.id)' changes '\(effect.kpi.rawValue)' twice", advice: "Put the changes into one.",
          at: ["capabilities", capability.id.text, "effects", effect.kpi.rawValue])
      }
    }
  }

  func overlapMismatches(_ contents: RoadmapContents) -> [Finding] {
    contents.placedEffects.compactMap { effect, path in
      guard let group = contents.overlapGroups.first(where: { $0.id == effect.overlap }) else { return nil }
      if group.kpi != effect.kpi {
        return error(
          "the group '\(group.id)' is about '\(group.kpi.rawValue)', not '\(effect.kpi.rawValue)'",
          advice: "Take another group, or none.", at: path + ["overlap"])
      }
      let size =
        effect.change.high.magnitude > effect.change.low.magnitude ? effect.change.high : effect.change.low
      if group.ceiling == 0 || size * group.ceiling < 0 || effect.change.mean * group.ceiling < 0
        || size.magnitude > group.ceiling.magnitude
      {
        let (effect, ceiling) = (Measure.share.text(size), Measure.share.text(group.ceiling))
        return error(
          "an effect of \(effect) does not fit under the ceiling of '\(group.id)', which is \(ceiling)",
          advice:
            "Write a change from 0% to \(ceiling), or raise the ceiling of the group, or leave 'overlap' out where nothing else wins the same customers.",
          at: path + ["overlap"])
      }
      return nil
    }
  }

  func missingBusiness(_ contents: RoadmapContents) -> [Finding] {
    guard contents.business == nil else { return [] }
    guard
      let capability = contents.capabilities.first(where: { !$0.effects.isEmpty || $0.trigger != nil })
    else { return [] }
    let what = capability.effects.isEmpty ? "a trigger" : "effects"
    return [
      error(
        "'\(capability.id)' has \(what) on KPIs, but there are no figures of the business",
        advice: "Add the section business: visits, conversion, orderValue and so on.", at: ["business"])
    ]
  }

  func statesAndAnswers(_ contents: RoadmapContents) -> [Finding] {
    var seen: Set<CapabilityID> = []
    return contents.company.answers.compactMap { answer in
      guard contents.company.states[answer.capability] != nil, seen.insert(answer.capability).inserted else {
        return nil
      }
      return error(
        "'\(answer.capability)' has both a declared state and answers",
        advice: "Keep the answers and take it out of the declared states, or the other way round.",
        at: ["company", "answers", answer.capability.text])
    }
  }

  func conflictingLives(_ contents: RoadmapContents) -> [Finding] {
    let states = contents.resolvedStates
    return contents.alternatives.compactMap { alternative in
      let live = alternative.members.filter { states[$0] == .live }
      guard live.count > 1 else { return nil }
      return error(
        "'\(live[0])' and '\(live[1])' are both live, but '\(alternative.id)' allows only one",
        advice: "Take one out, or correct the alternative.", at: livePath(of: live[1], contents))
    }
  }

  /// Where a capability is said to be live: among the declared ones, or in the answers.
  private func livePath(of id: CapabilityID, _ contents: RoadmapContents) -> [String] {
    ["company", contents.company.states[id] == nil ? "answers" : "live", id.text]
  }

  func conflictingDecisions(_ contents: RoadmapContents) -> [Finding] {
    let states = contents.resolvedStates
    return contents.decisions.keys.sorted().compactMap { id in
      guard let decision = contents.decisions[id] else { return nil }
      let wanted = decision.isForced || decision.pinnedStart != nil || decision.liveBy != nil
      let path = ["decisions", Self.section(of: decision), id.text]
      if decision.isExcluded && wanted {
        return error("'\(id)' is both wanted and excluded", advice: "Take one decision out.", at: path)
      }
      switch states[id] {
      case .live, .notApplicable:
        return error(
          "a decision about '\(id)', which is \(states[id] == .live ? "live already" : "not applicable")",
          advice: "Take the decision out.", at: path)
      case .inProgress where decision.isExcluded || decision.pinnedStart != nil || decision.notBefore != nil:
        return error(
          "'\(id)' is in work, so when it starts is settled", advice: "Take the decision out.", at: path)
      default: return nil
      }
    }
  }

  func datesOutsideCalendar(_ contents: RoadmapContents) -> [Finding] {
    let calendar = contents.calendar
    // Without a sensible length there is no last day to compare with, and that is a finding of its own.
    guard 1...PlanningCalendar.periodLimit ~= calendar.periodCount else { return [] }
    func outside(_ date: CivilDate, _ path: [String]) -> Finding? {
      guard date < calendar.start || date >= calendar.end else { return nil }
      return error(
        "\(date) is outside the calendar, which runs from \(calendar.start) to \(calendar.end.advanced(by: -1))",
        advice: "Move the day, or lengthen the horizon.", at: path)
    }
    let decisions = contents.decisions.keys.sorted().flatMap { id -> [Finding] in
      guard let decision = contents.decisions[id] else { return [] }
      let days = [
        ("pin", decision.pinnedStart), ("notBefore", decision.notBefore), ("liveBy", decision.liveBy),
      ]
      return days.compactMap { section, day in day.flatMap { outside($0, ["decisions", section, id.text]) } }
    }
    return [contents.target.by.flatMap { outside($0, ["target", "by"]) }].compactMap(\.self) + decisions
  }

  func livesWithoutPrerequisite(_ contents: RoadmapContents) -> [Finding] {
    let states = contents.resolvedStates
    let live = Set(states.filter { $0.value == .live }.keys)
    let counted = live.union(contents.capabilities.filter { live.contains($0.id) }.flatMap(\.provides))
      .union(states.filter { $0.value == .notApplicable }.keys)
    return contents.capabilities.filter { live.contains($0.id) }.compactMap { capability in
      let unmet = capability.prerequisites.first { prerequisite in
        prerequisite.requirement.members.filter { counted.contains($0) }.count
          < prerequisite.requirement.count
      }
      guard let unmet, let missing = unmet.requirement.members.first(where: { !counted.contains($0) }) else {
        return nil
      }
      return warning(
        "'\(capability.id)' is live, but its prerequisite '\(missing)' is not",
        advice: "Maybe '\(missing)' is live too; add it to company.",
        at: livePath(of: capability.id, contents))
    }
  }

  func higherStagePrerequisites(_ contents: RoadmapContents) -> [Finding] {
    let stages = Dictionary(
      contents.capabilities.map { ($0.id, $0.stage) }, uniquingKeysWith: { first, _ in first })
    return contents.capabilities.flatMap { capability -> [Finding] in
      guard let rank = contents.maturity.rank(of: capability.stage) else { return [] }
      return capability.prerequisites.enumerated().compactMap { position, prerequisite in
        let higher = prerequisite.requirement.members.filter { member in
          (stages[member].flatMap { contents.maturity.rank(of: $0) } ?? 0) > rank
        }
        guard prerequisite.requirement.members.count - higher.count < prerequisite.requirement.count,
          let member = higher.first
        else { return nil }
        return warning(
          "'\(capability.id)' belongs to a lower stage than its prerequisite '\(member)'",
          advice: "Move one of them to the other's stage.",
          at: ["capabilities", capability.id.text, "requires", String(position)])
      }
    }
  }

  func needsExceedingTeams(_ contents: RoadmapContents) -> [Finding] {
    let states = contents.resolvedStates
    let open = contents.capabilities.filter { ![.live, .notApplicable].contains(states[$0.id]) }
    return contents.teams.compactMap { team in
      let sizes = [team.capacity] + team.changes.map(\.capacity)
      // A size that makes no sense is a finding of its own.
      guard let largest = sizes.max(), sizes.allSatisfy({ Self.teamSizes.contains($0.count) }) else {
        return nil
      }
      let tooLarge = open.compactMap { capability in
        capability.needs.first { $0.team == team.id && $0.people > largest }.map {
          (capability.id, $0.people)
        }
      }
      guard let (first, people) = tooLarge.first else { return nil }
      let amount = Measure.amount
      return warning(
        "'\(team.id)' never has more than \(amount.text(largest.count)), but '\(first)' needs \(amount.text(people.count))"
          + (tooLarge.count > 1 ? "; \(tooLarge.count) capabilities need more than there are" : ""),
        advice: "Enlarge the team, or let such work take longer with fewer people.",
        at: ["teams", team.id.text])
    }
  }
}
