import RoadmapModel

extension Vocabulary {
  static let english = Vocabulary(
    opening: Opening(
      today: { stage, live, open in
        "\(stage.map { "Today the company is at \($0)" } ?? "Today the company has not reached the first stage"). "
          + "Capabilities live: \(live); still to be built: \(open)."
      },
      calendar: { "The calendar runs from \($0) through \($1)." }),
    sections: Sections(
      stages: "Stages", value: "What it is worth", money: "Money by quarter", budget: "Use of the budget",
      teams: "Load of the teams", afterwards: "At the end of the calendar",
      notPlanned: "Not in this plan",
      origin: "How this was found"),
    columns: Columns(
      stage: "Stage", reachedOn: "Reached on", capability: "Capability", starts: "Starts", live: "Live",
      cost: "One-off cost", worth: "Worth", reason: "Reason", quarter: "Quarter", oneOff: "One-off",
      running: "Running", impact: "Impact", net: "Net", from: "From", through: "Through",
      available: "Available", spent: "Spent", team: "Team", utilisation: "Utilisation",
      mostGain: "More people add at most"),
    worth: Worth(
      netPresentValue: "Net present value", impact: "Present value of the additional profit (impact)",
      scores: "Worth of the scores of alternatives (a judgement, no profit)",
      cost: "Present value of the cost", firstYearCost: "First-year cost of ownership, not discounted",
      ofCapabilities:
        "A capability is worth what the plan would lose without it and without everything that needs it. Where the plan would gain, that is its net cost.",
      mostGains:
        "However many more people a team had, no plan would be worth more than this beyond the present one: the proof says so. `gait explain` plans what one more person does add, quarter by quarter."
    ),
    target: Target(
      reached: { "Target: \($0), reached on \($1)." },
      reachedToday: { "Target: \($0), which the company has reached already." },
      already: "reached already",
      missed: { "Target: \($0), which this plan does not reach." },
      deadline: { "It was asked for by \($0)." },
      late:
        "It is reached only at the end because the way there costs more than it brings within the calendar. Set target.by to reach it earlier, at the least loss.",
      extent: { "Capabilities built: \($0); left out: \($1)." }),
    quarter: Quarter(
      moneyOut: { "Money out: \($0) one-off and \($1) running." },
      impact: { "Additional profit: \($0)." },
      goesLive: { "Goes live: \($0)." },
      nothingStarts: "Nothing starts."),
    proof: Proof(
      best: "This plan is proved best: no other can be better.",
      value: { worth, limit, more, share in
        "This plan is worth \(worth). No plan can be worth more than \(limit), which is \(more) more"
          + (share.map { " (\($0) of that limit)." } ?? ".")
      },
      time: { "No plan can reach the target before \($0)." },
      cost: { cost, limit, less, share in
        "This plan costs \(cost) in the first year. No plan can cost less than \(limit), which is \(less) less"
          + (share.map { " (\($0) of its cost)." } ?? ".")
      },
      method: { method in
        switch method {
        case .criticalPath: "Proved by the longest chain of prerequisites."
        case .refutation: "Proved by refuting every earlier date with prerequisites and people."
        case .completeSearch: "Proved by refuting every plan that is worth more."
        case .pricedCut: "Proved by prices for people, money and choices (a minimum cut for each trial)."
        case .cheapestSelection: "Proved by the cheapest capabilities that meet every demand."
        }
      },
      rule: { rule in
        switch rule {
        case "team capacity": "team capacity"
        case "work in progress": "work in progress"
        case "budget": "budget"
        case "alternatives": "alternatives"
        case "choices among prerequisites": "choices among prerequisites"
        case "triggers": "triggers"
        case "work may be split over several starts": "that work has one start"
        case "calendar": "calendar"
        case "what chosen members need in turn": "what chosen members need in turn"
        default: nil
        }
      },
      relaxed: { "The proof leaves out of account: \($0)." },
      simplified: "Effects that compound count by a linear limit in it.",
      cutShort: "The search was cut short; with more time it may find a better plan.",
      effort: { $0 },
      origin: { "Seed \($0), effort \($1), input \($2)." }),
    critical: "A delay delays the target.",
    wrote: "wrote",
    infeasibility: Infeasibility(
      proved: "There is no plan that keeps all rules", notFound: "No plan was found that keeps all rules"),
    assessment: .english)
}
