import RoadmapModel

/// What a plan says to people: the target, the stages, every quarter, the worth, and what is left out and why.
struct PlanReport {
  let plan: Plan
  let roadmap: Roadmap
  let language: Language

  private var words: Vocabulary { Vocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: plan.currency) }

  /// The target and the worth alone.
  var gist: Report {
    Report(target + [.paragraph(proof)])
  }

  /// The blocks of the report.
  var report: Report {
    var report = Report(target)
    report.section(words.sections.stages, stages)
    report.section(words.sections.value, value)
    for quarter in quarters {
      report.section(notation.quarter(of: quarter.from), blocks(of: quarter))
    }
    report.section(words.sections.afterwards, afterwards)
    report.section(words.sections.money, money)
    report.section(words.sections.budget, budget)
    report.section(words.sections.teams, teams)
    report.section(words.sections.notPlanned, notPlanned)
    report.section(
      words.sections.origin,
      [.paragraph(words.proof.origin(String(plan.seed), words.proof.effort(plan.effort), plan.inputHash))])
    return report
  }

  private func name(of id: CapabilityID) -> String {
    roadmap.capability(id)?.name[language] ?? id.text
  }

  private func name(of stage: StageID) -> String {
    roadmap.maturity.stages.first { $0.id == stage }?.name[language] ?? stage.text
  }
}

extension PlanReport {
  private var target: [Report.Block] {
    let stage = name(of: roadmap.target.stage)
    var sentences: [String] = []
    if let reached = plan.stages.first(where: { $0.stage == roadmap.target.stage }) {
      sentences.append(
        roadmap.isReachedToday(reached.stage)
          ? words.target.reachedToday(stage) : words.target.reached(stage, "\(reached.reachedOn)"))
    } else {
      sentences.append(words.target.missed(stage))
    }
    if let deadline = roadmap.target.by { sentences.append(words.target.deadline("\(deadline)")) }
    if isPutOff { sentences.append(words.target.late) }
    sentences.append(words.target.extent(plan.capabilities.count, plan.notPlanned.count))
    return [.paragraph(sentences.joined(separator: " "))]
  }

  /// Whether a plan for value reaches the target in the last weeks, because nothing asks for it earlier.
  private var isPutOff: Bool {
    guard plan.objective == .value, roadmap.target.by == nil,
      let reached = plan.stages.first(where: { $0.stage == roadmap.target.stage })
    else { return false }
    let lastWeeks = 4
    return reached.period.index > roadmap.calendar.periodCount - lastWeeks
  }

  private var stages: [Report.Block] {
    guard !plan.stages.isEmpty else { return [] }
    return [
      .table(
        Report.Table(
          columns: [.text(words.columns.stage), .text(words.columns.reachedOn)],
          rows: plan.stages.map { reached in
            let isOld = roadmap.isReachedToday(reached.stage)
            return Report.Row([
              name(of: reached.stage), isOld ? words.target.already : "\(reached.reachedOn)",
            ])
          }))
    ]
  }

  /// The quarters in which a week begins; the calendar may end a few days into another.
  private var quarters: [Plan.QuarterMoney] {
    plan.quarters.filter { roadmap.calendar.hasPeriod(from: $0.from, through: $0.through) }
  }

  /// What goes live right after the last of the quarters.
  private var afterwards: [Report.Block] {
    let last = quarters.last?.through
    let live = plan.capabilities.filter { capability in last.map { capability.finish > $0 } ?? true }
    return live.isEmpty ? [] : [goesLive(live)]
  }

  private func goesLive(_ capabilities: [Plan.PlannedCapability]) -> Report.Block {
    let order = capabilities.sorted { ($0.finish, $0.id) < ($1.finish, $1.id) }
    return .paragraph(
      words.quarter.goesLive(order.map { "\(name(of: $0.id)) (\($0.finish))" }.joined(separator: ", ")))
  }

  /// What starts and what goes live in a quarter, and its money; nothing when neither happens.
  private func blocks(of quarter: Plan.QuarterMoney) -> [Report.Block] {
    let days = quarter.from...quarter.through
    let starting = plan.capabilities.filter { days.contains($0.start) }
    let live = plan.capabilities.filter { days.contains($0.finish) }
    guard !starting.isEmpty || !live.isEmpty else { return [] }
    var blocks: [Report.Block] = [
      .paragraph(
        words.quarter.moneyOut(notation.money(quarter.oneOff), notation.money(quarter.running)) + " "
          + words.quarter.impact(notation.money(quarter.impact)))
    ]
    blocks.append(starting.isEmpty ? .paragraph(words.quarter.nothingStarts) : .table(table(of: starting)))
    if !live.isEmpty { blocks.append(goesLive(live)) }
    return blocks
  }

