import RoadmapModel

extension ForecastWords {
  static let english = ForecastWords(
    answer: Answer(
      byDeadline: { "\($0) by \($1): \($2) sure." },
      byPlan: { "\($0) by \($1), the day of the plan: \($2) sure." },
      never: { "\($0) is reached in none of the futures before the calendar ends." },
      already: { "\($0) is reached already." },
      quantiles: { half, most in
        half.map {
          "Half of the futures reach it by \($0), "
            + (most.map { "80% by \($0)." } ?? "80% only after the calendar ends.")
        }
          ?? "More than half of the futures reach it only after the calendar ends."
      },
      notReached: { "In \($0) of the futures it is not reached before the calendar ends." },
      together: { "The date, the cost and the value of the plan hold together in \($0) of the futures." },
      promise: { day, cost, value, sure in
        "To be \(sure) sure of all three, promise \(day), one-off costs of at most \(cost) and a net present value of at least \(value)."
      }),
    money: Money(
      netPresentValue: "Net present value", impact: "Additional profit (impact), present value",
      cost: "Cost, present value", oneOffCost: "One-off cost, not discounted",
      deepestCash: "Most money out at once",
      loss: { "The plan loses money in \($0) of the futures; the worst tenth brings \($1) on average." },
      payback: { half, most in
        half.map {
          "Everything spent has come back by \($0) in half of the futures, "
            + (most.map { "by \($0) in 80%." } ?? "in 80% only after the calendar ends.")
        }
          ?? "In more than half of the futures not everything spent has come back when the calendar ends."
      }),
    sections: Sections(
      stages: "Stages", money: "Money", advice: "What to do", value: "What moves the value",
      date: "What moves the date", waits: "What work waits for", critical: "Critical capabilities",
      risks: "Risks", decisions: "Decision points", origin: "How this was found"),
    columns: Columns(
      stage: "Stage", plan: "Plan", sureByPlan: "Sure", halfBy: "50% by", fourInFiveBy: "80% by",
      nineInTenBy: "90% by", tenthBelow: "1 in 10 below", halfBelow: "Half below",
      tenthAbove: "1 in 10 above", input: "Input", whenLow: "When low", whenHigh: "When high",
      share: "Share", firstOrder: "First order", total: "Total", waitsFor: "Waits for", weeks: "Weeks",
      capability: "Capability", criticality: "Delays in", success: "Succeeds", risk: "Risk",
      happens: "Happens", npvChange: "Changes the value by", delay: "Weeks later",
      decision: "Decision point", decided: "Decided", improved: "Pilot convinces", later: "later"),
    unreached: { "Futures that do not reach it count as \($0)." },
    tooFewReach: { "Too few futures reach \($0) to tell." },
    advice: Advice(
      keepDate: { "Promise \($0) by \($1): it is \($2) sure." },
      laterDate: { stage, day, planned, chance in
        "Promise \(stage) by \(day), which is 80% sure, and not by \(planned), which is \(chance) sure."
      },
      noDate: { "Promise no date for \($0): no day of the calendar is 80% sure." },
      critical: { "Look after \($0) first: in \($1) of the futures its delay alone delays the target." },
      team: { "Give \($0) more people or less work: \($1) of all waiting is for it." },
      budget: { "Release money earlier where you can: \($0) of all waiting is for the budget." },
      learn: {
        "Find out more about this before you spend on it: \($0). If it turns out low, the plan is worth \($1) on average; if high, \($2)."
      },
      learnSuccess: {
        "Try this on a small scale before you spend on it: \($0). If it fails, the plan is worth \($1) on average; if it succeeds, \($2)."
      },
      risk: { "Mitigate this risk if that costs less than it does: \($0). It changes the value by \($1)." },
      loss: {
        "Plan for less, or for longer, before money is spent: the plan loses money in \($0) of the futures."
      }),
    wait: { kind in
      switch kind {
      case .nothing: "nothing"
      case .inProgress: "work begun before"
      case .pin: "a pinned day"
      case .notBefore: "a day before which it must not start"
      case .prerequisite: "prerequisites"
      case .stageGate: "the stages below"
      case .trigger: "triggers"
      case .team: "people"
      case .budget: "money"
      case .workInProgress: "the limit on work in progress"
      case .freeze: "freezes"
      case .lowerValue: "the plan, which puts it off"
      }
    },
    policy: { policy in
      switch policy {
      case .priorityList: "work starts as soon as it can, in the order of the plan"
      case .fixedDates: "work never starts before its planned day"
      case .replan: "a new plan at every quarter's end"
      }
    },
    sampling: { $0 == .sobol ? "evenly spread (Sobol)" : "at random" },
    end: { end in
      switch end {
      case .trials: ""
      case .precision: " until they were precise enough"
      case .interrupted: " until they were interrupted"
      }
    },
    origin: { "\($0) futures drawn \($1), \($2). Seed \($3)." },
    errors: {
      "Standard errors: \($0) percentage points for the chance of the target, \($1) for the mean value."
    },
    confidence: Confidence(
      value: { "With \($0) confidence this plan is worth at least \($1)." },
      time: { share, day in
        day.map { "With \(share) confidence this plan reaches the target by \($0)." }
          ?? "With \(share) confidence this plan does not reach the target within the calendar."
      },
      cost: { "With \($0) confidence this plan costs at most \($1), one-off." },
      same: "It is also the best plan for expected values.",
      other: { "The plan for expected values reaches \($0)." },
      error: { "The standard error of the difference is \($0)." },
      leavesOut: { "It leaves out: \($0)." }, adds: { "It also builds: \($0)." },
      moves: { $0 == 1 ? "One capability has other days." : "\($0) capabilities have other days." },
      more: { "\($0) more" },
      compared: { "Plans compared in the same futures: \($0)." }, later: "a day after the calendar"))
}
