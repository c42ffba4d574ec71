import RoadmapModel

/// The words of a calibration in one language.
struct CalibrationWords: Sendable {
  typealias Quantity = Calibration.Quantity

  /// The words of a language.
  static subscript(language: Language) -> CalibrationWords {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  /// How many numbers and promises were scored, and the last day of the record.
  let opening: @Sendable (Int, Int, String) -> String
  let nothing: String
  /// The heading of the scenario's own estimates.
  let estimates: String
  /// The heading of a past forecast.
  let forecast: @Sendable (String) -> String
  let quantity: @Sendable (Quantity) -> String
  let verdict: @Sendable (Calibration.Verdict) -> String
  /// What was predicted, how many of how many lay between P10 and P90, and what that says.
  let coverage: @Sendable (String, Int, Int, String) -> String
  /// What was predicted, actual over predicted, its standard error and the suggested factor.
  let bias: @Sendable (Quantity, String, String, String) -> String
  /// How many of how many promises were kept, the mean that was said, the Brier score, and what that says.
  let promises: @Sendable (Int, Int, String, String, Calibration.Verdict) -> String
  /// How many promises are still open.
  let open: @Sendable (Int) -> String
  /// A number of weeks, in a row of a table.
  let weeks: @Sendable (String) -> String
  let columns: Columns

  /// The headings of columns.
  struct Columns: Sendable {
    let capability: String
    let quantity: String
    let mean: String
    let actual: String
    let within: String
    let yes: String
    let no: String
  }
}

extension CalibrationWords {
  static let english = CalibrationWords(
    opening: { "Scored: \($0) predicted numbers and \($1) promises, against the record up to \($2)." },
    nothing: "Nothing in the record has been estimated or forecast, so there is nothing to score yet.",
    estimates: "The estimates of the scenario", forecast: { "The forecast '\($0)'" },
    quantity: { quantity in
      switch quantity {
      case .duration: "durations"
      case .cost: "one-off costs"
      case .effect: "effects"
      }
    },
    verdict: { verdict in
      switch verdict {
      case .consistent: "as can be when ranges are right"
      case .tooSure: "so the ranges are too narrow"
      case .tooCautious: "so the ranges are wider than they need to be"
      }
    },
    coverage: { quantity, inside, count, verdict in
      "Of \(count) \(quantity), \(inside) lay between P10 and P90, where 80% should, \(verdict)."
    },
    bias: { quantity, ratio, error, factor in
      switch quantity {
      case .duration:
        "Work took \(ratio) times as long as estimated (standard error \(error)); multiply estimates by \(factor)."
      case .cost:
        "It cost \(ratio) times as much as estimated (standard error \(error)); multiply estimates by \(factor)."
      case .effect:
        "Effects were \(ratio) times as large as estimated (standard error \(error)); multiply estimates by \(factor)."
      }
    },
    promises: { kept, count, said, brier, verdict in
      let what =
        switch verdict {
        case .consistent: "as can be when promises are right"
        case .tooSure: "so promises are too sure"
        case .tooCautious: "so promises can be surer"
        }
      return
        "Of \(count) promises \(kept) were kept; they were said to be \(said) sure on average, \(what). Brier score \(brier); 0 is perfect, 0.25 is what always saying 50% gets."
    },
    open: { "Promises that are still open: \($0)." }, weeks: { "\($0) weeks" },
    columns: Columns(
      capability: "Capability", quantity: "Quantity", mean: "Predicted", actual: "Actual",
      within: "Within P10-P90", yes: "yes", no: "no"))

