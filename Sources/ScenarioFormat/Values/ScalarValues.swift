import RoadmapModel

/// The kinds of scalars that are numbers: each takes the text of a value and gives what it stands for, or says what is wrong with it.
enum ScalarValue {
  /// A number without a unit, or an amount of the scenario's currency.
  static func amount(_ text: String) throws(Mistake) -> Double {
    try refuseUnit(text)
    let number = try NumberText(text)
    guard number.suffix != .percent else {
      throw Mistake(
        .percentNotAllowed, "'\(text)' is a percentage, but a plain number is wanted",
        advice: "Leave the % out.")
    }
    return number.value
  }

  /// A share or a relative change: `4.5%` and `.045` are the same.
  static func fraction(_ text: String) throws(Mistake) -> Double {
    try refuseUnit(text)
    let number = try NumberText(text)
    guard number.suffix == nil || number.suffix == .percent else {
      throw Mistake(
        .suffixNotAllowed, "'\(text)' is an amount, but a fraction is wanted",
        advice: "Write it as 4.5% or .045.")
    }
    return number.value
  }

  /// A number of people, in hundredths.
  static func people(_ text: String) throws(Mistake) -> People {
    let count = try amount(text)
    guard abs(count) <= 1_000_000 else { throw .numberTooLarge(text) }
    let people = People(count)
    guard abs(people.count - count) < 1e-9 else {
      throw Mistake(
        .numberTooPrecise, "'\(text)' people is more precise than planning is",
        advice: "Write at most two decimals.")
    }
    return people
  }

  /// A whole number.
  static func wholeNumber(_ text: String) throws(Mistake) -> Int {
    let number = try amount(text)
    guard let whole = Int(exactly: number) else {
      throw Mistake(.notAWholeNumber, "'\(text)' is not a whole number", advice: "Leave the decimals out.")
    }
    return whole
  }

  /// `yes` or `no`, or `true` or `false`.
  static func answer(_ text: String) throws(Mistake) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default: throw Mistake(.notYesOrNo, "'\(text)' is neither yes nor no", advice: "Write yes or no.")
    }
  }

  private static func refuseUnit(_ text: String) throws(Mistake) {
    guard let (value, _) = Rate.split(text) else { return }
    throw Mistake(
      .unitNotAllowed, "'\(text)' is a rate, but this is not counted over time",
      advice: "Write only '\(value)'.")
  }
}
