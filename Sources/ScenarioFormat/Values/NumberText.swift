/// A number as a person writes it: `25000`, `25k`, `1.2M`, `25_000`, `.045`, `4.5%`, `+3%`.
///
/// The text is checked letter by letter before the standard library converts it, so nothing depends on the locale, and `nan`, `0x10`
/// and `1e300` are not numbers.
struct NumberText: Equatable {
  /// No number of a scenario is larger than this.
  static let limit = 1e15
  /// No number of a scenario needs more letters than this.
  private static let lengthLimit = 40

  /// The value; a percentage is already divided by 100, `k` and `M` are multiplied in.
  let value: Double
  /// What stands behind the digits.
  let suffix: Suffix?

  /// What may stand behind the digits.
  enum Suffix: String, CaseIterable {
    case thousand = "k"
    case million = "M"
    case percent = "%"

    /// The power of ten.
    var exponent: Int {
      switch self {
      case .thousand: 3
      case .million: 6
      case .percent: -2
      }
    }
  }

  /// Reads a number that takes up the whole text.
  init(_ text: String) throws(Mistake) {
    let (number, rest) = Self.split(text)
    guard let digits = Self.digits(number), text.utf8.count <= Self.lengthLimit else {
      throw Self.misread(text)
    }
    suffix = rest.isEmpty ? nil : Suffix(rawValue: rest == "K" ? "k" : rest)
    guard rest.isEmpty || suffix != nil, let value = Double("\(digits)e\(suffix?.exponent ?? 0)") else {
      throw Self.misread(text)
    }
    guard abs(value) <= Self.limit else { throw .numberTooLarge(text) }
    self.value = value
  }

  /// The leading sign, digits, underscores and dots of a text, and what follows them.
  static func split(_ text: String) -> (number: String, rest: String) {
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { !("0"..."9" ~= $0 || $0 == "." || $0 == "_" || $0 == "+" || $0 == "-") }
    let rest = scalars[(end ?? scalars.endIndex)...].drop { $0 == " " }
    return (String(scalars[..<(end ?? scalars.endIndex)]), String(rest))
  }

  /// The number without underscores, in the form that the standard library reads; nil when it is malformed.
  private static func digits(_ text: String) -> String? {
    var rest = Substring(text)
    var result = ""
    if let sign = rest.first, sign == "+" || sign == "-" { result.append(rest.removeFirst()) }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { return nil }
    guard let wholeDigits = group(whole), !whole.isEmpty || parts.count == 2 else { return nil }
    result += wholeDigits.isEmpty ? "0" : wholeDigits
    guard parts.count == 2 else { return result }
    guard let fraction = group(parts[1]), !fraction.isEmpty else { return nil }
    return result + "." + fraction
  }

  /// Digits with single underscores between them, without the underscores.
  private static func group(_ text: Substring) -> String? {
    guard !text.hasPrefix("_"), !text.hasSuffix("_"), !text.contains("__") else { return nil }
    let digits = text.filter { $0 != "_" }
    return digits.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? digits : nil
  }

  /// What somebody probably meant by a text that is not a number.
  private static func misread(_ text: String) -> Mistake {
    if text.utf8.count > lengthLimit {
      return Mistake(.notANumber, "this text is too long for a number", advice: "Write a number such as 25k.")
    }
    let dots = text.filter { $0 == "." }.count
    if text.contains(",") || dots > 1 { return separated(text, dots: dots) }
    if text.contains(where: { "€$£¥".contains($0) }) || namesCurrency(text) {
      return Mistake(
        .currencyInNumber, "'\(text)' names a currency",
        advice: "Write the number only; the currency is named under business.")
    }
    let advice =
      text.contains("\u{2212}") || text.contains("\u{2013}")
      ? "Write an ordinary hyphen for minus." : "Write a number such as 25000, 25k, 1.2M or 4.5%."
    return Mistake(.notANumber, "'\(text)' is not a number", advice: advice)
  }

  private static func separated(_ text: String, dots: Int) -> Mistake {
    let groups = text.split { $0 == "," || $0 == "." }.dropFirst()
    let firstDigits = groups.first.map { $0.prefix { $0.isNumber } } ?? ""
    if dots <= 1 && groups.count == 1 && firstDigits.count != 3 {
      return Mistake(
        .decimalComma, "'\(text)' has a comma in it", advice: "Write a dot before the decimals, as in 4.5%.")
    }
    return Mistake(
      .thousandsSeparator, "'\(text)' has thousands separators", advice: "Write 25000, 25_000 or 25k.")
  }

  private static func namesCurrency(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    return words.contains { word in
      (word.count == 3 && word.allSatisfy(\.isUppercase)) || word.lowercased() == "kr"
        || word.lowercased() == "euro"
    }
  }
}

extension Mistake {
  static func numberTooLarge(_ text: String) -> Mistake {
    Mistake(
      .numberTooLarge, "'\(text)' is too large for anything in a scenario",
      advice: "Check the digits and the unit.")
  }
}
