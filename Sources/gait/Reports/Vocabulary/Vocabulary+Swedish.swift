import RoadmapModel

extension Vocabulary {
  static let swedish = Vocabulary(
    opening: Opening(
      today: { stage, live, open in
        "\(stage.map { "I dag är företaget på \($0)" } ?? "I dag har företaget inte nått det första steget"). "
          + "Förmågor i drift: \(live); kvar att bygga: \(open)."
      },
      calendar: { "Planeringen löper från \($0) till och med \($1)." }),
    sections: Sections(
      stages: "Steg", value: "Vad den är värd", money: "Pengar per kvartal", budget: "Användning av budgeten",
      teams: "Teamens beläggning", afterwards: "Vid kalenderns slut",
      notPlanned: "Inte i den här planen",
      origin: "Hur det togs fram"),
    columns: Columns(
      stage: "Steg", reachedOn: "Nås", capability: "Förmåga", starts: "Startar", live: "I drift",
      cost: "Engångskostnad", worth: "Värde", reason: "Skäl", quarter: "Kvartal", oneOff: "Engångs",
      running: "Löpande", impact: "Nytta", net: "Netto", from: "Från", through: "Till och med",
      available: "Tillgängligt", spent: "Använt", team: "Team", utilisation: "Beläggning",
      mostGain: "Fler personer ger högst"),
    worth: Worth(
      netPresentValue: "Nettonuvärde", impact: "Nuvärde av den ytterligare vinsten (nytta)",
      scores: "Värdet av alternativens poäng (en bedömning, ingen vinst)",
      cost: "Nuvärde av kostnaden", firstYearCost: "Ägandekostnad första året, inte diskonterad",
      ofCapabilities:
        "En förmåga är värd vad planen skulle förlora utan den och utan allt som behöver den. Där planen skulle vinna på det är det en nettokostnad.",
      mostGains:
        "Hur många fler personer ett team än hade skulle ingen plan vara värd mer än så utöver den nuvarande: det säger beviset. `gait explain` planerar vad en person till faktiskt ger, kvartal för kvartal."
    ),
    target: Target(
      reached: { "Mål: \($0), nås \($1)." },
      reachedToday: { "Mål: \($0), som företaget redan har nått." },
      already: "redan nått",
      missed: { "Mål: \($0), som planen inte når." },
      deadline: { "Det skulle nås senast \($0)." },
      late:
        "Det nås först vid slutet, eftersom vägen dit kostar mer än den ger inom kalendern. Ange target.by för att nå det tidigare, till minsta möjliga förlust.",
      extent: { "Förmågor som byggs: \($0); utelämnade: \($1)." }),
    quarter: Quarter(
      moneyOut: { "Utgifter: \($0) engångs och \($1) löpande." },
      impact: { "Ytterligare vinst: \($0)." },
      goesLive: { "Tas i drift: \($0)." },
      nothingStarts: "Inget startar."),
    proof: Proof(
      best: "Planen är bevisat bäst: ingen annan kan vara bättre.",
      value: { worth, limit, more, share in
        "Planen är värd \(worth). Ingen plan kan vara värd mer än \(limit), vilket är \(more) mer"
          + (share.map { " (\($0) av den gränsen)." } ?? ".")
      },
      time: { "Ingen plan kan nå målet före \($0)." },
      cost: { cost, limit, less, share in
        "Planen kostar \(cost) det första året. Ingen plan kan kosta mindre än \(limit), vilket är \(less) mindre"
          + (share.map { " (\($0) av kostnaden)." } ?? ".")
      },
      method: { method in
        switch method {
        case .criticalPath: "Bevisat med den längsta kedjan av förutsättningar."
        case .refutation:
          "Bevisat genom att varje tidigare datum har motbevisats med förutsättningar och människor."
        case .completeSearch: "Bevisat genom att varje plan som är värd mer har motbevisats."
        case .pricedCut: "Bevisat med priser på människor, pengar och val (ett minsta snitt per försök)."
        case .cheapestSelection: "Bevisat med de billigaste förmågorna som uppfyller alla krav."
        }
      },
      rule: { rule in
        switch rule {
        case "team capacity": "teamens kapacitet"
        case "work in progress": "gränsen för pågående arbete"
        case "budget": "budgeten"
        case "alternatives": "alternativ"
        case "choices among prerequisites": "val mellan förutsättningar"
        case "triggers": "utlösare"
        case "work may be split over several starts": "att ett arbete har en enda start"
        case "calendar": "kalendern"
        case "what chosen members need in turn": "vad valda delar i sin tur behöver"
        default: nil
        }
      },
      relaxed: { "Beviset bortser från: \($0)." },
      simplified: "Effekter som förstärker varandra räknas i det med en linjär gräns.",
      cutShort: "Sökningen avbröts; med mer tid kan det finnas en bättre plan.",
      effort: { effort in
        switch effort {
        case "quick": "snabb"
        case "normal": "normal"
        case "thorough": "grundlig"
        default: effort
        }
      },
      origin: { "Frö \($0), ansträngning \($1), indata \($2)." }),
    critical: "En försening försenar målet.",
    wrote: "skrev",
    infeasibility: Infeasibility(
      proved: "Det finns ingen plan som följer alla regler",
      notFound: "Ingen plan hittades som följer alla regler"),
    assessment: .swedish)
}
