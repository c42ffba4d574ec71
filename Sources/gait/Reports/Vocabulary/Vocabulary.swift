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

  let opening: Opening
  let sections: Sections
  let columns: Columns
  let worth: Worth
  let target: Target
  let quarter: Quarter
  let proof: Proof
  /// A capability holds up the highest stage that is reached.
  let critical: String
  /// The word before the name of a file that has been written.
  let wrote: String
  let infeasibility: Infeasibility
  let assessment: Assessment

  /// What is said before planning.
  struct Opening: Sendable {
    /// The stage today, and the counts of capabilities that are live and that could be built.
    let today: @Sendable (String?, Int, Int) -> String
    /// The first and the last day of the calendar.
    let calendar: SentenceOfTwo
  }

  /// What is said when there is no plan.
  struct Infeasibility: Sendable {
    /// It is proved that there is none.
    let proved: String
    /// The search found none.
    let notFound: String
  }

  /// The headings of sections.
  struct Sections: Sendable {
    let stages: String
    let value: String
    let money: String
    let budget: String
    let teams: String
    /// What happens when the quarters are over.
    let afterwards: String
    let notPlanned: String
    let origin: String
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
    /// What any number of people more in a team can add at most.
    let mostGain: String
  }

  /// The kinds of worth.
  struct Worth: Sendable {
    let netPresentValue: String
    let impact: String
    let scores: String
    let cost: String
    let firstYearCost: String
    /// What the worth of a capability means.
    let ofCapabilities: String
    /// What is said of what more people can add.
    let mostGains: String
  }

  /// What is said about the target.
  struct Target: Sendable {
    /// The stage and the day on which it is reached.
    let reached: SentenceOfTwo
    /// The stage, which is reached already.
    let reachedToday: Sentence
    /// In place of the day of a stage that is reached already.
    let already: String
    /// The stage, which is never reached.
    let missed: Sentence
    /// The last day on which it may be reached.
    let deadline: Sentence
    /// The target is reached only at the end, because nothing asks for it earlier.
    let late: String
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
    /// What the plan is worth, the most that any plan can be worth, by how much that is more, and that as a share of the most.
    let value: @Sendable (String, String, String, String?) -> String
    /// The earliest day on which any plan can reach the target.
    let time: Sentence
    /// What the plan costs, the least that any plan costs, by how much that is less, and that as a share of what the plan costs.
    let cost: @Sendable (String, String, String, String?) -> String
    /// How it was proved.
    let method: @Sendable (Bound.Method) -> String
    /// A rule that the proof may leave out of account, as the bound names it; nil for what it simplifies in the model of the shop.
    let rule: @Sendable (String) -> String?
    /// What the proof leaves out of account.
    let relaxed: Sentence
    /// Effects that compound are simplified in the proof.
    let simplified: String
    /// The search ended before its time.
    let cutShort: String
    /// The word for an effort; the argument itself where it has none.
    let effort: Sentence
    /// The seed, the effort and the digest of the input.
    let origin: @Sendable (String, String, String) -> String
  }
}
