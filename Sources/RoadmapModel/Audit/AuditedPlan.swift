/// A plan under audit, beside its schedule: what it says of itself.
struct AuditedPlan {
  let plan: Plan
  let schedule: AuditedSchedule

  /// The rules on figures that the plan breaks, in the order of the rules.
  var violations: [AuditViolation] {
    listedWrongly + wrongFinishPeriods + wrongEntryDates + wrongEntryCosts + wrongStages + wrongBudgetUse
      + wrongQuarters + wrongTeamUse + wrongWorth + wrongBound
  }

  var roadmap: Roadmap { schedule.ground.roadmap }

  /// The entries whose capability can be built and fits into the calendar, each with its activity; the others are reported elsewhere.
  private var entries: [(entry: Plan.PlannedCapability, activity: AuditGround.Activity)] {
    plan.capabilities.compactMap { entry in
      guard let position = roadmap.position(of: entry.id) else { return nil }
      let activity = schedule.ground.activities[position]
      guard activity.isPlannable, schedule.ground.fits(activity.work, from: entry.startPeriod.index) else {
        return nil
      }
      return (entry, activity)
    }
  }

  private var listedWrongly: [AuditViolation] {
    var listings: [CapabilityID: Int] = [:]
    for id in plan.capabilities.map(\.id) + plan.notPlanned.map(\.id) { listings[id, default: 0] += 1 }
    let plannable = schedule.ground.activities.filter(\.isPlannable).map(\.id)
    let wrong = plannable.filter { listings[$0] != 1 }
    // What is built and cannot be is reported as such; here the list of what is not built is left.
    let known = Set(plannable)
    let foreign = plan.notPlanned.map(\.id).filter { !known.contains($0) }
    return wrong.map { id in
      AuditViolation(
        .listedOnce, "'\(id)' is listed \(listings[id] ?? 0) times, not once", subjects: [id.text])
    }
      + foreign.map { id in
        AuditViolation(
          .listedOnce, "'\(id)' is listed as not planned, but could not be", subjects: [id.text])
      }
  }

  private var wrongFinishPeriods: [AuditViolation] {
    entries.compactMap { entry, activity in
      let finish = entry.startPeriod.index + activity.work.duration
      guard entry.finishPeriod.index != finish else { return nil }
      return AuditViolation(
        .finishPeriod, "'\(entry.id)' is finished in period \(finish), not in the one that is stated",
        subjects: [entry.id.text])
    }
  }

  private var wrongEntryDates: [AuditViolation] {
    entries.compactMap { entry, activity in
      let start = schedule.date(of: entry.startPeriod.index)
      let finish = schedule.date(of: entry.startPeriod.index + activity.work.duration)
      guard entry.start != start || entry.finish != finish else { return nil }
      return AuditViolation(
        .entryDates, "'\(entry.id)' runs from \(start) to \(finish), not as it is stated",
        subjects: [entry.id.text])
    }
  }

  private var wrongEntryCosts: [AuditViolation] {
    entries.filter { $0.entry.cost != $0.activity.work.cost }.map { entry, activity in
      AuditViolation(
        .entryCost, "'\(entry.id)' costs \(activity.work.cost.units) once, not \(entry.cost.units)",
        subjects: [entry.id.text])
    }
  }

  private var wrongStages: [AuditViolation] {
    let expected = zip(roadmap.maturity.stages, schedule.reached).compactMap { stage, period in
      period.map {
        Plan.ReachedStage(stage: stage.id, reachedOn: schedule.date(of: $0), period: Period($0))
      }
    }
    let stated = Dictionary(grouping: plan.stages, by: \.stage)
    let wrong = expected.filter { stated[$0.stage] != [$0] }.map { stage in
      AuditViolation(
        .stageDates, "'\(stage.stage)' is reached on \(stage.reachedOn), in period \(stage.period.index)",
        subjects: [stage.stage.text])
    }
    let real = Set(expected.map(\.stage))
    let unreal = plan.stages.filter { !real.contains($0.stage) }.map { stage in
      AuditViolation(.stageDates, "'\(stage.stage)' is not reached", subjects: [stage.stage.text])
    }
    guard wrong.isEmpty, unreal.isEmpty, plan.stages != expected else { return wrong + unreal }
    return [AuditViolation(.stageDates, "the stages are not listed from the lowest", subjects: [])]
  }
}
