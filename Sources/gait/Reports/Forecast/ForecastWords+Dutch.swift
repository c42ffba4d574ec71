import RoadmapModel

extension ForecastWords {
  static let dutch = ForecastWords(
    answer: Answer(
      byDeadline: { "\($0) uiterlijk \($1): \($2) zeker." },
      byPlan: { "\($0) uiterlijk \($1), de dag van het plan: \($2) zeker." },
      never: { "\($0) wordt in geen van de toekomsten bereikt voordat de planning eindigt." },
      already: { "\($0) is al bereikt." },
      quantiles: { half, most in
        half.map {
          "De helft van de toekomsten bereikt het uiterlijk \($0), "
            + (most.map { "80% uiterlijk \($0)." } ?? "80% pas na de planning.")
        }
          ?? "Meer dan de helft van de toekomsten bereikt het pas na de planning."
      },
      notReached: { "In \($0) van de toekomsten wordt het niet bereikt voordat de planning eindigt." },
      together: { "Datum, kosten en waarde van het plan gaan in \($0) van de toekomsten samen op." },
      promise: { day, cost, value, sure in
        "Wie van alle drie \(sure) zeker wil zijn, belooft \(day), eenmalige kosten van hoogstens \(cost) en een netto contante waarde van minstens \(value)."
      }),
    money: Money(
      netPresentValue: "Netto contante waarde", impact: "Extra winst (opbrengst), contante waarde",
      cost: "Kosten, contante waarde", oneOffCost: "Eenmalige kosten, niet contant gemaakt",
      deepestCash: "Meeste geld tegelijk uit",
      loss: {
        "Het plan verliest geld in \($0) van de toekomsten; het slechtste tiende deel brengt gemiddeld \($1)."
      },
      payback: { half, most in
        half.map {
          "Alles wat is uitgegeven is in de helft van de toekomsten uiterlijk \($0) terug, "
            + (most.map { "in 80% uiterlijk \($0)." } ?? "in 80% pas na de planning.")
        }
          ?? "In meer dan de helft van de toekomsten is aan het einde van de planning nog niet alles terug."
      }),
    sections: Sections(
      stages: "Fasen", money: "Geld", advice: "Wat te doen", value: "Wat de waarde beweegt",
      date: "Wat de datum beweegt", waits: "Waar werk op wacht", critical: "Kritieke capabilities",
      risks: "Risico's", decisions: "Beslispunten", origin: "Hoe dit is gevonden"),
    columns: Columns(
      stage: "Fase", plan: "Plan", sureByPlan: "Zeker", halfBy: "50% op", fourInFiveBy: "80% op",
      nineInTenBy: "90% op", tenthBelow: "1 op 10 onder", halfBelow: "Helft onder",
      tenthAbove: "1 op 10 boven", input: "Invoer", whenLow: "Indien laag", whenHigh: "Indien hoog",
      share: "Aandeel", firstOrder: "Eerste orde", total: "Totaal", waitsFor: "Wacht op", weeks: "Weken",
      capability: "Capability", criticality: "Vertraagt in", success: "Slaagt", risk: "Risico",
      happens: "Gebeurt", npvChange: "Verandert de waarde met", delay: "Weken later",
      decision: "Beslispunt", decided: "Beslist", improved: "Pilot overtuigt", later: "later"),
    unreached: { "Toekomsten die het niet bereiken tellen als \($0)." },
    tooFewReach: { "Te weinig toekomsten bereiken \($0) om dat te zeggen." },
    advice: Advice(
      keepDate: { "Beloof \($0) uiterlijk \($1): dat is \($2) zeker." },
      laterDate: { stage, day, planned, chance in
        "Beloof \(stage) uiterlijk \(day), dat is 80% zeker, en niet uiterlijk \(planned), dat is \(chance) zeker."
      },
      noDate: { "Beloof geen datum voor \($0): geen dag van de planning is 80% zeker." },
      critical: {
        "Let het eerst op \($0): in \($1) van de toekomsten vertraagt uitstel ervan alleen al het doel."
      },
      team: { "Geef \($0) meer mensen of minder werk: \($1) van al het wachten is daarop." },
      budget: { "Geef geld waar mogelijk eerder vrij: \($0) van al het wachten is op het budget." },
      learn: {
        "Zoek dit uit voordat er geld in gaat: \($0). Valt het laag uit, dan is het plan gemiddeld \($1) waard; valt het hoog uit, \($2)."
      },
      learnSuccess: {
        "Probeer dit in het klein voordat er geld in gaat: \($0). Mislukt het, dan is het plan gemiddeld \($1) waard; slaagt het, \($2)."
      },
      risk: {
        "Beperk dit risico als dat minder kost dan het doet: \($0). Het verandert de waarde met \($1)."
      },
      loss: {
        "Plan minder, of voor langer, voordat er geld uitgaat: het plan verliest geld in \($0) van de toekomsten."
      }),
    wait: { kind in
      switch kind {
      case .nothing: "niets"
      case .inProgress: "eerder begonnen werk"
      case .pin: "een vastgezette dag"
      case .notBefore: "een dag waarvoor het niet mag beginnen"
      case .prerequisite: "voorwaarden"
      case .stageGate: "de fasen eronder"
      case .trigger: "triggers"
      case .team: "mensen"
      case .budget: "geld"
      case .workInProgress: "de grens aan onderhanden werk"
      case .freeze: "bevriezingen"
      case .lowerValue: "het plan, dat het uitstelt"
      }
    },
    policy: { policy in
      switch policy {
      case .priorityList: "werk begint zodra het kan, in de volgorde van het plan"
      case .fixedDates: "werk begint nooit voor de geplande dag"
      case .replan: "een nieuw plan aan het einde van elk kwartaal"
      }
    },
    sampling: { $0 == .sobol ? "gelijkmatig verdeeld (Sobol)" : "willekeurig" },
    end: { end in
      switch end {
      case .trials: ""
      case .precision: " tot ze nauwkeurig genoeg waren"
      case .interrupted: " tot ze werden afgebroken"
      }
    },
    origin: { "\($0) toekomsten, \($1) getrokken, \($2). Startwaarde \($3)." },
    errors: {
      "Standaardfouten: \($0) procentpunt voor de kans op het doel, \($1) voor de gemiddelde waarde."
    },
    confidence: Confidence(
      value: { "Met \($0) zekerheid is dit plan minstens \($1) waard." },
      time: { share, day in
        day.map { "Met \(share) zekerheid bereikt dit plan het doel uiterlijk \($0)." }
          ?? "Met \(share) zekerheid bereikt dit plan het doel niet binnen de planning."
      },
      cost: { "Met \($0) zekerheid kost dit plan eenmalig hoogstens \($1)." },
      same: "Het is ook het beste plan voor verwachte waarden.",
      other: { "Het plan voor verwachte waarden haalt \($0)." },
      error: { "De standaardfout van het verschil is \($0)." },
      leavesOut: { "Het laat weg: \($0)." }, adds: { "Het bouwt ook: \($0)." },
      moves: { $0 == 1 ? "Eén capability heeft andere dagen." : "\($0) capabilities hebben andere dagen." },
      more: { "nog \($0)" },
      compared: { "Plannen vergeleken in dezelfde toekomsten: \($0)." }, later: "een dag na de planning"))
}
