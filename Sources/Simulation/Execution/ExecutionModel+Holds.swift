internal import RoadmapModel

extension ExecutionModel {
  /// The model in which nothing starts before its planned week by which the plan put it off at its own will.
  ///
  /// With fixed dates that is every activity. Otherwise it is each one that could start earlier than planned if everything came as expected: those are found by carrying
  /// out what is expected, holding back what starts too early, and doing so again until nothing does. Then whatever comes as expected happens as planned, since by
  /// induction over weeks all that the plan starts finds what it needs; and what waits for others only starts as soon as these are live.
  ///
  /// - Complexity: O(activities) runs at most, and a few in practice.
  func holdingByPolicy() -> ExecutionModel {
    var isHeld = [Bool](repeating: policy == .fixedDates, count: count)
    var model = holding(isHeld)
    guard policy != .fixedDates else { return model }
    let inputs = UncertainInputs(model, isDrawn: false)
    while true {
      var execution = Execution(model, inputs)
      execution.begin(mitigates: false)
      execution.run()
      let early = order.filter { !isHeld[$0] && execution.start[$0] < plannedStart[$0] && isPlanned($0) }
      if early.isEmpty { return model }
      for activity in early { isHeld[activity] = true }
      model = holding(isHeld)
    }
  }

  /// Whether an activity is in the plan.
  func isPlanned(_ activity: Int) -> Bool { plannedStart[activity] != Self.unplanned }
}
