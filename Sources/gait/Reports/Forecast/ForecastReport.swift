import Reports
import RoadmapModel

/// What a forecast says to people: the answer first, then money, stages, what to do, what drives it, and what it rests on.
struct ForecastReport {
  let forecast: Forecast
  let roadmap: Roadmap
  let language: Language

  private var words: ForecastWords { ForecastWords[language] }
  private var notation: Notation { Notation(language: language, currency: forecast.currency) }
  private var names: ForecastNames { ForecastNames(roadmap: roadmap, language: language) }

  /// The answer and what to do.
  var gist: Report {
    var report = Report(answer)
    report.section(words.sections.advice, [.list(advice)])
    return report
  }

  /// The whole.
  var report: Report {
    var report = Report(answer)
    report.section(words.sections.money, money)
    report.section(words.sections.stages, stages)
    report.section(words.sections.advice, advice.isEmpty ? [] : [.list(advice)])
    report.section(words.sections.value, drivers(of: .npv))
    report.section(words.sections.date, date)
    report.section(words.sections.waits, waits)
    report.section(words.sections.critical, critical)
    report.section(words.sections.risks, risks)
    report.section(words.sections.decisions, decisions)
    report.section(words.sections.origin, [.paragraph(origin)])
    return report
  }

  private func amount(_ units: Double) -> String {
    units.magnitude < 9e15 ? notation.money(Money(units: units)) : "?"
  }

  private func chance(_ probability: Forecast.Probability) -> String { chance(probability.value) }

  /// A chance in whole percents, never rounded to sure or impossible when it is neither.
  private func chance(_ value: Double) -> String {
    guard value > 0, value < 1 else { return notation.wholePercent(value) }
    return notation.wholePercent(min(max(value, 0.01), 0.99))
  }
}

// MARK: - The answer

extension ForecastReport {
  private var target: Forecast.StageForecast? { forecast.stage(roadmap.target.stage) }

  private var answer: [Report.Block] {
    let stage = names.stage(roadmap.target.stage)
    guard let target else { return [.paragraph(words.answer.already(stage))] }
    return [.paragraph(sentences(about: target, stage).joined(separator: " "))]
      + together.map { .paragraph($0) }
  }

  private func sentences(about target: Forecast.StageForecast, _ stage: String) -> [String] {
    guard target.reached.share.value > 0 else { return [words.answer.never(stage)] }
    var sentences: [String] = []
    if let deadline = target.deadline, let sure = target.byDeadline {
      sentences.append(words.answer.byDeadline(stage, "\(deadline)", chance(sure)))
    } else if let planned = target.planned, let sure = target.byPlan {
      sentences.append(words.answer.byPlan(stage, "\(planned)", chance(sure)))
    }
    let quantiles = target.reached.quantiles
    sentences.append(words.answer.quantiles(quantiles.p50.map { "\($0)" }, quantiles.p80.map { "\($0)" }))
    if target.reached.share.value < 1 {
      sentences.append(words.answer.notReached(chance(1 - target.reached.share.value)))
    }
    return sentences
  }

  private var together: [String] {
    forecast.joint.compactMap { joint in
      switch joint.basis {
      case .plan: return words.answer.together(chance(joint.all))
      case .scenario: return nil
      case .confident:
        let day = "\(names.stage(joint.stage)) \(joint.by)"
        return words.answer.promise(day, amount(joint.oneOffCost), amount(joint.npv), chance(joint.all))
      }
    }
  }
}

// MARK: - Money and stages

extension ForecastReport {
  private var money: [Report.Block] {
    let money = forecast.money
    let rows: [(String, Forecast.Figure, Double?)] = [
      (words.money.netPresentValue, money.npv, money.planned?.npv),
      (words.money.impact, money.impact, money.planned?.impact),
      (words.money.cost, money.cost, money.planned?.cost),
      (words.money.oneOffCost, money.oneOffCost, money.planned?.oneOffCost),
      (words.money.deepestCash, money.deepestCash, nil),
    ]
    let columns = words.columns
    let table = Report.Table(
      columns: [
        .text(""), .number(columns.tenthBelow), .number(columns.halfBelow), .number(columns.tenthAbove),
        .number(columns.plan),
      ],
      rows: rows.map { name, figure, planned in
        let quantiles = figure.quantiles
        return Report.Row(
          [
            name, amount(quantiles.p10), amount(quantiles.p50), amount(quantiles.p90),
            planned.map(amount) ?? "",
          ])
      })
    let payback = money.payback.quantiles
    return [
      .table(table),
      .paragraph(
        words.money.loss(chance(money.loss), amount(money.worstTenth)) + " "
          + words.money.payback(payback.p50.map { "\($0)" }, payback.p80.map { "\($0)" })),
    ]
  }

