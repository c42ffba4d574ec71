import RoadmapModel

/// The words of the reports in one language.
///
/// It is a value with one member for each word, so that a language that lacks a word does not compile. Sentences are functions of
/// what they speak of, because languages order words differently.
struct Vocabulary: Sendable {
  /// The words of a language.
  static subscript(language: Language) -> Vocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  typealias Sentence = @Sendable (String) -> String
  typealias SentenceOfTwo = @Sendable (String, String) -> String
  typealias SentenceOfCounts = @Sendable (Int, Int) -> String

  let sections: Sections
  let columns: Columns
  let worth: Worth
  let target: Target
  let quarter: Quarter
  let proof: Proof
  /// A capability holds up the highest stage that is reached.
  let critical: String
  let assessment: Assessment

  /// The headings of sections.
  struct Sections: Sendable {
    let stages: String
    let value: String
    let money: String
    let budget: String
    let teams: String
    let notPlanned: String
  }

  /// The headings of columns.
  struct Columns: Sendable {
    let stage: String
    let reachedOn: String
    let capability: String
    let starts: String
    let live: String
    let cost: String
    let worth: String
    let reason: String
    let quarter: String
    let oneOff: String
    let running: String
    let impact: String
    let net: String
    let from: String
    let through: String
    let available: String
    let spent: String
    let team: String
    let utilisation: String
  }

  /// The kinds of worth.
  struct Worth: Sendable {
    let netPresentValue: String
    let impact: String
    let cost: String
    let firstYearCost: String
    /// What the discounted amounts are.
    let presentValue: String
  }

  /// What is said about the target.
  struct Target: Sendable {
    /// The stage and the day on which it is reached.
    let reached: SentenceOfTwo
    /// The stage, which is reached already.
    let reachedToday: Sentence
    /// The stage, which is never reached.
    let missed: Sentence
    /// The last day on which it may be reached.
    let deadline: Sentence
    /// The counts of capabilities that are built and that are not.
    let extent: SentenceOfCounts
  }

  /// What is said about a quarter.
  struct Quarter: Sendable {
    /// The one-off and the running costs.
    let moneyOut: SentenceOfTwo
    /// The additional profit.
    let impact: Sentence
    /// What goes live, with the days.
    let goesLive: Sentence
    /// Nothing starts.
    let nothingStarts: String
  }

  /// What is said about how good a plan is.
  struct Proof: Sendable {
    /// Nothing can be better.
    let best: String
    /// The most that any plan can be worth, and by how much that is more.
    let value: SentenceOfTwo
    /// The earliest day on which any plan can reach the target.
    let time: Sentence
    /// The least that any plan costs, and by how much that is less.
    let cost: SentenceOfTwo
    /// How it was proved.
    let method: @Sendable (Bound.Method) -> String
    /// What the proof leaves out of account.
    let relaxed: Sentence
    /// The seed, the effort and the digest of the input.
    let origin: @Sendable (String, String, String) -> String
  }
}
