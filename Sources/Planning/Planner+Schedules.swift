internal import BusinessModel
package import RoadmapModel

extension Planner {
  /// The audited plan of a schedule that ``carryOver(_:isPatient:without:)`` gave, with the bound of another plan of this roadmap.
  ///
  /// - Throws: ``PlannerDefect`` when the audit finds fault with it.
  package func plan(
    of schedule: Schedule, boundedAs other: Plan, _ parameters: PlannerParameters
  ) throws(PlannerDefect) -> Plan {
    var evaluator = Evaluator(compiled.instance, objective: other.objective)
    let list = compiled.list(of: schedule)
    guard let method = Bound.Method(rawValue: other.value.proof) else {
      preconditionFailure("a plan of the planner names a method that it knows")
    }
    let bound = Bound(limit: other.value.bound, method: method, relaxed: other.value.relaxed)
    let answer = InstanceSolver.Answer(
      list: list, result: evaluator.evaluate(list), bound: bound, wasCutShort: other.wasCutShort)
    return try audited(answer, objective: other.objective, parameters, isGiven: true)
  }

  /// The plan of an answer, when the audit finds no fault with it.
  func audited(
    _ answer: InstanceSolver.Answer, objective: Objective, _ parameters: PlannerParameters,
    isGiven: Bool = false
  ) throws(PlannerDefect) -> Plan {
    let plan = PlanWriter(compiled, answer, objective: objective, parameters, isGiven: isGiven).plan()
    let instance = compiled.instance
    let violations = plan.audit(
      against: compiled.roadmap, path: instance.shop.path(goLive: instance.goLives(of: answer.result.starts)))
    guard violations.isEmpty else { throw PlannerDefect(violations: violations) }
    return plan
  }
}
