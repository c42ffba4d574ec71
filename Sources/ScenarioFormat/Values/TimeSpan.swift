import Foundation
import RoadmapModel

/// A unit of calendar time, with its mean length.
enum TimeUnit: String, CaseIterable {
  case day, week, month, quarter, year

  /// The mean length in weeks: a year has 365.25 days.
  var weeks: Double {
    switch self {
    case .day: 1 / 7
    case .week: 1
    case .month: PlanningCalendar.periodsPerMonth
    case .quarter: PlanningCalendar.periodsPerYear / 4
    case .year: PlanningCalendar.periodsPerYear
    }
  }

  /// How many of this unit make one of another; whole numbers between months, quarters and years stay exact.
  func count(in other: TimeUnit) -> Double {
    guard let own = months, let others = other.months else { return other.weeks / weeks }
    return others / own
  }

  private var months: Double? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The unit of a word: `w`, `week`, `weeks`.
  init(word: String) throws(Mistake) {
    switch word {
    case "d": self = .day
    case "w": self = .week
    case "y": self = .year
    default:
      let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
      guard let unit = TimeUnit(rawValue: singular) else { throw .unknownUnit(word) }
      self = unit
    }
  }
}

/// A span of time such as `6w`, `6 weeks` or `3 months`.
enum TimeSpan {
  /// A span longer than this is taken for a mistake before it is computed with.
  static let limitInWeeks = 1e6

  /// The span in weeks.
  static func weeks(_ text: String) throws(Mistake) -> Double {
    let (number, unit) = NumberText.split(text)
    guard !number.isEmpty else {
      throw Mistake(
        .notADuration, "'\(text)' is not a span of time", advice: "Write it as 6w, 30 days or 3 months.")
    }
    let count = try NumberText(number).value
    guard !unit.isEmpty else {
      throw Mistake(
        .durationWithoutUnit, "'\(text)' has no unit of time",
        advice: "Write '\(text)w' for weeks or '\(text) months'.")
    }
    let weeks = count * (try TimeUnit(word: unit).weeks)
    guard abs(weeks) <= limitInWeeks else { throw .numberTooLarge(text) }
    return weeks
  }
}

/// A number over time such as `240k per month`.
enum Rate {
  /// How a rate in one unit becomes a rate in another.
  enum Conversion {
    /// Twice the time, twice the number: visits, money.
    case proportional
    /// A growth: `(1 + rate)` to the power of the time.
    case growth
    /// A share that leaves: what remains is `(1 - rate)` to the power of the time.
    case decay
  }

  /// The rate for each `unit`.
  ///
  /// - Parameter number: Reads what stands before `per`.
  static func value(
    _ text: String, per unit: TimeUnit, _ conversion: Conversion, number: (String) throws(Mistake) -> Double
  ) throws(Mistake) -> Double {
    guard let (value, word) = split(text) else {
      _ = try number(text)
      throw Mistake(
        .rateWithoutUnit, "'\(text)' has no unit of time", advice: "Write '\(text) per \(unit.rawValue)'.")
    }
    let written = try TimeUnit(word: word)
    return convert(try number(value), from: written, to: unit, conversion)
  }

  /// A rate in another unit.
  static func convert(_ rate: Double, from written: TimeUnit, to unit: TimeUnit, _ conversion: Conversion)
    -> Double
  {
    guard written != unit else { return rate }
    let count = written.count(in: unit)
    return switch conversion {
    case .proportional: count >= 1 ? rate * count : rate / unit.count(in: written)
    case .growth: rate <= -1 ? rate : pow(1 + rate, count) - 1
    case .decay: rate >= 1 ? rate : 1 - pow(1 - rate, count)
    }
  }

  /// What stands before and after the word `per`, or nil when there is none.
  static func split(_ text: String) -> (value: String, unit: String)? {
    let words = text.split(separator: " ")
    guard let per = words.lastIndex(of: "per"), per > 0 else { return nil }
    return (words[..<per].joined(separator: " "), words[(per + 1)...].joined(separator: " "))
  }
}

extension Mistake {
  fileprivate static func unknownUnit(_ word: String) -> Mistake {
    let known = TimeUnit.allCases.map(\.rawValue)
    let plurals = known.map { $0 + "s" }
    let advice = Spelling.suggestion(for: word, among: known + plurals)
    return Mistake(
      .unknownUnit, "'\(word)' is not a unit of time",
      advice: advice ?? "Take one of \(known.joined(separator: ", ")).")
  }
}
