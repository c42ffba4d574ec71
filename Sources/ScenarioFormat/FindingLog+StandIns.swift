import RoadmapModel

/// What cannot be concluded as long as a part of the scenario could not be read.
extension FindingLog {
  /// Whether a finding of the model may come from a value that only stands in for an unreadable one.
  func restsOnStandIn(_ finding: Finding) -> Bool {
    if isBroken(around: finding.path) { return true }
    let path = finding.path
    switch RoadmapRule(rawValue: finding.id) {
    case .unknownCapability: return isIncomplete(["capabilities"])
    case .unknownStage: return isIncomplete(["stages"])
    case .unknownElement: return isIncomplete(["elements"])
    case .unknownTeam: return isIncomplete(["teams"])
    case .unknownSource: return isIncomplete(["sources"])
    case .unknownOverlapGroup: return isIncomplete(["overlapGroups"])
    case .unknownProofPoint where path.count > 2: return isIncomplete(["capabilities", path[2], "proof"])
    case .unknownCriterion where path.count > 1: return isIncomplete(["alternatives", path[1], "criteria"])
    case .dateOutsideCalendar: return isBroken(around: ["calendar"])
    case .liveWithoutPrerequisite: return isBroken(around: ["company"])
    default: return false
    }
  }
}
