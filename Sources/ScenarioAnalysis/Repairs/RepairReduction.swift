internal import Planning
internal import RoadmapModel

/// Makes repairs as small as planning allows: with each change there is a plan, and with any one of them a step smaller none is found.
///
/// Both are asked of the search that plans the scenario itself, from nothing, so that whoever repairs the scenario as told and plans it finds the plan that is told. A
/// step is a week, half a person, one percent of the budget or one capability more in work. Steps are taken back in strides that double and then by bisection, rule
/// after rule, until none can be taken back.
struct RepairReduction: Sendable {
  let roadmap: Roadmap
  let replanner: Replanner
  private var planning: PlannerParameters

  /// What planning from nothing found, by relaxations; nil for no plan.
  private var known: [Relaxation: Plan?] = [:]

  init(_ roadmap: Roadmap, _ replanner: Replanner, _ planning: PlannerParameters) {
    self.roadmap = roadmap
    self.replanner = replanner
    self.planning = planning
    // Repairs are made smaller side by side.
    self.planning.threads = 1
  }

  /// How often all changes are looked at in turn at most.
  static let passes = 4

  /// The least repair of the same rules, or of fewer; the same one when planning from nothing finds no plan with any of the kind.
  mutating func least(of repair: RepairPlan) async throws(AnalysisError) -> RepairPlan {
    guard var least = try await enough(repair.relaxation) else { return repair }
    for _ in 0..<Self.passes {
      let before = least.relaxation
      for lever in before.carriers { try await reduce(&least, lever) }
      if least.relaxation == before { break }
    }
    return least
  }

  /// The plan of a relaxation as planning finds it; nil when it finds none.
  private mutating func plan(_ relaxation: Relaxation) async throws(AnalysisError) -> RepairPlan? {
    let plan: Plan?
    if let found = known[relaxation] {
      plan = found
    } else {
      plan = try await replanner.plan(relaxation.changes(in: roadmap), from: nil, searchingAs: planning)
      known[relaxation] = .some(plan)
    }
    return plan.map { RepairPlan(relaxation: relaxation, plan: $0) }
  }

  /// A relaxation with its plan, where it is too small for planning from nothing, with more of its last rule that is enough.
  private mutating func enough(_ relaxation: Relaxation) async throws(AnalysisError) -> RepairPlan? {
    if let found = try await plan(relaxation) { return found }
    guard let last = relaxation.carriers.last, let size = relaxation.steps[last] else { return nil }
    var larger = relaxation
    var stride = 1
    while larger.steps[last] ?? 0 < last.steps {
      larger.steps[last] = min(last.steps, size + stride)
      if let found = try await plan(larger) { return found }
      stride *= 2
    }
    return nil
  }

  /// Takes steps of one rule back, as many as can be.
  private mutating func reduce(_ least: inout RepairPlan, _ lever: Lever) async throws(AnalysisError) {
    var holds = least.relaxation.steps[lever] ?? 0
    var fails = -1
    var stride = 1
    while holds - fails > 1 {
      var smaller = least.relaxation
      // Before anything has failed, strides; then halves.
      let next = fails < 0 ? max(0, holds - stride) : (holds + fails) / 2
      smaller.steps[lever] = next
      if let found = try await plan(smaller) {
        (least, holds) = (found, next)
        stride *= 2
      } else {
        fails = next
      }
    }
  }
}
