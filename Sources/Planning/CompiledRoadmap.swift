internal import BusinessModel
package import RoadmapModel

/// A roadmap with its instance, and what each activity of the instance stands for: what reports need beside the numbers.
///
/// Activities are the capabilities that may be planned, in the order of the roadmap, and after them one milestone for each stage.
package struct CompiledRoadmap: Sendable {
  /// What an activity stands for.
  enum Subject: Hashable, Sendable {
    /// The capability at a position of the roadmap.
    case capability(position: Int)
    /// Reaching the stage of a rank.
    case milestone(rank: Int)
  }

  /// What the roadmap says.
  let roadmap: Roadmap
  /// The numbers.
  package let instance: Instance
  /// The planning estimates of each activity; milestones have none.
  package let work: [PlannedWork?]
  /// The capabilities that can never be planned, by position, and why.
  let unavailable: [Int: Unavailability]

  /// What an activity stands for.
  func subject(of activity: Int) -> Subject {
    if let position = instance.position(of: activity) { return .capability(position: position) }
    return .milestone(rank: activity - (instance.activityCount - roadmap.maturity.stages.count))
  }

  /// The capability of an activity; nil for a milestone.
  func capability(of activity: Int) -> Capability? {
    instance.position(of: activity).map { roadmap.capabilities[$0] }
  }

  /// The name of an activity for other programs.
  func id(of activity: Int) -> String {
    switch subject(of: activity) {
    case .capability(let position): roadmap.capabilities[position].id.text
    case .milestone(let rank): "stage:\(roadmap.maturity.stages[rank].id.text)"
    }
  }
}

/// Why a capability can never be planned.
enum Unavailability: Hashable, Sendable {
  /// Somebody decided so.
  case excluded
  /// Its scores are too low.
  case scoreTooLow(AlternativeID)
  /// Another member of its alternative is live.
  case alternativeIsLive(CapabilityID)
  /// It needs more people than a team ever has.
  case teamTooSmall(TeamID)
  /// Its prerequisites can never be met.
  case prerequisite([CapabilityID])
  /// It waits, over others, for itself.
  case circle
  /// It cannot go live before the calendar ends.
  case noTime
}
