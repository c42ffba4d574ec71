import RoadmapModel

extension Vocabulary {
  static let english = Vocabulary(
    sections: Sections(
      stages: "Stages", value: "What it is worth", money: "Money by quarter", budget: "Use of the budget",
      teams: "Load of the teams", notPlanned: "Not in this plan"),
    columns: Columns(
      stage: "Stage", reachedOn: "Reached on", capability: "Capability", starts: "Starts", live: "Live",
      cost: "One-off cost", worth: "Worth", reason: "Reason", quarter: "Quarter", oneOff: "One-off",
      running: "Running", impact: "Impact", net: "Net", from: "From", through: "Through",
      available: "Available", spent: "Spent", team: "Team", utilisation: "Utilisation"),
    worth: Worth(
      netPresentValue: "Net present value", impact: "Additional profit (impact)", cost: "Cost",
      firstYearCost: "First-year cost of ownership, not discounted", presentValue: "Present value"),
    target: Target(
      reached: { "Target: \($0), reached on \($1)." },
      reachedToday: { "Target: \($0), which the company has reached already." },
      missed: { "Target: \($0), which this plan does not reach." },
      deadline: { "It was asked for by \($0)." },
      extent: { "\($0) capabilities are built; \($1) could have been and are not." }),
    quarter: Quarter(
      moneyOut: { "Money out: \($0) one-off and \($1) running." },
      impact: { "Additional profit: \($0)." },
      goesLive: { "Goes live: \($0)." },
      nothingStarts: "Nothing starts."),
    proof: Proof(
      best: "This plan is proved best: no other can be better.",
      value: { "No plan can be worth more than \($0): at most \($1) better than this one." },
      time: { "No plan can reach the target before \($0)." },
      cost: { "No plan can cost less than \($0): at most \($1) below this one." },
      method: { method in
        switch method {
        case .criticalPath: "Proved by the longest chain of prerequisites."
        case .minimumCut: "Proved by the best closed set of go-lives (a minimum cut)."
        case .cheapestSelection: "Proved by the cheapest capabilities that meet every demand."
        }
      },
      relaxed: { "The proof leaves out of account: \($0)." },
      origin: { "Seed \($0), effort \($1), input \($2)." }),
    critical: "A delay delays the target.",
    assessment: .english)
}
