import RoadmapModel

/// Days, with or without a year.
enum DayText {
  /// A civil date such as `2027-01-04`.
  static func date(_ text: String) throws(Mistake) -> CivilDate {
    guard hasShape(text, "dddd-dd-dd") else {
      throw Mistake(.notADate, "'\(text)' is not a date", advice: "Write it as 2027-01-04: year, month, day.")
    }
    guard let date = CivilDate(iso: text) else {
      let years = CivilDate.supportedYears
      throw Mistake(
        .noSuchDay, "there is no day \(text)",
        advice: "Take a day that the calendar has, from \(years.lowerBound) to \(years.upperBound).")
    }
    return date
  }

  /// A day of every year such as `11-15`.
  static func seasonDay(_ text: String) throws(Mistake) -> MonthDay {
    guard hasShape(text, "dd-dd") else {
      throw Mistake(
        .notASeasonDay, "'\(text)' is not a day of the year", advice: "Write it as 11-15: month, day.")
    }
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard let day = MonthDay(month: numbers[0], day: numbers[1]) else {
      throw Mistake(
        .noSuchDay, "there is no day \(text)", advice: "Write the month first: 11-15 is 15 November.")
    }
    return day
  }

  /// Whether a text has digits where the pattern has `d` and otherwise the pattern's letters.
  static func hasShape(_ text: String, _ pattern: String) -> Bool {
    let letters = Array(text.utf8)
    let wanted = Array(pattern.utf8)
    return letters.count == wanted.count
      && zip(letters, wanted).allSatisfy { letter, want in
        want == UInt8(ascii: "d") ? UInt8(ascii: "0")...UInt8(ascii: "9") ~= letter : letter == want
      }
  }
}
