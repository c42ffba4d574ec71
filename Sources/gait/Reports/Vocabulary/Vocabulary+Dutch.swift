import RoadmapModel

extension Vocabulary {
  static let dutch = Vocabulary(
    opening: Opening(
      today: { stage, live, open in
        "\(stage.map { "Vandaag staat het bedrijf op \($0)" } ?? "Vandaag heeft het bedrijf de eerste fase nog niet bereikt"). "
          + "Capabilities live: \(live); nog te bouwen: \(open)."
      },
      calendar: { "De planning loopt van \($0) tot en met \($1)." }),
    sections: Sections(
      stages: "Fasen", value: "Wat het waard is", money: "Geld per kwartaal",
      budget: "Gebruik van het budget",
      teams: "Belasting van de teams", afterwards: "Aan het einde van de planning",
      notPlanned: "Niet in dit plan",
      origin: "Hoe dit is gevonden"),
    columns: Columns(
      stage: "Fase", reachedOn: "Bereikt op", capability: "Capability", starts: "Start", live: "Live",
      cost: "Eenmalige kosten", worth: "Waarde", reason: "Reden", quarter: "Kwartaal", oneOff: "Eenmalig",
      running: "Lopend", impact: "Opbrengst", net: "Netto", from: "Van", through: "Tot en met",
      available: "Beschikbaar", spent: "Besteed", team: "Team", utilisation: "Benutting",
      mostGain: "Meer mensen brengen hoogstens"),
    worth: Worth(
      netPresentValue: "Netto contante waarde", impact: "Contante waarde van de extra winst (opbrengst)",
      scores: "Waarde van de scores van alternatieven (een oordeel, geen winst)",
      cost: "Contante waarde van de kosten", firstYearCost: "Kosten in het eerste jaar, niet contant gemaakt",
      ofCapabilities:
        "Een capability is waard wat het plan zou verliezen zonder die capability en zonder alles wat haar nodig heeft. Zou het plan erop vooruitgaan, dan zijn dat de nettokosten.",
      mostGains:
        "Hoeveel mensen een team er ook bij kreeg, geen plan zou meer dan dit boven het huidige waard zijn: dat zegt het bewijs. `gait explain` plant wat één persoon meer echt brengt, per kwartaal."
    ),
    target: Target(
      reached: { "Doel: \($0), bereikt op \($1)." },
      reachedToday: { "Doel: \($0), al bereikt." },
      already: "al bereikt",
      missed: { "Doel: \($0), dat dit plan niet bereikt." },
      deadline: { "Gevraagd was: uiterlijk \($0)." },
      late:
        "Het wordt pas aan het einde bereikt, omdat de weg erheen binnen de planning meer kost dan oplevert. Stel target.by in om het eerder te bereiken, tegen het kleinste verlies.",
      extent: { "Capabilities gebouwd: \($0); weggelaten: \($1)." }),
    quarter: Quarter(
      moneyOut: { "Uitgaven: \($0) eenmalig en \($1) lopend." },
      impact: { "Extra winst: \($0)." },
      goesLive: { "Gaat live: \($0)." },
      nothingStarts: "Er start niets."),
    proof: Proof(
      best: "Dit plan is bewezen het beste: geen ander kan beter zijn.",
      value: { worth, limit, more, share in
        "Dit plan is \(worth) waard. Geen plan kan meer waard zijn dan \(limit), dat is \(more) meer"
          + (share.map { " (\($0) van die grens)." } ?? ".")
      },
      time: { "Geen plan kan het doel eerder bereiken dan op \($0)." },
      cost: { cost, limit, less, share in
        "Dit plan kost \(cost) in het eerste jaar. Geen plan kan minder kosten dan \(limit), dat is \(less) minder"
          + (share.map { " (\($0) van de kosten)." } ?? ".")
      },
      method: { method in
        switch method {
        case .criticalPath: "Bewezen met de langste keten van voorwaarden."
        case .refutation: "Bewezen door elke eerdere datum te weerleggen met voorwaarden en mensen."
        case .completeSearch: "Bewezen door elk plan te weerleggen dat meer waard is."
        case .pricedCut: "Bewezen met prijzen voor mensen, geld en keuzes (een minimale snede per poging)."
        case .cheapestSelection: "Bewezen met de goedkoopste capabilities die aan alle eisen voldoen."
        }
      },
      rule: { rule in
        switch rule {
        case "team capacity": "de capaciteit van teams"
        case "work in progress": "de grens aan onderhanden werk"
        case "budget": "het budget"
        case "alternatives": "alternatieven"
        case "choices among prerequisites": "keuzen tussen voorwaarden"
        case "triggers": "triggers"
        case "work may be split over several starts": "dat werk één begin heeft"
        case "calendar": "de kalender"
        case "what chosen members need in turn": "wat gekozen onderdelen zelf nodig hebben"
        default: nil
        }
      },
      relaxed: { "Het bewijs laat buiten beschouwing: \($0)." },
      simplified: "Effecten die elkaar versterken tellen erin mee met een lineaire grens.",
      cutShort: "De zoektocht is afgebroken; met meer tijd is er misschien een beter plan.",
      effort: { effort in
        switch effort {
        case "quick": "snel"
        case "normal": "normaal"
        case "thorough": "grondig"
        default: effort
        }
      },
      origin: { "Startwaarde \($0), inspanning \($1), invoer \($2)." }),
    critical: "Uitstel hiervan stelt het doel uit.",
    wrote: "geschreven:",
    infeasibility: Infeasibility(
      proved: "Er is geen plan dat alle regels volgt",
      notFound: "Er is geen plan gevonden dat alle regels volgt"),
    assessment: .dutch)
}
