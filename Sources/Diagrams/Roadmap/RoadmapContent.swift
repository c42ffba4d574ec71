import RoadmapModel

/// What a roadmap shows of a plan, before anything has a place.
struct RoadmapContent: Sendable {
  /// The planned capabilities of one lane.
  struct Group: Sendable {
    /// The place of the element whose colour the lane has; nil for a lane without colour.
    let element: Int?
    let id: String
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
  let options: RoadmapOptions
  /// The lanes in which something is planned, in the order of the scenario.
  let groups: [Group]
  let arrows: [RoadmapArrow]
  /// The arrows between a capability that is shown and one that is not.
  let arrowsElsewhere: [RoadmapArrow]
  /// What each capability waits for, as far as it is drawn.
  let prerequisites: [CapabilityID: [CapabilityID]]
  /// The place of each capability's element in the maturity model.
  let elements: [CapabilityID: Int]

  init(plan: Plan, roadmap: Roadmap, language: Language, options: RoadmapOptions = RoadmapOptions()) {
    self.plan = plan
    self.roadmap = roadmap
    self.options = options
    self.vocabulary = DiagramVocabulary(language)
    let shown = plan.capabilities.filter {
      roadmap.capability($0.id).map(options.filter.includes) ?? false
    }
    let ids = Set(shown.map(\.id))
    let arrows = RoadmapArrow.arrows(of: plan, in: roadmap)
    self.arrows = arrows.filter { ids.contains($0.prerequisite) && ids.contains($0.dependent) }
    self.arrowsElsewhere = arrows.filter { ids.contains($0.prerequisite) != ids.contains($0.dependent) }
    self.prerequisites = Dictionary(grouping: self.arrows, by: \.dependent).mapValues {
      $0.map(\.prerequisite)
    }
    let ranks = Dictionary(
      zip(roadmap.maturity.elements.map(\.id), roadmap.maturity.elements.indices),
      uniquingKeysWith: { first, _ in first })
    let elements = Dictionary(
      roadmap.capabilities.map { ($0.id, ranks[$0.element] ?? 0) }, uniquingKeysWith: { first, _ in first })
    self.elements = elements
    self.groups = LaneSplit(roadmap: roadmap, words: vocabulary).lanes(options.lanes).compactMap { lane in
      let members = shown.filter { roadmap.capability($0.id).map(lane.includes) ?? false }
      guard !members.isEmpty else { return nil }
      let labels = members.map { member in
        let symbol =
          lane.element == nil ? Theme.standard.swatch(forElement: elements[member.id] ?? 0).symbol : nil
        return BarLabel(Self.label(of: member, in: roadmap, language, symbol: symbol))
      }
      return Group(element: lane.element, id: lane.id, name: lane.name, members: members, labels: labels)
    }
  }

  /// The name of a capability, with a sign when it is critical and another for its element where the lane is not that.
  private static func label(
    of planned: Plan.PlannedCapability, in roadmap: Roadmap, _ language: Language, symbol: Character?
  ) -> String {
    let name = roadmap.capability(planned.id)?.name[language] ?? planned.id.text
    let signs = [planned.isCritical ? criticalMark : nil, symbol.map(String.init)].compactMap(\.self)
    return (signs + [name]).joined(separator: "\u{A0}")
  }

  /// The capabilities that are shown, in the order of the plan.
  var shown: [Plan.PlannedCapability] {
    let ids = Set(groups.flatMap(\.members).map(\.id))
    return plan.capabilities.filter { ids.contains($0.id) }
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
    let dates =
      plan.capabilities.map(\.finish) + newStages.map(\.reachedOn) + options.finishes.values.map(\.late)
    let end = TimeAxis.endOfQuarter(of: dates.max().map { $0.advanced(by: -1) } ?? start)
    guard let deadline = roadmap.target.by else { return (start, max(start.advanced(by: 28), end)) }
    let next = TimeAxis.endOfQuarter(of: end)
    return (start, max(start.advanced(by: 28), deadline >= end && deadline < next ? next : end))
  }

  /// The days that are marked across all lanes: those of the target, its stage and its deadline, and those of other stages and today.
  var markedDays: (target: [CivilDate], others: [CivilDate]) {
    let target = newStages.filter { $0.stage == roadmap.target.stage }
    let others = newStages.filter { $0.stage != roadmap.target.stage }
    return (
      target.map(\.reachedOn) + [roadmap.target.by].compactMap(\.self),
      others.map(\.reachedOn) + [options.today].compactMap(\.self)
    )
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
