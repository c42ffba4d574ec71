import RoadmapModel

extension RoadmapContent {
  private static let separator = "  \u{B7}  "

  /// The name of the scenario, and of the part of it that is shown.
  var title: String { plan.scenario + partTitle }

  /// What a title says of the part that is shown; nothing when all is.
  var partTitle: String { vocabulary.part(options.filter, of: roadmap) }

  /// How many of the capabilities that are shown the plan leaves where, and the target, in one line.
  var summary: String {
    let included = Set(roadmap.capabilities.filter(options.filter.includes).map(\.id))
    let states = included.map { roadmap.state(of: $0) }
    let notPlanned = plan.notPlanned.count { included.contains($0.id) }
    let live = states.filter { $0 == .live }.count
    let inapplicable = states.filter { $0 == .notApplicable }.count
    var parts = [vocabulary.planned(shown.count)]
    if live > 0 { parts.append(vocabulary.liveToday(live)) }
    if notPlanned > 0 { parts.append(vocabulary.notPlanned(notPlanned)) }
    if inapplicable > 0 { parts.append(vocabulary.notApplicable(inapplicable)) }
    if !arrowsElsewhere.isEmpty { parts.append(vocabulary.arrowsElsewhere(arrowsElsewhere.count)) }
    if let deadline = roadmap.target.by {
      parts.append(vocabulary.target(stage: name(of: roadmap.target.stage), by: deadline))
    }
    return parts.joined(separator: Self.separator)
  }

  /// What the whole plan is worth, and how far from the best it can be, in one line.
  var worth: String {
    let parts = vocabulary.parts(of: plan.value, hasScores: plan.value.scores != .zero)
    let texts = vocabulary.sum(of: parts.map(\.1), currency: plan.currency)
    let amounts = zip(parts, texts).map { "\($0.0) \($1)" }
    let scope = options.filter.isEmpty ? [] : [vocabulary.wholePlan]
    return (scope + amounts + [quality]).joined(separator: Self.separator)
  }

  private var quality: String {
    if plan.status == .optimal || plan.value.gap == 0 { return vocabulary.provedBest }
    let limit = plan.value.bound
    switch plan.objective {
    case .value:
      let worth = plan.value.npv.units
      return vocabulary.gap(distance(from: worth, to: limit, isShare: worth >= 0 && limit > 0))
    case .cost:
      let cost = plan.value.firstYearCost.units
      return vocabulary.gapAbove(distance(from: cost, to: limit, isShare: limit > 0))
    case .time:
      let reached = plan.stages.first { $0.stage == roadmap.target.stage }?.period.index ?? 0
      return vocabulary.gapInTime(weeks: reached - Int(limit.rounded(.up)))
    }
  }

  /// How far an amount is from the limit: as a share of the limit where that says something, otherwise as an amount.
  private func distance(from achieved: Double, to limit: Double, isShare: Bool) -> String {
    let distance = (limit - achieved).magnitude
    return isShare
      ? vocabulary.percent(atMost: distance / limit)
      : vocabulary.money(Money(units: distance), currency: plan.currency)
  }

  /// What is known about a planned capability: its name, days and cost, and why it starts when it does.
  func tooltip(of id: CapabilityID) -> String {
    guard let planned = plan.planned(id) else { return id.text }
    let name = roadmap.capability(id)?.name[vocabulary.language] ?? id.text
    let days = "\(vocabulary.date(planned.start)) \u{2013} \(vocabulary.date(planned.finish))"
    let cost = "\(vocabulary.cost) \(vocabulary.money(planned.cost, currency: plan.currency))"
    return ([name, days + Self.separator + cost, planned.because] + elsewhere(id)).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// What a capability needs and leads to beyond what is shown, with the day that matters.
  func elsewhere(_ id: CapabilityID) -> [String] {
    let words = vocabulary
    let name = { (other: CapabilityID, day: (Plan.PlannedCapability) -> CivilDate) in
      let name = roadmap.capability(other)?.name[words.language] ?? other.text
      return plan.planned(other).map { "\(name) (\(words.date(day($0))))" } ?? name
    }
    let needs = arrowsElsewhere.filter { $0.dependent == id }.map { name($0.prerequisite, \.finish) }
    let dependents = arrowsElsewhere.filter { $0.prerequisite == id }.map { name($0.dependent, \.start) }
    return [
      needs.isEmpty ? nil : words.needsElsewhere(needs, of: needs.count),
      dependents.isEmpty ? nil : words.leadsElsewhere(dependents, of: dependents.count),
    ].compactMap(\.self)
  }
}

// MARK: - Objects

extension RoadmapContent {
  /// The classes of a bar, for style sheets.
  func classes(of id: CapabilityID) -> [String] {
    guard let capability = roadmap.capability(id) else { return ["capability"] }
    let isCritical = plan.planned(id)?.isCritical == true
    return [
      "capability", isCritical ? "critical" : "planned", "stage-\(capability.stage)",
      "element-\(capability.element)",
    ]
  }

  /// What an arrow means, in words.
  func tip(of arrow: RoadmapArrow) -> String {
    let names = [arrow.prerequisite, arrow.dependent].map {
      roadmap.capability($0)?.name[vocabulary.language] ?? $0.text
    }
    return "\(names[0]) \u{2192} \(names[1])\n\(arrow.key.name(in: vocabulary))"
  }
}

// MARK: - In words

extension RoadmapContent {
  /// All bars and milestones as tables.
  var tables: [DiagramTable] {
    let words = vocabulary
    let bars = groups.map { group in
      DiagramTable(
        title: group.name,
        columns: [words.capability, words.start, words.liveFrom, words.costColumn, words.note],
        rows: group.members.map { member in
          [
            roadmap.capability(member.id)?.name[words.language] ?? member.id.text, words.date(member.start),
            words.date(member.finish), words.money(member.cost, currency: plan.currency),
            ((member.isCritical ? [words.critical] : []) + elsewhere(member.id)).joined(separator: "; "),
          ]
        })
    }
    let days = newStages.map { [name(of: $0.stage), words.date($0.reachedOn)] }
    let loads = options.showsLoad ? LoadStrip.strips(of: self, until: self.days.end) : []
    return bars + [DiagramTable(title: words.milestones, columns: [words.stage, words.day], rows: days)]
      + loads.map { $0.table(in: words) }
  }
}
