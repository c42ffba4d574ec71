/// The rules on what is built.
extension AuditedSchedule {
  var selectionViolations: [AuditViolation] {
    unknown + notPlannable + excluded + belowMinimumScore + decidedButMissing + inProgressElsewhere
      + unmetDemands + alternativeCounts
  }

  /// Everything that the schedule names and the roadmap has, in the order of the roadmap.
  private var named: [AuditGround.Activity] {
    ground.activities.filter { schedule.starts[$0.id] != nil }
  }

  private var unknown: [AuditViolation] {
    schedule.starts.keys.filter { ground.roadmap.position(of: $0) == nil }.sorted().map { id in
      AuditViolation(
        .unknownCapability, "'\(id)' is built, but there is no such capability", subjects: [id.text])
    }
  }

  private var notPlannable: [AuditViolation] {
    named.filter { !$0.isPlannable }.map { activity in
      let state = activity.state == .live ? "live today" : "not applicable"
      return AuditViolation(
        .notPlannable, "'\(activity.id)' is built, but it is \(state)", subjects: [activity.id.text])
    }
  }

  private var excluded: [AuditViolation] {
    named.filter(\.decision.isExcluded).map { activity in
      AuditViolation(
        .excluded, "'\(activity.id)' is built, but it is excluded", subjects: [activity.id.text])
    }
  }

  private var belowMinimumScore: [AuditViolation] {
    named.flatMap { activity in
      ground.roadmap.alternatives.filter { alternative in
        alternative.members.contains(activity.id) && !alternative.allows(activity.id)
      }.map { alternative in
        AuditViolation(
          .minimumScore,
          "'\(activity.id)' is built, but its score is below the minimum of '\(alternative.id)'",
          subjects: [activity.id.text, alternative.id.text])
      }
    }
  }

  private var decidedButMissing: [AuditViolation] {
    ground.activities.filter { activity in
      let decision = activity.decision
      let isDecided = decision.isForced || decision.pinnedStart != nil || decision.liveBy != nil
      return isDecided && activity.state != .live && schedule.starts[activity.id] == nil
    }.map { activity in
      AuditViolation(
        .decided, "'\(activity.id)' is not built, but it is decided that it is", subjects: [activity.id.text])
    }
  }

  private var inProgressElsewhere: [AuditViolation] {
    ground.activities.filter { $0.isInProgress && schedule.starts[$0.id] != Period(0) }.map { activity in
      AuditViolation(
        .inProgress, "'\(activity.id)' is in progress, but its work does not start in period 0",
        subjects: [activity.id.text])
    }
  }

  private var unmetDemands: [AuditViolation] {
    let stages = ground.roadmap.maturity.stages
    let target = ground.roadmap.maturity.rank(of: ground.roadmap.target.stage) ?? stages.count - 1
    return zip(stages, ground.demands).prefix(target + 1).flatMap { stage, demands in
      demands.filter { $0.periodMet(liveSince) == nil }.map { demand in
        AuditViolation(
          .stageDemand, "'\(stage.id)' demands \(demand.words), which is never met",
          subjects: [stage.id.text] + demand.requirement.members.map(\.text))
      }
    }
  }

  private var alternativeCounts: [AuditViolation] {
    ground.roadmap.alternatives.compactMap { alternative in
      let members = alternative.members.compactMap { ground.roadmap.position(of: $0) }
      let live = members.filter { liveSince[$0] != nil }.map { ground.activities[$0].id }
      let subjects = [alternative.id.text] + live.map(\.text)
      if live.count > 1 {
        let names = live.map { "'\($0)'" }.joined(separator: ", ")
        return AuditViolation(
          .alternative, "'\(alternative.id)' allows one, but \(names) are live at the end", subjects: subjects
        )
      }
      let isApplicable = members.contains { ground.activities[$0].state != .notApplicable }
      guard live.isEmpty, alternative.choice == .one, isApplicable else { return nil }
      return AuditViolation(
        .alternative, "no member of '\(alternative.id)' is live at the end", subjects: subjects)
    }
  }
}
