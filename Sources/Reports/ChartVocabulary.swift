import RoadmapModel

/// The words of charts in one language, one member for each, so that a language that lacks a word does not compile.
struct ChartVocabulary: Sendable {
  /// The words of a language.
  static subscript(language: Language) -> ChartVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  /// What is followed over time, and the scenario.
  let fan: @Sendable (String, String) -> String
  /// What is followed, the last day, and what one in twenty, half and nineteen in twenty futures are below.
  let fanSummary: @Sendable (String, String, String, String, String) -> String
  /// Nine in ten futures are within.
  let outer: String
  /// Half of the futures are within.
  let inner: String
  let median: String
  let planned: String
  let without: String
  /// The result and the scenario.
  let tornado: @Sendable (String, String) -> String
  /// An input is in its lowest fifth.
  let low: String
  /// An input is in its highest fifth.
  let high: String
  /// The mean result of all futures.
  let mean: String
  /// The day for which a future counts that does not reach the target within the calendar.
  let unreached: @Sendable (String) -> String
  /// The scenario.
  let stages: @Sendable (String) -> String
  /// A stage, the day that the plan promises, and its probability.
  let promise: @Sendable (String, String, String) -> String
  /// What the diamond means.
  let diamond: String
  /// What grows from level to level, and the scenario.
  let frontier: @Sendable (String, String) -> String
  let budget: String
  /// The budget within a sentence.
  let theBudget: String
  /// Levels at which no plan was found.
  let noPlan: String
  /// The best plans that were found.
  let found: String
  /// No plan is worth more.
  let limit: String
  /// The room between the two.
  let unknown: String
  /// The level of the scenario as it is.
  let asItIs: String
  /// The lowest level with a plan, its worth, the highest level and its worth.
  let frontierSummary: @Sendable (String, String, String, String) -> String
  /// A level, its worth and its bound.
  let level: @Sendable (String, String, String?) -> String
  let measure: @Sendable (Forecast.Path.Measure) -> String
  let output: @Sendable (Forecast.Driver.Output) -> String
  /// The kind of an input, what it belongs to, and the KPI that an effect changes.
  let input: @Sendable (Forecast.Driver.Input, String, String?) -> String
}

extension ChartVocabulary {
  static let english = ChartVocabulary(
    fan: { "\($0): \($1)" },
    fanSummary: { "\($0) on \($1): 5 % of the futures below \($2), half below \($3), 95 % below \($4)." },
    outer: "9 in 10 futures", inner: "half of the futures", median: "median", planned: "plan",
    without: "without the plan",
    tornado: { "What moves \($0): \($1)" }, low: "input in its lowest fifth",
    high: "input in its highest fifth", mean: "mean of all futures",
    unreached: { "Futures that do not reach it count as \($0)." },
    stages: { "How likely each stage is by each quarter: \($0)" },
    promise: { "\($0) by \($1): \($2)" }, diamond: "what the plan promises, and how likely that is",
    frontier: { "Net present value over \($0): \($1)" }, budget: "Budget", theBudget: "the budget",
    noPlan: "no plan",
    found: "best plan found", limit: "no plan is worth more", unknown: "not known",
    asItIs: "the scenario as it is",
    frontierSummary: {
      "With \($0) the best plan found is worth \($1), with \($2) it is worth \($3)."
    },
    level: { "\($0): \($1)" + ($2.map { ", at most \($0)" } ?? "") },
    measure: { measure in
      switch measure {
      case .visits: "Visits a month"
      case .conversion: "Conversion"
      case .orderValue: "Order value"
      case .margin: "Margin"
      case .returnRate: "Return rate"
      case .costToServe: "Cost to serve"
      case .churn: "Churn a month"
      case .reorderRate: "Reorders a month"
      case .customers: "Customers"
      case .orders: "Orders a month"
      case .revenue: "Revenue a month"
      case .profit: "Profit a month"
      case .cash: "Cash of the plan, added up"
      }
    },
    output: { output in
      switch output {
      case .targetDate: "the date of the target"
      case .npv: "the net present value"
      case .oneOffCost: "the one-off cost"
      }
    },
    input: { input, name, kpi in
      switch input {
      case .duration: "Duration of \(name)"
      case .cost: "Cost of \(name)"
      case .runningCost: "Running cost of \(name)"
      case .effect: "Effect of \(name)" + (kpi.map { " on \($0.lowercased())" } ?? "")
      case .benefit: "Benefit of \(name)"
      case .success: "Success of \(name)"
      case .doneShare: "What is done of \(name)"
      case .risk: "Risk: \(name)"
      case .absence: "Absence in \(name)"
      case .growth: "Growth of \(name.lowercased())"
      case .noise: "Ups and downs of \(name.lowercased())"
      case .correlation: "Common deviation (\(name))"
      }
    })

