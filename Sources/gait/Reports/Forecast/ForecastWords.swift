import RoadmapModel

/// The words of a forecast in one language.
struct ForecastWords: Sendable {
  typealias Sentence = @Sendable (String) -> String
  typealias SentenceOfTwo = @Sendable (String, String) -> String
  typealias SentenceOfThree = @Sendable (String, String, String) -> String

  /// The words of a language.
  static subscript(language: Language) -> ForecastWords {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  let answer: Answer
  let money: Money
  let sections: Sections
  let columns: Columns
  /// The day for which a future counts that does not reach the target within the calendar.
  let unreached: Sentence
  /// So few futures reach a stage that nothing can be told about what moves its date.
  let tooFewReach: Sentence
  let advice: Advice
  let wait: @Sendable (Plan.Wait.Kind) -> String
  let policy: @Sendable (ExecutionPolicy) -> String
  let sampling: @Sendable (Forecast.Run.Sampling) -> String
  /// What ended the drawing before it was complete, with a space before it; empty when nothing did.
  let end: @Sendable (Forecast.Run.End) -> String
  /// How many futures, how they were drawn, how work met them, and the seed.
  let origin: @Sendable (String, String, String, String) -> String
  /// The standard errors of the chance of the target in percentage points, and of the mean value.
  let errors: SentenceOfTwo
  let confidence: Confidence

  /// What is said about a plan that was chosen for a confidence.
  struct Confidence: Sendable {
    /// The confidence and the net present value.
    let value: SentenceOfTwo
    /// The confidence and the day of the target; nil for after the calendar.
    let time: @Sendable (String, String?) -> String
    /// The confidence and the one-off cost.
    let cost: SentenceOfTwo
    /// The plan for expected values reaches the same.
    let same: String
    /// What the plan for expected values reaches.
    let other: Sentence
    /// The standard error of the difference, an amount.
    let error: Sentence
    /// The names of what it leaves out, and of what it builds beside, compared with the plan for expected values.
    let leavesOut: Sentence
    let adds: Sentence
    /// How many capabilities have other days.
    let moves: @Sendable (Int) -> String
    /// How many more there are than those that are named.
    let more: @Sendable (Int) -> String
    /// How many plans were compared.
    let compared: @Sendable (Int) -> String
    let later: String
  }

  /// What is said first.
  struct Answer: Sendable {
    /// The stage, the day that was asked for, and how sure it is.
    let byDeadline: SentenceOfThree
    /// The stage, the day of the plan, and how sure it is.
    let byPlan: SentenceOfThree
    /// The stage, when it is in no future reached within the calendar.
    let never: Sentence
    /// The stage, which is reached already.
    let already: Sentence
    /// The days by which half and four in five of the futures reach it; nil for after the calendar.
    let quantiles: @Sendable (String?, String?) -> String
    /// In so many futures it is not reached within the calendar.
    let notReached: Sentence
    /// How sure date, cost and value of the plan are together.
    let together: Sentence
    /// What can be promised together, and how sure that is: the day, the most cost, the least value.
    let promise: @Sendable (String, String, String, String) -> String
  }

  /// What is said about money.
  struct Money: Sendable {
    let netPresentValue: String
    let impact: String
    let cost: String
    let oneOffCost: String
    let deepestCash: String
    /// In so many futures the plan loses money, and what the worst tenth brings on average.
    let loss: SentenceOfTwo
    /// The days by which half and four in five of the futures have everything back; nil for after the calendar.
    let payback: @Sendable (String?, String?) -> String
  }

  /// The headings of sections.
  struct Sections: Sendable {
    let stages: String
    let money: String
    let advice: String
    let value: String
    let date: String
    let waits: String
    let critical: String
    let risks: String
    let decisions: String
    let origin: String
  }

  /// The headings of columns.
  struct Columns: Sendable {
    let stage: String
    let plan: String
    let sureByPlan: String
    let halfBy: String
    let fourInFiveBy: String
    let nineInTenBy: String
    let tenthBelow: String
    let halfBelow: String
    let tenthAbove: String
    let input: String
    let whenLow: String
    let whenHigh: String
    let share: String
    let firstOrder: String
    let total: String
    let waitsFor: String
    let weeks: String
    let capability: String
    let criticality: String
    let success: String
    let risk: String
    let happens: String
    let npvChange: String
    let delay: String
    let decision: String
    let decided: String
    let improved: String
    /// In place of a day after the end of the calendar.
    let later: String
  }

  /// What to do.
  struct Advice: Sendable {
    /// The plan's day can be promised: the stage, the day, how sure.
    let keepDate: SentenceOfThree
    /// The stage, the day to promise, and the day of the plan with its chance.
    let laterDate: @Sendable (String, String, String, String) -> String
    /// No day of the calendar is sure enough: the stage.
    let noDate: Sentence
    /// The capability to look after, and in how many futures it delays the target.
    let critical: SentenceOfTwo
    /// The team that work waits for, and the share of all waiting.
    let team: SentenceOfTwo
    /// Money is what work waits for, with the share of all waiting.
    let budget: Sentence
    /// The input that moves the value most, with the values when it is low and high.
    let learn: SentenceOfThree
    /// The capability whose success moves the value most, and the value without it and with it.
    let learnSuccess: SentenceOfThree
    /// The risk that moves the value most, and what it changes.
    let risk: SentenceOfTwo
    /// The plan loses money in so many futures.
    let loss: Sentence
  }
}
