import RoadmapModel

extension Vocabulary {
  static let swedish = Vocabulary(
    sections: Sections(
      stages: "Steg", value: "Vad den är värd", money: "Pengar per kvartal", budget: "Användning av budgeten",
      teams: "Teamens beläggning", notPlanned: "Inte i den här planen"),
    columns: Columns(
      stage: "Steg", reachedOn: "Nås", capability: "Förmåga", starts: "Startar", live: "I drift",
      cost: "Engångskostnad", worth: "Värde", reason: "Skäl", quarter: "Kvartal", oneOff: "Engångs",
      running: "Löpande", impact: "Nytta", net: "Netto", from: "Från", through: "Till och med",
      available: "Tillgängligt", spent: "Använt", team: "Team", utilisation: "Beläggning"),
    worth: Worth(
      netPresentValue: "Nettonuvärde", impact: "Ytterligare vinst (nytta)", cost: "Kostnad",
      firstYearCost: "Ägandekostnad första året, inte diskonterad", presentValue: "Nuvärde"),
    target: Target(
      reached: { "Mål: \($0), nås \($1)." },
      reachedToday: { "Mål: \($0), som företaget redan har nått." },
      missed: { "Mål: \($0), som planen inte når." },
      deadline: { "Det skulle nås senast \($0)." },
      extent: { "\($0) förmågor byggs; \($1) till hade kunnat byggas men byggs inte." }),
    quarter: Quarter(
      moneyOut: { "Utgifter: \($0) engångs och \($1) löpande." },
      impact: { "Ytterligare vinst: \($0)." },
      goesLive: { "Tas i drift: \($0)." },
      nothingStarts: "Inget startar."),
    proof: Proof(
      best: "Planen är bevisat bäst: ingen annan kan vara bättre.",
      value: { "Ingen plan kan vara värd mer än \($0): högst \($1) bättre än den här." },
      time: { "Ingen plan kan nå målet före \($0)." },
      cost: { "Ingen plan kan kosta mindre än \($0): högst \($1) under den här." },
      method: { method in
        switch method {
        case .criticalPath: "Bevisat med den längsta kedjan av förutsättningar."
        case .minimumCut: "Bevisat med den bästa slutna mängden av driftstarter (ett minsta snitt)."
        case .cheapestSelection: "Bevisat med de billigaste förmågorna som uppfyller alla krav."
        }
      },
      relaxed: { "Beviset bortser från: \($0)." },
      origin: { "Frö \($0), ansträngning \($1), indata \($2)." }),
    critical: "En försening försenar målet.",
    assessment: .swedish)
}
