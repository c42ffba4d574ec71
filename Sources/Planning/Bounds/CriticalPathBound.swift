internal import RoadmapModel

/// The earliest period in which the target stage can be reached if people and money were no limit.
///
/// It is the longest chain of prerequisites with lags, releases and freezes, where a choice is met by the members that can be live first
/// (Kelley 1961; for choices, Knuth 1977). The compiler of the instance has computed it already.
struct CriticalPathBound {
  let instance: Instance

  /// The bound.
  func bound() -> Bound {
    var relaxed = ["team capacity", "work in progress", "budget", "alternatives", "triggers"]
    relaxed.removeAll { rule in
      switch rule {
      case "work in progress": instance.resources.workInProgress == nil
      case "budget": !instance.budget.isLimited
      case "alternatives": instance.groups.isEmpty
      case "triggers": instance.triggers.allSatisfy { $0 == nil }
      default: instance.resources.needs.allSatisfy(\.isEmpty)
      }
    }
    return Bound(
      limit: Double(instance.earliest[instance.targetMilestone]), method: .criticalPath, relaxed: relaxed)
  }
}
