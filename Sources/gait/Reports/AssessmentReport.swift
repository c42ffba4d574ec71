import RoadmapModel

/// What an assessment says to people: the stage of each element with its readings, then what is missing for the next stage.
struct AssessmentReport {
  let assessment: Assessment
  let roadmap: Roadmap
  let language: Language

  private var words: Vocabulary.Assessment { Vocabulary[language].assessment }
  private var notation: Notation { Notation(language: language, currency: nil) }

  /// The blocks of the report.
  var report: Report {
    let overall = assessment.overall
    var report = Report([
      .title(roadmap.name[language]),
      .paragraph(
        words.overall(overall.stage.map(name(of:)), notation.decimal(overall.score), assessment.stages.count)
          + " "
          + words.readings(
            notation.decimal(overall.pessimistic.score), notation.decimal(overall.optimistic.score))),
      .table(standings),
    ])
    for standing in assessment.elements {
      guard let element = standing.element, let next = standing.nextStage else { continue }
      report.section(words.missing(name(of: element), name(of: next)), missing(in: standing))
    }
    if assessment.elements.allSatisfy({ $0.nextStage == nil }) {
      report.blocks.append(.paragraph(words.highestReached))
    }
    return report
  }

  private var standings: Report.Table {
    let columns = words.columns
    return Report.Table(
      columns: [
        .text(columns.element), .text(columns.stage), .number(columns.score), .number(columns.pessimistic),
        .number(columns.optimistic), .text(columns.evidence),
      ],
      rows: assessment.elements.map { standing in
        Report.Row([
          standing.element.map(name(of:)) ?? "", standing.stage.map(name(of:)) ?? words.noStage,
          notation.decimal(standing.score), notation.decimal(standing.pessimistic.score),
          notation.decimal(standing.optimistic.score), evidence(standing.evidence),
        ])
      })
  }

  private func evidence(_ quality: Assessment.EvidenceQuality) -> String {
    guard quality.met > 0 else { return words.answers.nothingMet }
    let shares = [
      (quality.measured, words.answers.measured), (quality.documented, words.answers.documented),
      (quality.stated, words.answers.stated),
    ]
    return shares.filter { $0.0 > 0 }.map { "\(notation.wholePercent($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  private func missing(in standing: Assessment.Standing) -> [Report.Block] {
    guard !standing.missing.isEmpty else { return [] }
    let columns = words.columns
    let table = Report.Table(
      columns: [.text(columns.capability), .text(columns.state), .number(columns.done)],
      rows: standing.missing.flatMap(rows(of:)))
    return [.table(table)]
  }

  /// One row for a capability that is demanded by itself; for a choice, a row for it and one for each member.
  private func rows(of demand: Assessment.UnmetDemand) -> [Report.Row] {
    let isChoice = demand.live + demand.members.count > demand.atLeast
    let members = demand.members.map { member in
      Report.Row(
        [
          (isChoice ? "\u{B7} " : "") + name(of: member.capability), words.states(member.state),
          notation.wholePercent(member.done),
        ],
        note: remark(on: member))
    }
    guard isChoice else { return members }
    return [
      Report.Row([words.choice(demand.atLeast, demand.live), "", notation.wholePercent(demand.coverage)])
    ]
      + members
  }

  /// The questions whose answers keep a capability from being live; nil when there are none.
  private func remark(on member: Assessment.OpenMember) -> String? {
    let questions = [
      (words.answers.no, member.answeredNo), (words.answers.unknown, member.answeredUnknown),
      (words.answers.notAsked, member.notAsked),
    ]
    var parts = questions.compactMap { label, ids in
      ids.isEmpty ? nil : label + " " + ids.map { question($0, of: member.capability) }.joined(separator: " ")
    }
    if let standIn = member.standIn { parts.insert(words.standIn(name(of: standIn)), at: 0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func question(_ id: ProofPointID, of capability: CapabilityID) -> String {
    roadmap.capability(capability)?.proofPoints.first { $0.id == id }?.question[language] ?? id.text
  }

  private func name(of id: CapabilityID) -> String {
    roadmap.capability(id)?.name[language] ?? id.text
  }

  private func name(of stage: StageID) -> String {
    roadmap.maturity.stages.first { $0.id == stage }?.name[language] ?? stage.text
  }

  private func name(of element: ElementID) -> String {
    roadmap.maturity.elements.first { $0.id == element }?.name[language] ?? element.text
  }
}
