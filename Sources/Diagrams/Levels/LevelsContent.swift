import RoadmapModel

/// Whether an element has reached a stage.
enum LevelStanding: Hashable, Sendable {
  /// The stage asks nothing of the element.
  case undemanded
  /// It has been reached.
  case reached
  /// The plan reaches it on a day.
  case planned(CivilDate)
  /// So many of its demands are met today, and the plan does not meet all.
  case open(met: Int, of: Int)
}

/// What the picture of maturity shows, before anything has a place.
struct LevelsContent: Sendable {
  struct Cell: Sendable {
    let stage: Int
    let standing: LevelStanding
    /// The positions of the capabilities.
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
  /// The ranks of the stages that are shown.
  let stages: [Int]
  let rows: [Row]

  init(roadmap: Roadmap, plan: Plan?, filter: CapabilityFilter, words: DiagramVocabulary) {
    self.roadmap = roadmap
    self.plan = plan
    self.words = words
    let network = DependencyNetwork(roadmap: roadmap, plan: plan, options: DependencyOptions(filter: filter))
    self.network = network
    let stages = roadmap.maturity.stages.indices.filter {
      filter.stages.isEmpty || filter.stages.contains(roadmap.maturity.stages[$0].id)
    }
    self.stages = stages
    let standings = LevelStandings(roadmap: roadmap, plan: plan)
    rows = roadmap.maturity.elements.enumerated().compactMap { index, element in
      let members = network.shown.filter { roadmap.capabilities[$0].element == element.id }
      guard !members.isEmpty else { return nil }
      let cells = stages.map { rank in
        Cell(
          stage: rank, standing: standings.standing(of: element.id, at: rank),
          members: members.filter { roadmap.capabilities[$0].stage == roadmap.maturity.stages[rank].id })
      }
      let reached = stages.prefix { standings.isReachedToday(element.id, at: $0) }.count
      return Row(element: index, name: element.name[words.language], cells: cells, reachedCount: reached)
    }
  }

  var title: String { "\(plan?.scenario ?? roadmap.name[words.language]) \u{B7} \(words.maturity)" }

  /// Where the company stands, and what way it goes.
  var summary: [String] {
    let reached = roadmap.maturity.stages.last { roadmap.isReachedToday($0.id) }?.name[words.language]
    let way = (plan?.stages ?? []).filter { !roadmap.isReachedToday($0.stage) }.map { stage in
      let name =
        roadmap.maturity.stages.first { $0.id == stage.stage }?.name[words.language] ?? stage.stage.text
      return words.milestone(name, stage.reachedOn)
    }
    let today = words.standsAt(reached)
    return [
      ([today] + way).joined(separator: "  \u{2192}  "), words.counts(of: network),
    ]
  }

  /// The heading of a stage: its name, and whether it is the target.
  func heading(of rank: Int) -> String {
    let stage = roadmap.maturity.stages[rank]
    let name = stage.name[words.language]
    guard stage.id == roadmap.target.stage else { return name }
    return roadmap.target.by.map { words.target(stage: name, by: $0) } ?? words.target(stage: name)
  }

  func name(of position: Int) -> String {
    let mark = network.conditions[position].kind == .critical ? "\(RoadmapContent.criticalMark)\u{A0}" : ""
    return mark + roadmap.capabilities[position].name[words.language]
  }

  func status(of position: Int) -> String { words.status(of: position, in: network) }

  var legendKeys: [LegendKey] { network.shown.map { network.conditions[$0].kind } + [.front] }

  /// The picture in words.
  var tables: [DiagramTable] {
    let standings = DiagramTable(
      title: words.maturity, columns: [words.element] + stages.map { heading(of: $0) },
      rows: rows.map { row in [row.name] + row.cells.map { words.standing($0.standing) } })
    return [standings]
      + rows.map { row in
        DiagramTable(
          title: row.name, columns: [words.capability, words.stage, words.state],
          rows: row.cells.flatMap { cell in
            cell.members.map { position in
              [
                roadmap.capabilities[position].name[words.language],
                roadmap.maturity.stages[cell.stage].name[words.language], status(of: position),
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

  /// The demands of the stages up to one in an element that apply to the company.
  private func demands(of element: ElementID, upTo rank: Int) -> [Requirement] {
    roadmap.maturity.stages[...rank].flatMap(\.demands).filter { $0.element == element }.map(\.requirement)
      .filter { roadmap.applicable($0).count > 0 }
  }

  func isReachedToday(_ element: ElementID, at rank: Int) -> Bool {
    demands(of: element, upTo: rank).allSatisfy { Schedule().period(meeting: $0, in: roadmap) != nil }
  }

  func standing(of element: ElementID, at rank: Int) -> LevelStanding {
    let demands = demands(of: element, upTo: rank)
    guard !demands.isEmpty else { return .undemanded }
    let met = demands.filter { Schedule().period(meeting: $0, in: roadmap) != nil }.count
    if met == demands.count { return .reached }
    let periods = plan.map { plan in demands.map { Schedule(plan).period(meeting: $0, in: roadmap) } } ?? []
    let days = periods.compactMap(\.self)
    guard days.count == demands.count, let last = days.max() else {
      return .open(met: met, of: demands.count)
    }
    return .planned(roadmap.calendar.date(of: last))
  }
}