  private func day(_ date: CivilDate?) -> String { date.map { "\($0)" } ?? words.columns.later }

  private var stages: [Report.Block] {
    guard !forecast.stages.isEmpty else { return [] }
    let columns = words.columns
    let table = Report.Table(
      columns: [
        .text(columns.stage), .text(columns.plan), .number(columns.sureByPlan), .text(columns.halfBy),
        .text(columns.fourInFiveBy), .text(columns.nineInTenBy),
      ],
      rows: forecast.stages.map { stage in
        let quantiles = stage.reached.quantiles
        return Report.Row([
          names.stage(stage.stage), stage.planned.map { "\($0)" } ?? "", stage.byPlan.map(chance) ?? "",
          day(quantiles.p50), day(quantiles.p80), day(quantiles.p90),
        ])
      })
    return [.table(table)]
  }
}

// MARK: - Reasons

extension ForecastReport {
  /// The most rows of a table of reasons.
  private static let rowLimit = 8

  /// A result as it is read: an amount, or a day.
  private func result(_ value: Double, _ output: Forecast.Driver.Output) -> String {
    guard value.isFinite, value.magnitude < 9e15 else { return "?" }
    switch output {
    case .npv, .oneOffCost: return amount(value)
    case .targetDate: return "\(roadmap.calendar.date(of: Period(Int(value.rounded()))))"
    }
  }

  /// What moves the date of the target, where enough futures reach it for days to differ.
  private var date: [Report.Block] {
    let table = drivers(of: .targetDate)
    guard let target, target.reached.share.value < 1 else { return table }
    guard !table.isEmpty else {
      return forecast.drivers.contains { $0.output == .targetDate }
        ? [.paragraph(words.tooFewReach(names.stage(target.stage)))] : []
    }
    let end = result(Double(roadmap.calendar.periodCount), .targetDate)
    return table + [.paragraph(words.unreached(end))]
  }

  private func drivers(of output: Forecast.Driver.Output) -> [Report.Block] {
    let drivers = forecast.drivers.filter {
      $0.output == output && result($0.meanWhenLow, output) != result($0.meanWhenHigh, output)
    }.prefix(Self.rowLimit)
    guard !drivers.isEmpty else { return [] }
    let columns = words.columns
    let hasIndices = drivers.contains { $0.total != nil }
    let indices: [Report.Column] = hasIndices ? [.number(columns.firstOrder), .number(columns.total)] : []
    return [
      .table(
        Report.Table(
          columns: [.text(columns.input), .number(columns.share)] + indices + [
            .number(columns.whenLow), .number(columns.whenHigh),
          ],
          rows: drivers.map { driver in
            let shares = hasIndices ? [driver.firstOrder, driver.total].map { $0.map(chance) ?? "" } : []
            return Report.Row(
              [names.driver(driver), chance(driver.varianceShare)] + shares
                + [result(driver.meanWhenLow, output), result(driver.meanWhenHigh, output)])
          }))
    ]
  }

  private func name(of wait: Forecast.WaitShare) -> String {
    let kind = words.wait(wait.kind)
    switch (wait.kind, wait.subject) {
    case (.team, let id?): return "\(kind): \(names.team(TeamID(id)))"
    case (.trigger, let id?): return "\(kind): \(KPI(rawValue: id).map(names.kpi) ?? id)"
    case (_, let subject?): return "\(kind): \(subject)"
    case (_, nil): return kind
    }
  }

