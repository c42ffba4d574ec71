internal import RoadmapModel

/// The activities of a schedule whose delay would delay the target stage.
///
/// It is the critical chain: from the demands that are live last, back over everything that starts when another activity ends because it waits for
/// it or for its people.
struct CriticalChain {
  /// Whether each activity is critical.
  let isCritical: [Bool]

  init(_ finder: WaitFinder, waits: [Plan.Wait?]) {
    let instance = finder.instance
    var isCritical = [Bool](repeating: false, count: instance.activityCount)
    var stack = [instance.targetMilestone]
    while let activity = stack.popLast() {
      guard finder.starts[activity] >= 0, !isCritical[activity] else { continue }
      isCritical[activity] = true
      if instance.isMilestone[activity] {
        stack += finder.decisiveMembers(of: activity)
      } else if let wait = waits[activity] {
        stack += finder.blockers(of: activity, wait)
      }
    }
    self.isCritical = isCritical
  }
}
