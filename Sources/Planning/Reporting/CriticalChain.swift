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
        stack += Self.lastDemands(of: activity, finder)
      } else if let wait = waits[activity] {
        stack += finder.blockers(of: activity, wait)
      }
    }
    self.isCritical = isCritical
  }

  private static func lastDemands(of milestone: Int, _ finder: WaitFinder) -> [Int] {
    finder.instance.requirementRanges[milestone].compactMap { index in
      finder.lastMember(of: finder.instance.requirements[index]).flatMap {
        $0.live == finder.starts[milestone] ? $0.activity : nil
      }
    }
  }
}
