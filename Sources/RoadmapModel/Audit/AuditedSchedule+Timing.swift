/// The rules on when something is built.
extension AuditedSchedule {
  var timingViolations: [AuditViolation] {
    outsideCalendar + unmetPrerequisites + circularWaits + closedStageGates + unreachedTriggers + movedPins
      + tooEarly
      + tooLate + missedDeadline + frozenGoLives
  }

  private var outsideCalendar: [AuditViolation] {
    ground.activities.filter { activity in
      guard activity.isPlannable, let start = schedule.starts[activity.id] else { return false }
      return !ground.fits(activity.work, from: start.index)
    }.map { activity in
      AuditViolation(
        .outsideCalendar,
        "the \(activity.work.duration) weeks of '\(activity.id)' do not lie within the calendar",
        subjects: [activity.id.text])
    }
  }

  private var unmetPrerequisites: [AuditViolation] {
    built.filter { !$0.activity.isInProgress }.flatMap { activity, start, _ in
      activity.needs.filter { !$0.isMet(at: start, liveSince) }.map { need in
        let lag = need.lag > 0 ? " for \(need.lag) weeks" : ""
        return AuditViolation(
          .prerequisite, "'\(activity.id)' starts in period \(start) before \(need.words) is live\(lag)",
          subjects: [activity.id.text] + need.requirement.members.map(\.text))
      }
    }
  }

  private var closedStageGates: [AuditViolation] {
    guard ground.roadmap.policy.stageGates == .strict else { return [] }
    return built.compactMap { activity, start, _ in
      guard !activity.isInProgress, activity.stageRank > 0 else { return nil }
      let below = activity.stageRank - 1
      if let open = reached[below], open <= start { return nil }
      let stage = ground.roadmap.maturity.stages[below].id
      return AuditViolation(
        .stageGate, "'\(activity.id)' starts in period \(start) before '\(stage)' is reached",
        subjects: [activity.id.text, stage.text])
    }
  }

  private var unreachedTriggers: [AuditViolation] {
    built.compactMap { activity, start, _ in
      guard let trigger = activity.capability.trigger, !activity.isInProgress else { return nil }
      guard let path else {
        return AuditViolation(
          .triggerWithoutPath, "'\(activity.id)' has a trigger, but the simulated path is not known",
          subjects: [activity.id.text])
      }
      if let reached = path.firstPeriod(reaching: trigger), reached.index <= start { return nil }
      return AuditViolation(
        .trigger, "'\(activity.id)' starts in period \(start) before its trigger is reached",
        subjects: [activity.id.text])
    }
  }

  private var movedPins: [AuditViolation] {
    built.compactMap { activity, start, _ in
      guard let day = activity.decision.pinnedStart else { return nil }
      let pinned = ground.roadmap.calendar.period(containing: day)
      guard pinned.index != start else { return nil }
      return AuditViolation(
        .pin, "'\(activity.id)' is pinned to period \(pinned.index), but starts in period \(start)",
        subjects: [activity.id.text])
    }
  }

  private var tooEarly: [AuditViolation] {
    built.compactMap { activity, start, _ in
      guard let day = activity.decision.notBefore, date(of: start) < day else { return nil }
      return AuditViolation(
        .notBefore, "'\(activity.id)' starts on \(date(of: start)), before \(day)",
        subjects: [activity.id.text])
    }
  }

  private var tooLate: [AuditViolation] {
    built.compactMap { activity, _, finish in
      guard let day = activity.decision.liveBy, date(of: finish) > day else { return nil }
      return AuditViolation(
        .liveBy, "'\(activity.id)' goes live on \(date(of: finish)), after \(day)",
        subjects: [activity.id.text])
    }
  }

  private var missedDeadline: [AuditViolation] {
    let target = ground.roadmap.target
    guard let by = target.by, let rank = ground.roadmap.maturity.rank(of: target.stage),
      let period = reached[rank], date(of: period) > by
    else { return [] }
    return [
      AuditViolation(
        .deadline, "'\(target.stage)' is reached on \(date(of: period)), after \(by)",
        subjects: [target.stage.text])
    ]
  }

  private var frozenGoLives: [AuditViolation] {
    built.filter { ground.frozen[$0.finish] }.map { activity, _, finish in
      AuditViolation(
        .freeze, "'\(activity.id)' goes live on \(date(of: finish)), in a freeze window",
        subjects: [activity.id.text])
    }
  }
}
