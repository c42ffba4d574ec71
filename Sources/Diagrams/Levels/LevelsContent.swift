import RoadmapModel

/// Whether an element has reached a stage.
enum LevelStanding: Hashable, Sendable {
  /// The stage asks nothing of the element.
  case undemanded
  /// It has been reached.
  case reached
  /// The plan reaches it on a day; of what the stage itself leaves open, so many have to be live.
  case planned(CivilDate, choices: Int)
  /// So much of what the stage itself demands is live today, and the plan does not meet all of it.
  case open(StageDemandMarks.Count)
  /// The stage's own demands are met today, and a lower stage, by its rank, has not been reached.
  case waiting(for: Int)

  /// The marks that are counted.
  var marks: [StageDemandMarks.Mark] {
    switch self {
    case .planned(_, let choices): choices > 0 ? [.choice] : []
    case .open(let count):
      (count.required.needed > 0 ? [.required] : []) + (count.choice.needed > 0 ? [.choice] : [])
    case .undemanded, .reached, .waiting: []
    }
  }
}

/// What the picture of maturity shows, before anything has a place.
struct LevelsContent: Sendable {
  struct Cell: Sendable {
    let stage: Int
    let standing: LevelStanding
    /// How many of the capabilities that its standing is about are not shown.
    let unseenCount: Int
    /// The positions of the capabilities, those first that a stage demands.
    let members: [Int]
  }

  struct Row: Sendable {
    let element: Int
    let name: String
    let cells: [Cell]
    /// How many stages from the lowest the element has reached today.
    let reachedCount: Int
  }

  let roadmap: Roadmap
  let plan: Plan?
  let network: DependencyNetwork
  let words: DiagramVocabulary
  private let filter: CapabilityFilter
  /// Which capabilities the stages demand.
  let marks: StageDemandMarks
  /// The ranks of the stages that are shown.
  let stages: [Int]
  let rows: [Row]
  /// How many of the stages that are shown, from the lowest, the company as a whole has reached today.
  let reachedCount: Int

  init(roadmap: Roadmap, plan: Plan?, filter: CapabilityFilter, words: DiagramVocabulary) {
    self.roadmap = roadmap
    self.plan = plan
    self.words = words
    self.filter = filter
    let network = DependencyNetwork(roadmap: roadmap, plan: plan, options: DependencyOptions(filter: filter))
    self.network = network
    let stages = roadmap.maturity.stages.indices.filter {
      filter.stages.isEmpty || filter.stages.contains(roadmap.maturity.stages[$0].id)
    }
    self.stages = stages
    reachedCount = stages.prefix { roadmap.isReachedToday(roadmap.maturity.stages[$0].id) }.count
    let marks = StageDemandMarks(roadmap)
    self.marks = marks
    let standings = LevelStandings(roadmap: roadmap, plan: plan, marks: marks)
    let shown = Set(network.shown.map { roadmap.capabilities[$0].id })
    rows = roadmap.maturity.elements.enumerated().compactMap { index, element in
      let rank = { (position: Int) in marks[roadmap.capabilities[position].id]?.rawValue ?? 2 }
      let members = network.shown.filter { roadmap.capabilities[$0].element == element.id }.sorted {
        (rank($0), $0) < (rank($1), $1)
      }
      guard !members.isEmpty else { return nil }
      let cells = stages.map { rank in
        Cell(
          stage: rank, standing: standings.standing(of: element.id, at: rank),
          unseenCount: standings.capabilities(countedFor: element.id, at: rank).subtracting(shown).count,
          members: members.filter { roadmap.capabilities[$0].stage == roadmap.maturity.stages[rank].id })
      }
      let reached = stages.prefix { standings.isReachedToday(element.id, at: $0) }.count
      return Row(element: index, name: element.name[words.language], cells: cells, reachedCount: reached)
    }
  }

  var title: String {
    let name = plan?.scenario ?? roadmap.name[words.language]
    return "\(name) \u{B7} \(words.maturity)\(words.part(filter, of: roadmap))"
  }

  /// Where the company as a whole stands, and what way it goes.
  var summary: [String] {
    let reached = roadmap.maturity.stages.last { roadmap.isReachedToday($0.id) }?.name[words.language]
    let way = (plan?.stages ?? []).filter { !roadmap.isReachedToday($0.stage) }.map { stage in
      let name =
        roadmap.maturity.stages.first { $0.id == stage.stage }?.name[words.language] ?? stage.stage.text
      return words.milestone(name, stage.reachedOn)
    }
    let today = (filter.isEmpty ? "" : words.wholeCompany + "  \u{B7}  ") + words.standsAt(reached)
    return [
      ([today] + way).joined(separator: "  \u{2192}  "), words.summary(of: network),
      words.stagesAreReachedBy(shownMarks),
    ].filter { !$0.isEmpty }
  }

  /// Whether an element has reached a stage, in words, and whether what is not shown counts for that.
  func standing(of cell: Cell) -> String {
    let standing = words.standing(cell.standing) { roadmap.maturity.stages[$0].name[words.language] }
    return cell.unseenCount > 0 ? "\(standing), \(words.withUnseen(cell.unseenCount))" : standing
  }