  private func table(of starting: [Plan.PlannedCapability]) -> Report.Table {
    Report.Table(
      columns: [
        .text(words.columns.capability), .text(words.columns.stage), .text(words.columns.starts),
        .text(words.columns.live), .number(words.columns.cost),
      ],
      rows: starting.map { planned in
        let stage = roadmap.capability(planned.id).map { name(of: $0.stage) } ?? ""
        return Report.Row(
          [
            name(of: planned.id), stage, "\(planned.start)", "\(planned.finish)",
            notation.money(planned.cost),
          ],
          note: reason(for: planned))
      })
  }

  /// One line on why a capability is where it is.
  private func reason(for planned: Plan.PlannedCapability) -> String {
    let why = planned.because.isEmpty ? "" : planned.because + "."
    return planned.isCritical ? "\(why) \(words.critical)" : why
  }
}

extension PlanReport {
  private var value: [Report.Block] {
    let worth = plan.value
    let scores = worth.scores == .zero ? [] : [(words.worth.scores, worth.scores)]
    let rows =
      [(words.worth.netPresentValue, worth.npv), (words.worth.impact, worth.impact)] + scores
      + [(words.worth.cost, worth.cost), (words.worth.firstYearCost, worth.firstYearCost)]
    let table = Report.Table(
      columns: [.text(""), .number("")],
      rows: rows.map { Report.Row([$0.0, notation.money($0.1)]) })
    return [.table(table), .paragraph(proof), .paragraph(words.worth.ofCapabilities)]
  }

  private var proof: String {
    let worth = plan.value
    var sentences = [limit]
    if let method = Bound.Method(rawValue: worth.proof) { sentences.append(words.proof.method(method)) }
    let rules = worth.relaxed.compactMap(words.proof.rule)
    if !rules.isEmpty { sentences.append(words.proof.relaxed(rules.joined(separator: ", "))) }
    if rules.count < worth.relaxed.count { sentences.append(words.proof.simplified) }
    if plan.wasCutShort { sentences.append(words.proof.cutShort) }
    return sentences.joined(separator: " ")
  }

  /// By how much any other plan can be better.
  private var limit: String {
    if plan.status == .optimal { return words.proof.best }
    let bound = Money(units: plan.value.bound)
    let gap = notation.percent(atMost: plan.value.gap)
    switch plan.objective {
    case .value:
      // The gap is a share of the limit where neither is negative; otherwise a share would say nothing.
      let (worth, isShare) = (plan.value.npv, plan.value.npv >= .zero && bound > .zero)
      return words.proof.value(
        notation.money(worth), notation.money(bound), notation.money(bound - worth), isShare ? gap : nil)
    case .cost:
      let cost = plan.value.firstYearCost
      return words.proof.cost(
        notation.money(cost), notation.money(bound), notation.money(cost - bound), cost > .zero ? gap : nil)
    case .time:
      let period = Period(Int(plan.value.bound.rounded(.up)))
      return words.proof.time("\(roadmap.calendar.date(of: period))")
    }
  }

  private var money: [Report.Block] {
    guard !quarters.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [
            .text(columns.quarter), .number(columns.oneOff), .number(columns.running),
            .number(columns.impact), .number(columns.net),
          ],
          rows: quarters.map { quarter in
            let net = quarter.impact - quarter.oneOff - quarter.running
            let amounts = [quarter.oneOff, quarter.running, quarter.impact, net]
            return Report.Row([notation.quarter(of: quarter.from)] + amounts.map(notation.money))
          }))
    ]
  }

  private var budget: [Report.Block] {
    let windows = plan.budget.filter {
      $0.spent > .zero || roadmap.calendar.hasPeriod(from: $0.from, through: $0.through)
    }
    guard !windows.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [
            .text(columns.from), .text(columns.through), .number(columns.available), .number(columns.spent),
            .number(columns.utilisation),
          ],
          rows: windows.map { window in
            let share = window.available > .zero ? window.spent.units / window.available.units : 0
            return Report.Row([
              "\(window.from)", "\(window.through)", notation.money(window.available),
              notation.money(window.spent), notation.percent(share),
            ])
          }))
    ]
  }

  private var teams: [Report.Block] {
    guard !plan.teams.isEmpty else { return [] }
    return [
      .table(
        Report.Table(
          columns: [.text(words.columns.team), .number(words.columns.utilisation)]
            + (hasMostGains ? [.number(words.columns.mostGain)] : []),
          rows: plan.teams.map { team in
            Report.Row(
              [roadmap.team(team.id)?.name[language] ?? team.id.text, notation.percent(team.utilisation)]
                + (hasMostGains ? [team.mostGain.map(notation.money) ?? ""] : []))
          }))
    ] + (hasMostGains ? [.paragraph(words.worth.mostGains)] : [])
  }

  /// Whether it is known what more people could add at most.
  private var hasMostGains: Bool { plan.teams.contains { $0.mostGain != nil } }

  private var notPlanned: [Report.Block] {
    guard !plan.notPlanned.isEmpty else { return [] }
    return [
      .table(
        Report.Table(
          columns: [.text(words.columns.capability), .text(words.columns.reason)],
          rows: plan.notPlanned.map { Report.Row([name(of: $0.id), $0.because]) }))
    ]
  }
}