  static let dutch = CalibrationWords(
    opening: { "Beoordeeld: \($0) voorspelde getallen en \($1) beloften, tegen de feiten tot en met \($2)." },
    nothing: "Van wat is vastgelegd is niets geschat of voorspeld, dus valt er nog niets te beoordelen.",
    estimates: "De schattingen van het scenario", forecast: { "De voorspelling '\($0)'" },
    quantity: { quantity in
      switch quantity {
      case .duration: "doorlooptijden"
      case .cost: "eenmalige kosten"
      case .effect: "effecten"
      }
    },
    verdict: { verdict in
      switch verdict {
      case .consistent: "zoals het bij juiste marges kan zijn"
      case .tooSure: "dus de marges zijn te smal"
      case .tooCautious: "dus de marges zijn breder dan nodig"
      }
    },
    coverage: { quantity, inside, count, verdict in
      "Van \(count) \(quantity) lagen er \(inside) tussen P10 en P90, waar 80% hoort te liggen, \(verdict)."
    },
    bias: { quantity, ratio, error, factor in
      switch quantity {
      case .duration:
        "Werk duurde \(ratio) keer zo lang als geschat (standaardfout \(error)); vermenigvuldig schattingen met \(factor)."
      case .cost:
        "Het kostte \(ratio) keer zo veel als geschat (standaardfout \(error)); vermenigvuldig schattingen met \(factor)."
      case .effect:
        "Effecten waren \(ratio) keer zo groot als geschat (standaardfout \(error)); vermenigvuldig schattingen met \(factor)."
      }
    },
    promises: { kept, count, said, brier, verdict in
      let what =
        switch verdict {
        case .consistent: "zoals het bij juiste beloften kan zijn"
        case .tooSure: "dus beloften zijn te zeker"
        case .tooCautious: "dus beloften mogen zekerder"
        }
      return
        "Van \(count) beloften zijn er \(kept) gehouden; ze heetten gemiddeld \(said) zeker, \(what). Brierscore \(brier); 0 is volmaakt, 0,25 krijgt wie altijd 50% zegt."
    },
    open: { "Beloften die nog openstaan: \($0)." }, weeks: { "\($0) weken" },
    columns: Columns(
      capability: "Capability", quantity: "Grootheid", mean: "Voorspeld", actual: "Werkelijk",
      within: "Binnen P10-P90", yes: "ja", no: "nee"))

  static let swedish = CalibrationWords(
    opening: { "Bedömt: \($0) förutsagda tal och \($1) löften, mot utfallet till och med \($2)." },
    nothing:
      "Inget av det som registrerats har uppskattats eller förutsagts, så det finns ännu inget att bedöma.",
    estimates: "Scenariots uppskattningar", forecast: { "Prognosen '\($0)'" },
    quantity: { quantity in
      switch quantity {
      case .duration: "tider"
      case .cost: "engångskostnader"
      case .effect: "effekter"
      }
    },
    verdict: { verdict in
      switch verdict {
      case .consistent: "som det kan vara när intervallen är rätt"
      case .tooSure: "så intervallen är för snäva"
      case .tooCautious: "så intervallen är bredare än de behöver vara"
      }
    },
    coverage: { quantity, inside, count, verdict in
      "Av \(count) \(quantity) låg \(inside) mellan P10 och P90, där 80 % bör ligga, \(verdict)."
    },
    bias: { quantity, ratio, error, factor in
      switch quantity {
      case .duration:
        "Arbetet tog \(ratio) gånger så lång tid som uppskattat (standardfel \(error)); multiplicera uppskattningar med \(factor)."
      case .cost:
        "Det kostade \(ratio) gånger så mycket som uppskattat (standardfel \(error)); multiplicera uppskattningar med \(factor)."
      case .effect:
        "Effekterna var \(ratio) gånger så stora som uppskattat (standardfel \(error)); multiplicera uppskattningar med \(factor)."
      }
    },
    promises: { kept, count, said, brier, verdict in
      let what =
        switch verdict {
        case .consistent: "som det kan vara när löftena är rätt"
        case .tooSure: "så löftena är för säkra"
        case .tooCautious: "så löftena kan vara säkrare"
        }
      return
        "Av \(count) löften hölls \(kept); de sades vara \(said) säkra i genomsnitt, \(what). Brierpoäng \(brier); 0 är perfekt, 0,25 får den som alltid säger 50 %."
    },
    open: { "Löften som ännu är öppna: \($0)." }, weeks: { "\($0) veckor" },
    columns: Columns(
      capability: "Förmåga", quantity: "Storhet", mean: "Förutsagt", actual: "Utfall",
      within: "Inom P10-P90", yes: "ja", no: "nej"))
}