  /// Where the company as a whole stands among the stages that are shown; nil when none is, or only a part of the company.
  var whereWeStand: String? {
    guard filter.isEmpty, let first = stages.first else { return nil }
    let name = { (rank: Int) in roadmap.maturity.stages[rank].name[words.language] }
    return reachedCount == 0
      ? words.weAreBefore(name(first)) : words.weHaveReached(name(stages[reachedCount - 1]))
  }

  /// The heading of a stage: its name, and whether it is the target.
  func heading(of rank: Int) -> String {
    let stage = roadmap.maturity.stages[rank]
    let name = stage.name[words.language]
    guard stage.id == roadmap.target.stage else { return name }
    return roadmap.target.by.map { words.target(stage: name, by: $0) } ?? words.target(stage: name)
  }

  /// The marks that are shown, of capabilities or in what cells say, each once.
  private var shownMarks: [StageDemandMarks.Mark] {
    let marks = Set(network.shown.compactMap { mark(of: $0) }).union(
      rows.flatMap(\.cells).flatMap(\.standing.marks))
    return StageDemandMarks.Mark.allCases.filter(marks.contains)
  }

  private func mark(of position: Int) -> StageDemandMarks.Mark? { marks[roadmap.capabilities[position].id] }

  /// The name of a capability, with a sign when a stage demands it.
  func name(of position: Int) -> String {
    let sign = mark(of: position).map { "\($0.sign)\u{A0}" } ?? ""
    return sign + words.markedName(of: position, in: network)
  }

  /// What is known about a capability, and which stage demands it where that is not its own.
  func status(of position: Int) -> String {
    let capability = roadmap.capabilities[position]
    let status = words.status(of: position, in: network)
    guard let rank = marks.stage(demanding: capability.id), rank != roadmap.stageRank(of: capability) else {
      return status
    }
    let stage = roadmap.maturity.stages[rank].name[words.language]
    return "\(status) \u{B7} \(words.demanded(for: stage))"
  }

  var legendKeys: [LegendKey] {
    network.shown.map { network.conditions[$0].kind } + shownMarks.map(\.key) + [.front]
  }

  /// The picture in words.
  var tables: [DiagramTable] {
    let standings = DiagramTable(
      title: words.maturity, columns: [words.element] + stages.map { heading(of: $0) },
      rows: rows.map { row in [row.name] + row.cells.map { standing(of: $0) } })
    return [standings]
      + rows.map { row in
        DiagramTable(
          title: row.name, columns: [words.capability, words.stage, words.demandedColumn, words.state],
          rows: row.cells.flatMap { cell in
            cell.members.map { position in
              [
                roadmap.capabilities[position].name[words.language],
                roadmap.maturity.stages[cell.stage].name[words.language],
                mark(of: position).map(words.demanded) ?? "", status(of: position),
              ]
            }
          })
      }
  }
}

/// Tells which elements have reached which stages, today and by a plan.
private struct LevelStandings {
  let roadmap: Roadmap
  let plan: Plan?
  let marks: StageDemandMarks

  /// The demands of some stages in an element that apply to the company.
  private func demands(of element: ElementID, at ranks: some Sequence<Int>) -> [Requirement] {
    ranks.flatMap { roadmap.maturity.stages[$0].demands }.filter { $0.element == element }.map(\.requirement)
      .filter { roadmap.applicable($0).count > 0 }
  }

  private func isMetToday(_ requirement: Requirement) -> Bool {
    Schedule().period(meeting: requirement, in: roadmap) != nil
  }

  func isReachedToday(_ element: ElementID, at rank: Int) -> Bool {
    demands(of: element, at: 0...rank).allSatisfy(isMetToday)
  }

  func standing(of element: ElementID, at rank: Int) -> LevelStanding {
    let all = demands(of: element, at: 0...rank)
    guard !all.isEmpty else { return .undemanded }
    if all.allSatisfy(isMetToday) { return .reached }
    let days = plan.map { plan in all.compactMap { Schedule(plan).period(meeting: $0, in: roadmap) } } ?? []
    let own = demands(of: element, at: rank...rank)
    if days.count == all.count, let last = days.max() {
      return .planned(roadmap.calendar.date(of: last), choices: marks.count(own).choice.needed)
    }
    if own.allSatisfy(isMetToday), let lower = (0..<rank).first(where: { !isReachedToday(element, at: $0) }) {
      return .waiting(for: lower)
    }
    return .open(marks.count(own))
  }

  /// The capabilities that the standing of an element at a stage is about: those that the stage demands there, and but for what is
  /// counted of an open stage also those of the stages below.
  func capabilities(countedFor element: ElementID, at rank: Int) -> Set<CapabilityID> {
    if case .open = standing(of: element, at: rank) {
      return marks.capabilities(meeting: demands(of: element, at: rank...rank))
    }
    return marks.capabilities(meeting: demands(of: element, at: 0...rank))
  }
}