  static let dutch = ChartVocabulary(
    fan: { "\($0): \($1)" },
    fanSummary: {
      "\($0) op \($1): 5 % van de toekomsten onder \($2), de helft onder \($3), 95 % onder \($4)."
    },
    outer: "9 van de 10 toekomsten", inner: "de helft van de toekomsten", median: "mediaan", planned: "plan",
    without: "zonder het plan",
    tornado: { "Wat invloed heeft op \($0): \($1)" }, low: "invoer in het laagste vijfde deel",
    high: "invoer in het hoogste vijfde deel", mean: "gemiddelde van alle toekomsten",
    unreached: { "Toekomsten die het niet bereiken tellen als \($0)." },
    stages: { "Hoe waarschijnlijk elke fase per kwartaal is: \($0)" },
    promise: { "\($0) uiterlijk \($1): \($2)" },
    diamond: "wat het plan belooft, en hoe waarschijnlijk dat is",
    frontier: { "Netto contante waarde naar \($0): \($1)" }, budget: "Budget", theBudget: "het budget",
    noPlan: "geen plan",
    found: "beste gevonden plan", limit: "geen plan is meer waard", unknown: "niet bekend",
    asItIs: "het scenario zoals het is",
    frontierSummary: {
      "Met \($0) is het beste gevonden plan \($1) waard, met \($2) is het \($3) waard."
    },
    level: { "\($0): \($1)" + ($2.map { ", hoogstens \($0)" } ?? "") },
    measure: { measure in
      switch measure {
      case .visits: "Bezoeken per maand"
      case .conversion: "Conversie"
      case .orderValue: "Orderwaarde"
      case .margin: "Marge"
      case .returnRate: "Retourpercentage"
      case .costToServe: "Afhandelingskosten"
      case .churn: "Klantverloop per maand"
      case .reorderRate: "Herhaalorders per maand"
      case .customers: "Klanten"
      case .orders: "Orders per maand"
      case .revenue: "Omzet per maand"
      case .profit: "Winst per maand"
      case .cash: "Kas van het plan, opgeteld"
      }
    },
    output: { output in
      switch output {
      case .targetDate: "de datum van het doel"
      case .npv: "de netto contante waarde"
      case .oneOffCost: "de eenmalige kosten"
      }
    },
    input: { input, name, kpi in
      switch input {
      case .duration: "Duur van \(name)"
      case .cost: "Kosten van \(name)"
      case .runningCost: "Lopende kosten van \(name)"
      case .effect: "Effect van \(name)" + (kpi.map { " op \($0.lowercased())" } ?? "")
      case .benefit: "Opbrengst van \(name)"
      case .success: "Slagen van \(name)"
      case .doneShare: "Wat af is van \(name)"
      case .risk: "Risico: \(name)"
      case .absence: "Afwezigheid bij \(name)"
      case .growth: "Groei van \(name.lowercased())"
      case .noise: "Schommeling van \(name.lowercased())"
      case .correlation: "Gezamenlijke afwijking (\(name))"
      }
    })

  static let swedish = ChartVocabulary(
    fan: { "\($0): \($1)" },
    fanSummary: {
      "\($0) den \($1): 5 % av framtiderna under \($2), hälften under \($3), 95 % under \($4)."
    },
    outer: "9 av 10 framtider", inner: "hälften av framtiderna", median: "median", planned: "plan",
    without: "utan planen",
    tornado: { "Vad som påverkar \($0): \($1)" }, low: "indata i den lägsta femtedelen",
    high: "indata i den högsta femtedelen", mean: "medelvärdet av alla framtider",
    unreached: { "Framtider som inte når det räknas som \($0)." },
    stages: { "Hur sannolikt varje steg är per kvartal: \($0)" },
    promise: { "\($0) senast \($1): \($2)" }, diamond: "vad planen lovar, och hur sannolikt det är",
    frontier: { "Nettonuvärde efter \($0): \($1)" }, budget: "Budget", theBudget: "budgeten",
    noPlan: "ingen plan",
    found: "bästa funna plan", limit: "ingen plan är värd mer", unknown: "inte känt",
    asItIs: "scenariot som det är",
    frontierSummary: {
      "Med \($0) är den bästa funna planen värd \($1), med \($2) är den värd \($3)."
    },
    level: { "\($0): \($1)" + ($2.map { ", högst \($0)" } ?? "") },
    measure: { measure in
      switch measure {
      case .visits: "Besök per månad"
      case .conversion: "Konvertering"
      case .orderValue: "Ordervärde"
      case .margin: "Marginal"
      case .returnRate: "Returandel"
      case .costToServe: "Hanteringskostnad"
      case .churn: "Kundbortfall per månad"
      case .reorderRate: "Återköp per månad"
      case .customers: "Kunder"
      case .orders: "Order per månad"
      case .revenue: "Intäkter per månad"
      case .profit: "Vinst per månad"
      case .cash: "Planens kassa, ackumulerad"
      }
    },
    output: { output in
      switch output {
      case .targetDate: "måldatumet"
      case .npv: "nettonuvärdet"
      case .oneOffCost: "engångskostnaden"
      }
    },
    input: { input, name, kpi in
      switch input {
      case .duration: "Tid för \(name)"
      case .cost: "Kostnad för \(name)"
      case .runningCost: "Löpande kostnad för \(name)"
      case .effect: "Effekt av \(name)" + (kpi.map { " på \($0.lowercased())" } ?? "")
      case .benefit: "Nytta av \(name)"
      case .success: "Att \(name) lyckas"
      case .doneShare: "Vad som är klart av \(name)"
      case .risk: "Risk: \(name)"
      case .absence: "Frånvaro i \(name)"
      case .growth: "Tillväxt av \(name.lowercased())"
      case .noise: "Svängningar i \(name.lowercased())"
      case .correlation: "Gemensam avvikelse (\(name))"
      }
    })
}
