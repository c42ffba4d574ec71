import RoadmapModel

/// What can be said of a scenario before anything has been planned: its name, where the company stands, and the task.
struct ScenarioOpening {
  let roadmap: Roadmap
  let language: Language

  /// The blocks of the opening.
  var report: Report {
    let words = Vocabulary[language].opening
    let calendar = roadmap.calendar
    let states = roadmap.capabilities.map { roadmap.state(of: $0.id) }
    let live = states.count { $0 == .live }
    let open = states.count { $0 != .live && $0 != .notApplicable }
    return Report([
      .title(roadmap.name[language]),
      .paragraph(
        words.today(standing, live, open) + " "
          + words.calendar("\(calendar.start)", "\(calendar.end.advanced(by: -1))")),
    ])
  }

  /// The highest stage that is reached today; nil when none is.
  private var standing: String? {
    roadmap.maturity.stages.last { roadmap.isReachedToday($0.id) }?.name[language]
  }
}
