internal import RoadmapModel

/// How far each rule of a scenario is relaxed.
struct Relaxation: Hashable, Sendable {
  /// The rules, in the order in which they were put back.
  let order: [Lever]
  /// The steps by which rules are relaxed; none for a rule that is kept.
  var steps: [Lever: Int] = [:]
  /// The weeks after the start of the calendar at which more people come, where they come later.
  var weeks: [Lever: Int] = [:]

  init(order: [Lever]) { self.order = order }

  /// The rules that are not kept, in their order.
  var carriers: [Lever] { order.filter { steps[$0] ?? 0 > 0 } }

  /// What changes in the scenario.
  func changes(in roadmap: Roadmap) -> [ScenarioChange] {
    order.flatMap { lever in
      let day = weeks[lever].map { roadmap.calendar.date(of: Period($0)) }
      return lever.change(steps[lever] ?? 0, in: roadmap, from: day)
    }
  }
}

/// A relaxation that gives a scenario a plan, with that plan.
struct RepairPlan: Sendable {
  var relaxation: Relaxation
  var plan: Plan

  /// The rules that are not kept.
  var levers: Set<Lever> { Set(relaxation.carriers) }
}
