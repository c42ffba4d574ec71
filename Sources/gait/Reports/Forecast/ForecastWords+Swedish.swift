import RoadmapModel

extension ForecastWords {
  static let swedish = ForecastWords(
    answer: Answer(
      byDeadline: { "\($0) senast \($1): \($2) säkert." },
      byPlan: { "\($0) senast \($1), planens dag: \($2) säkert." },
      never: { "\($0) nås inte i någon av framtiderna innan kalendern tar slut." },
      already: { "\($0) är redan nått." },
      quantiles: { half, most in
        half.map {
          "Hälften av framtiderna når det senast \($0), "
            + (most.map { "80 % senast \($0)." } ?? "80 % först efter kalendern.")
        }
          ?? "Mer än hälften av framtiderna når det först efter kalendern."
      },
      notReached: { "I \($0) av framtiderna nås det inte innan kalendern tar slut." },
      together: { "Planens datum, kostnad och värde håller tillsammans i \($0) av framtiderna." },
      promise: { day, cost, value, sure in
        "Den som vill vara \(sure) säker på alla tre lovar \(day), engångskostnader på högst \(cost) och ett nettonuvärde på minst \(value)."
      }),
    money: Money(
      netPresentValue: "Nettonuvärde", impact: "Ytterligare vinst (nytta), nuvärde",
      cost: "Kostnad, nuvärde", oneOffCost: "Engångskostnad, inte diskonterad",
      deepestCash: "Mest pengar ute samtidigt",
      loss: { "Planen förlorar pengar i \($0) av framtiderna; den sämsta tiondelen ger i genomsnitt \($1)." },
      payback: { half, most in
        half.map {
          "Allt som lagts ut har kommit tillbaka senast \($0) i hälften av framtiderna, "
            + (most.map { "senast \($0) i 80 %." } ?? "i 80 % först efter kalendern.")
        }
          ?? "I mer än hälften av framtiderna har inte allt kommit tillbaka när kalendern tar slut."
      }),
    sections: Sections(
      stages: "Steg", money: "Pengar", advice: "Vad man bör göra", value: "Vad som rör värdet",
      date: "Vad som rör datumet", waits: "Vad arbetet väntar på", critical: "Kritiska förmågor",
      risks: "Risker", decisions: "Beslutspunkter", origin: "Hur det togs fram"),
    columns: Columns(
      stage: "Steg", plan: "Plan", sureByPlan: "Säkert", halfBy: "50 % den", fourInFiveBy: "80 % den",
      nineInTenBy: "90 % den", tenthBelow: "1 av 10 under", halfBelow: "Hälften under",
      tenthAbove: "1 av 10 över", input: "Indata", whenLow: "Om lågt", whenHigh: "Om högt",
      share: "Andel", firstOrder: "Första ordningen", total: "Totalt", waitsFor: "Väntar på", weeks: "Veckor",
      capability: "Förmåga", criticality: "Försenar i", success: "Lyckas", risk: "Risk",
      happens: "Inträffar", npvChange: "Ändrar värdet med", delay: "Veckor senare",
      decision: "Beslutspunkt", decided: "Beslutad", improved: "Piloten övertygar", later: "senare"),
    unreached: { "Framtider som inte når det räknas som \($0)." },
    tooFewReach: { "För få framtider når \($0) för att det ska gå att säga." },
    advice: Advice(
      keepDate: { "Lova \($0) senast \($1): det är \($2) säkert." },
      laterDate: { stage, day, planned, chance in
        "Lova \(stage) senast \(day), vilket är 80 % säkert, och inte senast \(planned), vilket är \(chance) säkert."
      },
      noDate: { "Lova inget datum för \($0): ingen dag i kalendern är 80 % säker." },
      critical: {
        "Se först till \($0): i \($1) av framtiderna räcker en försening där för att försena målet."
      },
      team: { "Ge \($0) fler människor eller mindre arbete: \($1) av all väntan gäller det." },
      budget: { "Frigör pengar tidigare där det går: \($0) av all väntan gäller budgeten." },
      learn: {
        "Ta reda på mer innan pengar läggs på detta: \($0). Blir det lågt är planen i genomsnitt värd \($1), blir det högt \($2)."
      },
      learnSuccess: {
        "Pröva detta i liten skala innan pengar läggs på det: \($0). Misslyckas det är planen i genomsnitt värd \($1), lyckas det \($2)."
      },
      risk: {
        "Minska den här risken om det kostar mindre än vad den gör: \($0). Den ändrar värdet med \($1)."
      },
      loss: {
        "Planera mindre, eller för längre tid, innan pengar läggs ut: planen förlorar pengar i \($0) av framtiderna."
      }),
    wait: { kind in
      switch kind {
      case .nothing: "ingenting"
      case .inProgress: "arbete som redan börjat"
      case .pin: "en fastlagd dag"
      case .notBefore: "en dag före vilken det inte får börja"
      case .prerequisite: "förutsättningar"
      case .stageGate: "stegen under"
      case .trigger: "utlösare"
      case .team: "människor"
      case .budget: "pengar"
      case .workInProgress: "gränsen för pågående arbete"
      case .freeze: "driftstopp"
      case .lowerValue: "planen, som skjuter upp det"
      }
    },
    policy: { policy in
      switch policy {
      case .priorityList: "arbetet börjar så snart det kan, i planens ordning"
      case .fixedDates: "arbetet börjar aldrig före sin planerade dag"
      case .replan: "en ny plan vid varje kvartals slut"
      }
    },
    sampling: { $0 == .sobol ? "jämnt spridda (Sobol)" : "slumpmässigt" },
    end: { end in
      switch end {
      case .trials: ""
      case .precision: " tills de var noggranna nog"
      case .interrupted: " tills de avbröts"
      }
    },
    origin: { "\($0) framtider, dragna \($1), \($2). Frö \($3)." },
    errors: {
      "Standardfel: \($0) procentenheter för sannolikheten för målet, \($1) för medelvärdet."
    },
    confidence: Confidence(
      value: { "Med \($0) säkerhet är planen värd minst \($1)." },
      time: { share, day in
        day.map { "Med \(share) säkerhet når planen målet senast \($0)." }
          ?? "Med \(share) säkerhet når planen inte målet inom kalendern."
      },
      cost: { "Med \($0) säkerhet kostar planen högst \($1) i engångskostnader." },
      same: "Den är också den bästa planen för väntevärden.",
      other: { "Planen för väntevärden når \($0)." },
      error: { "Skillnadens standardfel är \($0)." },
      leavesOut: { "Den utelämnar: \($0)." }, adds: { "Den bygger också: \($0)." },
      moves: { $0 == 1 ? "En förmåga har andra dagar." : "\($0) förmågor har andra dagar." },
      more: { "\($0) till" },
      compared: { "Planer som jämförts i samma framtider: \($0)." }, later: "en dag efter kalendern"))
}
