/// The rule that nothing waits for itself.
extension AuditedSchedule {
  /// What is left when everything that waits only for what has been taken is taken, again and again.
  ///
  /// Only schedules in which everything waits in time are looked at: otherwise another rule is broken, which says it better.
  var circularWaits: [AuditViolation] {
    var left = ground.activities.indices.filter { starts[$0] != nil }
    guard left.allSatisfy({ waitsInTime(at: $0, liveSince, reached) }) else { return [] }
    var taken = zip(ground.activities, liveSince).map { $0.state == .live ? $1 : nil }
    while true {
      let reached = ground.periodsReached(taken)
      let next = left.filter { waitsInTime(at: $0, taken, reached) }
      if next.isEmpty { break }
      for position in next { taken[position] = liveSince[position] }
      left.removeAll { taken[$0] != nil }
    }
    return left.map { position in
      let id = ground.activities[position].id
      return AuditViolation(
        .circularWait, "'\(id)' waits, over others without work, for itself", subjects: [id.text])
    }
  }

  /// Whether all that a capability waits for is live at its start, given what is live and reached.
  private func waitsInTime(at position: Int, _ liveSince: [Int?], _ reached: [Int?]) -> Bool {
    let activity = ground.activities[position]
    guard let start = starts[position] else { return false }
    if activity.isInProgress { return true }
    if ground.roadmap.policy.stageGates == .strict, activity.stageRank > 0 {
      guard let open = reached[activity.stageRank - 1], open <= start else { return false }
    }
    return activity.needs.allSatisfy { $0.isMet(at: start, liveSince) }
  }
}
