import RoadmapModel

extension Vocabulary {
  /// What is said about where a company stands.
  struct Assessment: Sendable {
    /// The stage of the whole company, nil when none is reached, its score and the highest score.
    let overall: @Sendable (String?, String, Int) -> String
    /// The scores if only what is proved counts, and if everything that nobody knows were so.
    let readings: SentenceOfTwo
    let noStage: String
    let highestReached: String
    /// An element and the next stage in it.
    let missing: SentenceOfTwo
    /// How many of several capabilities are demanded and how many are live.
    let choice: SentenceOfCounts
    /// The capability that already brings a part of another.
    let standIn: Sentence
    let states: @Sendable (RoadmapModel.Assessment.OpenMember.State) -> String
    let columns: Columns
    let answers: Answers

    /// The headings of columns.
    struct Columns: Sendable {
      let element: String
      let stage: String
      let score: String
      let pessimistic: String
      let optimistic: String
      let evidence: String
      let capability: String
      let state: String
      let done: String
    }

    /// What was answered to questions, and what answers rest on.
    struct Answers: Sendable {
      let no: String
      let unknown: String
      let notAsked: String
      let measured: String
      let documented: String
      let stated: String
      let nothingMet: String
    }
  }
}

extension Vocabulary.Assessment {
  static let english = Self(
    overall: { stage, score, highest in
      "\(stage.map { "The company is at \($0)" } ?? "The company has not reached the first stage"): "
        + "score \(score) of \(highest)."
    },
    readings: {
      "It would be \($0) if only what is documented or measured counted, and \($1) if all that nobody knows were so."
    },
    noStage: "none yet", highestReached: "The highest stage is reached in every element: nothing is missing.",
    missing: { "\($0): missing for \($1)" },
    choice: { "At least \($0) of these (live: \($1))" },
    standIn: { "\($0) brings a part of it." },
    states: { state in
      switch state {
      case .missing: "missing"
      case .partial: "partial"
      case .inProgress: "in progress"
      }
    },
    columns: Columns(
      element: "Element", stage: "Stage", score: "Score", pessimistic: "At least", optimistic: "At most",
      evidence: "What is there rests on", capability: "Capability", state: "State", done: "Done"),
    answers: Answers(
      no: "Answered no:", unknown: "Nobody knows:", notAsked: "Not asked:",
      measured: "measured", documented: "documented", stated: "somebody's word", nothingMet: "-"))

  static let dutch = Self(
    overall: { stage, score, highest in
      "\(stage.map { "Het bedrijf staat op \($0)" } ?? "Het bedrijf heeft de eerste fase nog niet bereikt"): "
        + "score \(score) van \(highest)."
    },
    readings: {
      "Het zou \($0) zijn als alleen telde wat is gedocumenteerd of gemeten, en \($1) als alles wat niemand weet zo was."
    },
    noStage: "nog geen", highestReached: "De hoogste fase is in elk element bereikt: er ontbreekt niets.",
    missing: { "\($0): wat ontbreekt voor \($1)" },
    choice: { "Minstens \($0) hiervan (live: \($1))" },
    standIn: { "\($0) levert een deel ervan." },
    states: { state in
      switch state {
      case .missing: "ontbreekt"
      case .partial: "deels"
      case .inProgress: "onderhanden"
      }
    },
    columns: Columns(
      element: "Element", stage: "Fase", score: "Score", pessimistic: "Minstens", optimistic: "Hoogstens",
      evidence: "Wat er is, berust op", capability: "Capability", state: "Stand", done: "Klaar"),
    answers: Answers(
      no: "Antwoord nee:", unknown: "Niemand weet:", notAsked: "Niet gevraagd:",
      measured: "gemeten", documented: "gedocumenteerd", stated: "iemands woord", nothingMet: "-"))

  static let swedish = Self(
    overall: { stage, score, highest in
      "\(stage.map { "Företaget är på \($0)" } ?? "Företaget har inte nått det första steget"): "
        + "poäng \(score) av \(highest)."
    },
    readings: {
      "Det vore \($0) om bara det som är dokumenterat eller uppmätt räknades, och \($1) om allt som ingen vet vore så."
    },
    noStage: "inget än", highestReached: "Det högsta steget är nått i varje element: inget saknas.",
    missing: { "\($0): saknas för \($1)" },
    choice: { "Minst \($0) av dessa (i drift: \($1))" },
    standIn: { "\($0) ger en del av det." },
    states: { state in
      switch state {
      case .missing: "saknas"
      case .partial: "delvis"
      case .inProgress: "pågår"
      }
    },
    columns: Columns(
      element: "Element", stage: "Steg", score: "Poäng", pessimistic: "Minst", optimistic: "Högst",
      evidence: "Det som finns vilar på", capability: "Förmåga", state: "Läge", done: "Klart"),
    answers: Answers(
      no: "Svar nej:", unknown: "Ingen vet:", notAsked: "Inte frågat:",
      measured: "uppmätt", documented: "dokumenterat", stated: "någons ord", nothingMet: "-"))
}
