/// A day of the Gregorian calendar without time or time zone.
///
/// The conversion between day numbers and year, month and day is that of Howard Hinnant, "chrono-compatible low-level date
/// algorithms" (2013): exact for the whole range, without tables.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let dayNumber: Int

  /// The years that a date may lie in; what is outside is taken for a mistake.
  public static let supportedYears = 1900...2199

  /// The day with a number.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day of a year, month and day; nil when there is no such day or its year is not supported.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.supportedYears.contains(year), 1...12 ~= month else { return nil }
    guard day >= 1, day <= Self.days(inMonth: month, ofYear: year) else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// The day written as `2027-01-04`; nil when it is not written so or does not exist.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 to 12 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { components.year }
  /// The month, from 1 to 12.
  public var month: Int { components.month }
  /// The day of the month, from 1.
  public var day: Int { components.day }
  /// The quarter, from 1 to 4.
  public var quarter: Int { (components.month - 1) / 3 + 1 }
  /// The month and the day, without the year.
  public var monthDay: MonthDay { MonthDay(unchecked: components.month, components.day) }

  /// The number of days of a month.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of the month that lies so many months after this day's month.
  public func startOfMonth(addingMonths count: Int = 0) -> CivilDate {
    let (year, month, _) = components
    let months = year * 12 + month - 1 + count
    return CivilDate(monthsSinceYearZero: months)
  }

  private init(monthsSinceYearZero months: Int) {
    let year = months / 12
    let shifted = months % 12 + 1 > 2 ? year : year - 1
    let month = months % 12 + 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    self.dayNumber =
      era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension CivilDate: Strideable, Comparable {
  /// Tells whether both are the same day; stated, since `Strideable` would compare by a distance that may overflow.
  public static func == (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber == right.dayNumber }
  /// Tells whether the first day is earlier.
  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
  /// The number of days from this one to another.
  public func distance(to other: CivilDate) -> Int { other.dayNumber - dayNumber }
  /// The day so many days later.
  public func advanced(by days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }
}

extension CivilDate: CustomStringConvertible {
  /// The day as `2027-01-04`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension CivilDate: Codable {
  /// Reads a day written as `2027-01-04`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a day")
    }
    self = date
  }

  /// Writes the day as `2027-01-04`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A day of every year, such as 15 November.
public struct MonthDay: Hashable, Sendable {
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day of a month; nil when no year has it, so that 29 February exists.
  public init?(month: Int, day: Int) {
    guard 1...12 ~= month, 1...CivilDate.days(inMonth: month, ofYear: 2000) ~= day else { return nil }
    self.init(unchecked: month, day)
  }

  init(unchecked month: Int, _ day: Int) {
    self.month = month
    self.day = day
  }
}

extension MonthDay: Comparable, CustomStringConvertible {
  /// Tells whether the first day comes earlier in the year.
  public static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }

  /// The day as `11-15`.
  public var description: String { "\(padded(month, 2))-\(padded(day, 2))" }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
