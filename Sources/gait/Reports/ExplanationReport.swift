import RoadmapModel
import ScenarioAnalysis

/// What an explanation says to people.
struct ExplanationReport {
  let explanation: Explanation
  let roadmap: Roadmap
  let language: Language
  /// Whether capabilities were asked about one by one.
  let isInDepth: Bool

  private var words: ExplanationVocabulary { ExplanationVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: explanation.currency) }

  /// The blocks of the report.
  var report: Report {
    var report = Report([.title(roadmap.name[language]), .paragraph(opening)])
    if isInDepth {
      for entry in explanation.capabilities { report.section(name(of: entry.id), blocks(about: entry)) }
      for settled in explanation.settled { report.section(name(of: settled.id), blocks(about: settled)) }
    } else {
      report.section(words.planned, planned)
      report.section(words.leftOut, leftOut)
      report.section(words.gains, gains)
    }
    report.section(
      Vocabulary[language].sections.origin, explanation.plans > 0 ? [.paragraph(origin)] : [])
    return report
  }

  private var origin: String {
    let all = words.origin(notation.count(explanation.plans), notation.count(explanation.schedulesPerPlan))
    let schedules = notation.count(explanation.schedulesPerLongerPlan)
    let longer =
      explanation.longerPlans > 0
      ? [words.longer(notation.count(explanation.longerPlans), schedules)] : []
    return ([all] + longer + (isInDepth ? [words.amountsAreLimits] : [])).joined(separator: " ")
  }

  private var opening: String {
    let worth = words.worth(notation.money(explanation.netPresentValue))
    guard explanation.improvement > .zero else { return worth }
    return worth + " " + words.improved(notation.money(explanation.improvement))
  }

  private func name(of id: CapabilityID) -> String { roadmap.capability(id)?.name[language] ?? id.text }

  private func quoted(_ id: CapabilityID) -> String { "'\(name(of: id))'" }

  // MARK: All in short

  private var planned: [Report.Block] {
    let entries = explanation.capabilities.filter { $0.start != nil }
    guard !entries.isEmpty else { return [] }
    let weeks = entries.lazy.compactMap(\.delays.last?.weeks).first ?? 0
    return [
      .paragraph(words.meaning),
      .table(
        Report.Table(
          columns: [
            .text(words.capability), .text(words.starts), .number(words.later(notation.count(weeks))),
          ],
          rows: entries.map { entry in
            let loss = entry.delays.last.map { $0.consequence.map(amount) ?? nothing($0.obstacle) } ?? ""
            let obstacle = entry.delays.last?.obstacle.map { words.obstacle($0.text) } ?? ""
            let leaving = entry.delays.last?.leaves ?? false ? words.obstacle(words.leaves) : ""
            return Report.Row(
              [name(of: entry.id), entry.start.map { "\($0)" } ?? "", loss],
              note: entry.because + obstacle + leaving)
          })),
    ]
  }

  private var leftOut: [Report.Block] {
    let entries = explanation.capabilities.filter { $0.start == nil }
    guard !entries.isEmpty else { return [] }
    return [
      .table(
        Report.Table(
          columns: [.text(words.capability), .number(words.inclusion)],
          rows: entries.map { entry in
            Report.Row(
              [name(of: entry.id), entry.inclusion.map(least) ?? nothing(entry.obstacle)],
              note: entry.because + (entry.obstacle.map { words.obstacleToHaving($0.text) } ?? ""))
          }))
    ]
  }

  /// In place of what a change leads to: there is no plan with it, or none was found.
  private func nothing(_ obstacle: Explanation.Obstacle?) -> String {
    obstacle?.isProved ?? true ? words.noPlan : words.noneFound
  }

  private func nothingAndWhy(_ obstacle: Explanation.Obstacle?) -> String {
    nothing(obstacle) + (obstacle.map { ": \($0.text)" } ?? "")
  }

  private func amount(_ consequence: Explanation.Consequence) -> String {
    notation.money(consequence.netPresentValue)
  }

  /// An amount that says of a gain that it is a lower limit; of losses that is said below the table.
  private func least(_ consequence: Explanation.Consequence) -> String {
    consequence.netPresentValue > .zero ? words.atLeast(amount(consequence)) : amount(consequence)
  }

  /// What more people and money would bring: the quarters in which that is anything, and last all of them together.
  private var gains: [Report.Block] {
    guard explanation.objective == .value else { return [] }
    guard !explanation.gains.isEmpty else { return [.paragraph(words.noGains)] }
    let teams = roadmap.teams.filter { team in
      explanation.gains.contains { $0.people.contains { $0.team == team.id } }
    }
    let hasMoney = explanation.gains.contains { $0.money != nil }
    let rows = explanation.gains.filter { !$0.isLasting } + explanation.gains.filter(\.isLasting)
    return [
      .table(
        Report.Table(
          columns: [.text(words.quarter)] + teams.map { .number($0.name[language]) }
            + (hasMoney ? [.number(words.money)] : []),
          rows: rows.map { row in
            let people = teams.map { team in
              row.people.first { $0.team == team.id }.map { notation.money($0.gain) } ?? ""
            }
            let money = hasMoney ? [row.money.map { notation.money($0.gain) } ?? ""] : []
            return Report.Row(
              [row.isLasting ? words.allQuarters : notation.quarter(of: row.from)] + people + money)
          })),
      .paragraph(words.gainsMeaning + (hasMoney ? " " + words.moneyMeaning : "")),
    ]
  }

  // MARK: One in depth

  private func blocks(about entry: Explanation.CapabilityExplanation) -> [Report.Block] {
    var blocks: [Report.Block] = []
    if let start = entry.start, let finish = entry.finish {
      blocks.append(.paragraph(words.placed("\(start)", "\(finish)") + " " + sentence(entry.because)))
      blocks += list(words.whyNow, entry.chain.compactMap(link))
      blocks += list(words.ifLater, entry.delays.map(text))
    } else {
      blocks.append(.paragraph("\(words.whyOut): " + sentence(entry.because)))
      // What says how it may come in says also what that leads to.
      if !entry.ways.contains(where: { isDecision($0.change, on: entry.id) }) {
        blocks += list(words.ifIncluded, [entry.inclusion.map(text) ?? nothingAndWhy(entry.obstacle)])
      }
    }
    let ways = entry.ways.map { words.way($0.text, "\($0.start)", text($0.consequence)) }
    let (title, none) =
      entry.start == nil ? (words.waysIn, words.noWayIn) : (words.ways, words.noWay)
    blocks += list(title, ways.isEmpty ? [none] : ways)
    if entry.ways.contains(where: { if case .moreTeam = $0.change { true } else { false } }) {
      blocks.append(.paragraph(words.withoutPay))
    }
    if !entry.stability.isEmpty {
      blocks += [.paragraph(words.stability + ":"), .table(stability(entry.stability))]
      let ends = entry.stability.flatMap { [$0.lower, $0.upper] }
      if ends.contains(where: { $0.fails != nil }) { blocks.append(.paragraph(words.stabilityMeaning)) }
    }
    if roadmap.decision(on: entry.id).isExcluded { blocks.append(.paragraph(words.staysExcluded)) }
    return blocks
  }

  /// Whether a change has a capability in the plan, whatever that is worth.
  private func isDecision(_ change: ScenarioChange, on id: CapabilityID) -> Bool {
    change == .isForced(id, true) || change == .isExcluded(id, false)
  }

  // MARK: One that no plan decides about

  private func blocks(about settled: Explanation.SettledCapability) -> [Report.Block] {
    guard settled.state == .live else { return [.paragraph(words.doesNotApply)] }
    let stages = settled.demandedBy.map { id in
      roadmap.maturity.stages.first { $0.id == id }?.name[language] ?? id.text
    }
    var sentences = [settled.since.map { words.liveSince("\($0)") } ?? words.live]
    if !stages.isEmpty { sentences.append(words.demanded(stages)) }
    if !settled.rulesOut.isEmpty { sentences.append(words.rulesOut(settled.rulesOut.map(quoted))) }
    if settled.neededFor.isEmpty { sentences.append(words.notNeeded) }
    return [.paragraph(sentences.joined(separator: " "))]
      + list(
        words.neededFor,
        settled.neededFor.map { words.startsOn(quoted($0.id), "\($0.start)") })
  }

  private func sentence(_ text: String) -> String { text.isEmpty || text.hasSuffix(".") ? text : text + "." }

  private func list(_ title: String, _ items: [String]) -> [Report.Block] {
    items.isEmpty ? [] : [.paragraph(title + ":"), .list(items)]
  }

  private func link(_ link: Explanation.ChainLink) -> String? {
    guard !link.text.isEmpty else { return nil }
    let name = quoted(link.id)
    // What is waited for is a sentence about the capability, but for this one.
    let text = link.wait.kind == .lowerValue ? "\(name): \(link.text)" : words.link(name, link.text)
    let isHeld = link.wait.kind == .team || link.wait.kind == .workInProgress
    guard isHeld, !link.holders.isEmpty else { return text }
    return "\(text), \(words.holders(link.holders.map(quoted).joined(separator: ", ")))"
  }

  private func text(_ delay: Explanation.Delay) -> String {
    let consequence = delay.consequence.map(text) ?? nothingAndWhy(delay.obstacle)
    let leaving = delay.leaves ? "; \(words.leaves)" : ""
    return words.delay(notation.count(delay.weeks), consequence + leaving)
  }

  private func text(_ consequence: Explanation.Consequence) -> String {
    let value = consequence.netPresentValue
    var parts = [
      value == .zero
        ? words.sameValue : words.value(notation.money(value < .zero ? -value : value), value > .zero)
    ]
    if let weeks = consequence.targetWeeks, weeks != 0 { parts.append(words.target(abs(weeks), weeks > 0)) }
    return parts.joined(separator: "; ")
  }

  private func stability(_ ranges: [Explanation.StabilityRange]) -> Report.Table {
    Report.Table(
      columns: [
        .text(words.quantity), .text(words.plannedWith), .text(words.down), .text(words.up),
      ],
      rows: ranges.map { range in
        func ends(
          _ end: Explanation.StabilityRange.End, _ exit: Explanation.StabilityRange.End?
        ) -> String {
          [text(end, range.quantity, words.holds), exit.map { text($0, range.quantity, words.stays) }]
            .compactMap(\.self).joined(separator: "; ")
        }
        return Report.Row([
          words.quantities(range.quantity, range.isOfWhatIsLeft), value(range.planned, range.quantity),
          ends(range.lower, range.lowerLeaves), ends(range.upper, range.upperLeaves),
        ])
      })
  }

  private func text(
    _ end: Explanation.StabilityRange.End, _ quantity: Explanation.StabilityRange.Quantity,
    _ until: (String, String, String) -> String
  ) -> String {
    guard let fails = end.fails, let event = end.event else {
      return words.holdsAll(value(end.holds, quantity))
    }
    return until(value(end.holds, quantity), value(fails, quantity), words.events(event))
  }

  private func value(_ value: Double, _ quantity: Explanation.StabilityRange.Quantity) -> String {
    switch quantity {
    case .cost: notation.money(Money(units: value))
    case .duration: words.weeks(notation.count(Int(value)))
    case .effect: notation.wholePercent(value)
    }
  }
}
