internal import BusinessModel
package import RoadmapModel

extension Planner {
  /// The schedule that follows when the starts of another one, which may belong to other estimates, are built again under the rules of this roadmap.
  ///
  /// - Parameters:
  ///   - schedule: the order of the work, and what is wanted.
  ///   - isPatient: whether nothing starts earlier than there.
  ///   - left: a capability that is no longer wanted; what needs it is left out as well.
  /// - Returns: nil when it breaks a rule.
  /// - Complexity: that of building one schedule.
  package func rebuilt(_ schedule: Schedule, isPatient: Bool, without left: CapabilityID? = nil) -> Schedule?
  {
    var evaluator = Evaluator(compiled.instance, objective: .value)
    let result = evaluator.evaluate(list(of: schedule, isPatient: isPatient, without: left))
    guard result.fitness.violation == 0 else { return nil }
    return compiled.schedule(of: result.starts)
  }

  /// The audited plan of a schedule that ``rebuilt(_:isPatient:without:)`` gave, with the bound of another plan of this roadmap.
  ///
  /// - Throws: ``PlannerDefect`` when the audit finds fault with it.
  package func plan(
    of schedule: Schedule, boundedAs other: Plan, _ parameters: PlannerParameters
  ) throws(PlannerDefect) -> Plan {
    let instance = compiled.instance
    var evaluator = Evaluator(instance, objective: other.objective)
    let list = list(of: schedule, isPatient: true, without: nil)
    let bound = Bound(
      limit: other.value.bound, method: Bound.Method(rawValue: other.value.proof) ?? .criticalPath,
      relaxed: other.value.relaxed)
    let answer = InstanceSolver.Answer(
      list: list, result: evaluator.evaluate(list), bound: bound, wasCutShort: other.wasCutShort)
    let plan = PlanWriter(compiled, answer, objective: other.objective, parameters).plan()
    let violations = plan.audit(
      against: compiled.roadmap, path: instance.shop.path(goLive: instance.goLives(of: answer.result.starts)))
    guard violations.isEmpty else { throw PlannerDefect(violations: violations) }
    return plan
  }

  private func list(of schedule: Schedule, isPatient: Bool, without left: CapabilityID?) -> ActivityList {
    let instance = compiled.instance
    let starts = (0..<instance.activityCount).map { activity in
      compiled.capability(of: activity).flatMap { $0.id == left ? nil : schedule.starts[$0.id]?.index } ?? -1
    }
    func key(_ activity: Int) -> (Int, Int, Int) {
      let start = starts[activity]
      return start < 0 ? (Int.max, 0, activity) : (start + instance.duration[activity], start, activity)
    }
    var list = ActivityList(
      order: starts.indices.sorted { key($0) < key($1) }, isWanted: starts.map { $0 >= 0 })
    if isPatient { for activity in starts.indices { list.notBefore[activity] = max(0, starts[activity]) } }
    return list
  }
}

extension CompiledRoadmap {
  /// The schedule of the starts of an instance's activities.
  fileprivate func schedule(of starts: [Int]) -> Schedule {
    var schedule = Schedule()
    for (activity, start) in starts.enumerated() where start >= 0 {
      if let capability = capability(of: activity) { schedule.starts[capability.id] = Period(start) }
    }
    return schedule
  }
}
