extension Roadmap {
  /// How much of a capability may be done today: low, likely and high shares, from 0 to 1, distributed as the estimate says.
  ///
  /// A range that the company declares counts as it is. For what is answered the likely share is that of the answers, the low one counts only what has been
  /// documented or measured, and the high one also what nobody denied: the readings of the ``Assessment``. What is declared without a range,
  /// live or not applicable is certain, and so is everything when ``Uncertainty/isStartUncertain`` is false.
  public func doneRange(of id: CapabilityID) -> Estimate {
    let state = state(of: id)
    let certain = Estimate(state.doneShare)
    guard contents.uncertainty.isStartUncertain, state != .live, state != .notApplicable else {
      return certain
    }
    if let range = contents.company.doneRanges[id] { return range }
    let answers = contents.company.answers.filter { $0.capability == id }
    guard contents.company.states[id] == nil, !answers.isEmpty, let capability = capability(id) else {
      return certain
    }
    let low = AssessmentReading.answered(answers, to: capability, .pessimistic).doneShare
    let high = AssessmentReading.answered(answers, to: capability, .optimistic).doneShare
    return Estimate(low: low, likely: state.doneShare, high: high)
  }
}
