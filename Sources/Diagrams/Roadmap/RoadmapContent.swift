import RoadmapModel

/// What a roadmap shows of a plan, before anything has a place.
struct RoadmapContent: Sendable {
  /// The planned capabilities of one element.
  struct Group: Sendable {
    /// The place of the element in the maturity model.
    let element: Int
    let id: ElementID
    let name: String
    let members: [Plan.PlannedCapability]
    /// The labels of the members.
    let labels: [BarLabel]
  }

  /// The sign of a critical capability, for those who do not see its colour.
  static let criticalMark = "\u{25BA}"

  let plan: Plan
  let roadmap: Roadmap
  let vocabulary: DiagramVocabulary
  /// The elements in which something is planned, in the order of the maturity model.
  let groups: [Group]
  let arrows: [RoadmapArrow]
  /// What each capability waits for, as far as it is drawn.
  let prerequisites: [CapabilityID: [CapabilityID]]

  init(plan: Plan, roadmap: Roadmap, language: Language) {
    self.plan = plan
    self.roadmap = roadmap
    self.vocabulary = DiagramVocabulary(language)
    self.arrows = RoadmapArrow.arrows(of: plan, in: roadmap)
    self.prerequisites = Dictionary(grouping: arrows, by: \.dependent).mapValues { $0.map(\.prerequisite) }
    self.groups = roadmap.maturity.elements.enumerated().compactMap { index, element in
      let members = plan.capabilities.filter { roadmap.capability($0.id)?.element == element.id }
      guard !members.isEmpty else { return nil }
      let labels = members.map { BarLabel(Self.label(of: $0, in: roadmap, language)) }
      return Group(
        element: index, id: element.id, name: element.name[language], members: members, labels: labels)
    }
  }

  /// The name of a capability, with a sign when it is critical.
  private static func label(
    of planned: Plan.PlannedCapability, in roadmap: Roadmap, _ language: Language
  ) -> String {
    let name = roadmap.capability(planned.id)?.name[language] ?? planned.id.text
    return planned.isCritical ? "\(criticalMark)\u{A0}\(name)" : name
  }

  /// The stages that the plan reaches and the company has not reached today.
  var newStages: [Plan.ReachedStage] { plan.stages.filter { !roadmap.isReachedToday($0.stage) } }

  /// The quarters in which a week begins; the calendar may end a few days into another.
  var quarters: [Plan.QuarterMoney] {
    plan.quarters.filter { roadmap.calendar.hasPeriod(from: $0.from, through: $0.through) }
  }

  /// The name of a stage.
  func name(of stage: StageID) -> String {
    roadmap.maturity.stages.first { $0.id == stage }?.name[vocabulary.language] ?? stage.text
  }

  /// The days that the axis covers: from the start of the calendar through the quarter of the last date.
  ///
  /// A deadline within the following quarter is still shown.
  var days: (start: CivilDate, end: CivilDate) {
    let start = roadmap.calendar.start
    let dates = plan.capabilities.map(\.finish) + newStages.map(\.reachedOn)
    let end = TimeAxis.endOfQuarter(of: dates.max().map { $0.advanced(by: -1) } ?? start)
    guard let deadline = roadmap.target.by else { return (start, max(start.advanced(by: 28), end)) }
    let next = TimeAxis.endOfQuarter(of: end)
    return (start, max(start.advanced(by: 28), deadline >= end && deadline < next ? next : end))
  }

  /// The frozen days from a day on and before another, as runs of days.
  func freezes(from start: CivilDate, until end: CivilDate) -> [Range<CivilDate>] {
    var runs: [Range<CivilDate>] = []
    for day in start..<end where roadmap.policy.freeze.contains(where: { $0.contains(day) }) {
      if let last = runs.last, last.upperBound == day {
        runs[runs.count - 1] = last.lowerBound..<day.advanced(by: 1)
      } else {
        runs.append(day..<day.advanced(by: 1))
      }
    }
    return runs
  }
}