  private var waits: [Report.Block] {
    let waits = forecast.waits.filter { $0.share >= 0.005 }.prefix(Self.rowLimit)
    guard !waits.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [.text(columns.waitsFor), .number(columns.share), .number(columns.weeks)],
          rows: waits.map {
            Report.Row([name(of: $0), chance($0.share), notation.count(Int($0.weeks.rounded()))])
          }))
    ]
  }

  private var mostCritical: [Forecast.CapabilityForecast] {
    let critical = forecast.capabilities.filter { $0.criticality >= 0.05 }
    return critical.sorted { ($1.criticality, $0.id) < ($0.criticality, $1.id) }
  }

  private var critical: [Report.Block] {
    let capabilities = mostCritical.prefix(Self.rowLimit)
    guard !capabilities.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [
            .text(columns.capability), .number(columns.criticality), .number(columns.success),
            .text(columns.plan), .text(columns.halfBy), .text(columns.nineInTenBy),
          ],
          rows: capabilities.map { capability in
            Report.Row([
              names.capability(capability.id), chance(capability.criticality), chance(capability.success),
              capability.plannedFinish.map { "\($0)" } ?? "", day(capability.finish.quantiles.p50),
              day(capability.finish.quantiles.p90),
            ])
          }))
    ]
  }

  private var risks: [Report.Block] {
    guard !forecast.risks.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [
            .text(columns.risk), .number(columns.happens), .number(columns.npvChange), .number(columns.delay),
          ],
          rows: forecast.risks.map { risk in
            Report.Row([
              names.risk(risk.id), chance(risk.frequency), risk.npvChange.map(amount) ?? "",
              risk.delay.map(notation.decimal) ?? "",
            ])
          }))
    ]
  }

  private var decisions: [Report.Block] {
    guard !forecast.decisions.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [
            .text(columns.decision), .number(columns.decided), .number(columns.improved),
            .text(columns.halfBy),
          ],
          rows: forecast.decisions.map { decision in
            Report.Row([
              names.decision(decision.id), chance(decision.decided), chance(decision.improved),
              day(decision.date.quantiles.p50),
            ])
          }))
    ]
  }

  private var origin: String {
    let run = forecast.run
    var sentences = [
      words.origin(
        notation.count(run.trials), words.sampling(run.sampling) + words.end(run.end),
        words.policy(run.policy), String(run.seed))
    ]
    if let sure = target?.byDeadline ?? target?.byPlan {
      sentences.append(
        words.errors(notation.decimal(sure.standardError * 100), amount(forecast.money.npv.standardError)))
    }
    return sentences.joined(separator: " ")
  }
}

// MARK: - What to do

extension ForecastReport {
  /// At most three sentences: what to promise, what holds up the date, and what the value depends on.
  private var advice: [String] {
    [promise, bottleneck, money(about: forecast)].compactMap(\.self)
  }

  private var promise: String? {
    guard let target, let planned = target.planned ?? target.deadline else { return nil }
    let stage = names.stage(target.stage)
    let sure = target.planned == nil ? target.byDeadline : target.byPlan
    guard let sure else { return nil }
    if sure.value >= 0.8 { return words.advice.keepDate(stage, "\(planned)", chance(sure)) }
    guard let day = target.reached.quantiles.p80 else { return words.advice.noDate(stage) }
    return words.advice.laterDate(stage, "\(day)", "\(planned)", chance(sure))
  }

  /// The team or the money that more than half of all waiting is for, or else the most critical capability.
  private var bottleneck: String? {
    if let wait = forecast.waits.first, wait.share >= 0.5 {
      if wait.kind == .team, let team = wait.subject {
        return words.advice.team(names.team(TeamID(team)), chance(wait.share))
      }
      if wait.kind == .budget { return words.advice.budget(chance(wait.share)) }
    }
    return mostCritical.first.map { words.advice.critical(names.capability($0.id), chance($0.criticality)) }
  }

  private func money(about forecast: Forecast) -> String? {
    if forecast.money.loss.value >= 0.2 { return words.advice.loss(chance(forecast.money.loss)) }
    guard let driver = forecast.drivers.first(where: { $0.output == .npv && $0.canBeLearned }) else {
      return nil
    }
    if driver.input == .risk, let risk = forecast.risks.first(where: { $0.id.text == driver.subject }),
      let change = risk.npvChange
    {
      return words.advice.risk(names.risk(risk.id), amount(change))
    }
    let (low, high) = (amount(driver.meanWhenLow), amount(driver.meanWhenHigh))
    return driver.input == .success
      ? words.advice.learnSuccess(names.capability(CapabilityID(driver.subject)), low, high)
      : words.advice.learn(names.driver(driver), low, high)
  }
}

extension Forecast.Driver {
  /// Whether somebody can find out more about the input, or do something about it: nobody knows the season to come.
  fileprivate var canBeLearned: Bool { input != .growth && input != .noise }
}
