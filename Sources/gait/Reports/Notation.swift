import RoadmapModel

/// How numbers, money and dates are written in a language.
///
/// It knows nothing of the machine's locale, so that a report is the same everywhere.
struct Notation: Sendable {
  let language: Language
  /// The currency's code; nil when amounts stand alone.
  let currency: String?

  /// An amount in whole currency units, halves away from zero.
  func money(_ amount: Money) -> String {
    let number = number(amount)
    return currency.map { "\($0)\u{A0}\(number)" } ?? number
  }

  /// An amount in whole units without the currency, for a column that names it.
  func number(_ amount: Money) -> String {
    let units = (amount.cents.magnitude + 50) / 100
    return (amount.cents < 0 && units > 0 ? "-" : "") + grouped(String(units))
  }

  /// A share with one decimal, halves away from zero: 0.0184 is `1.8%`.
  func percent(_ share: Double) -> String {
    percent(share, .toNearestOrAwayFromZero)
  }

  /// A share with one decimal that may stand behind "at most": 0.0184 is `1.9%`.
  func percent(atMost share: Double) -> String {
    percent(share - 1e-12, .up)
  }

  /// A share in whole percents, halves away from zero.
  func wholePercent(_ share: Double) -> String {
    guard share.isFinite, abs(share) < 1e12 else { return "?" }
    return count(Int((share * 100).rounded(.toNearestOrAwayFromZero))) + percentSign
  }

  /// The percent sign with the space that the language sets before it.
  var percentSign: String { language == .swedish ? "\u{A0}%" : "%" }

  private func percent(_ share: Double, _ rounding: FloatingPointRoundingRule) -> String {
    guard share.isFinite, abs(share) < 1e12 else { return "?" }
    let tenths = Int64((share * 1000).rounded(rounding))
    let digits = "\(grouped(String(tenths.magnitude / 10)))\(decimalMark)\(tenths.magnitude % 10)"
    return (tenths < 0 ? "-" : "") + digits + percentSign
  }

  /// A number with two decimals, halves away from zero.
  func decimal(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "?" }
    let hundredths = Int64((number * 100).rounded(.toNearestOrAwayFromZero))
    let fraction = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "-" : "") + grouped(String(hundredths.magnitude / 100)) + decimalMark
      + (fraction.count < 2 ? "0" : "") + fraction
  }

  /// A number with two decimals at most, and none that say nothing: 1.5 for 1.50, 2 for 2.00.
  func shortDecimal(_ number: Double) -> String {
    var text = decimal(number)
    while text.hasSuffix("0"), text.contains(decimalMark) { text.removeLast() }
    return text.hasSuffix(decimalMark) ? String(text.dropLast(decimalMark.count)) : text
  }

  /// A whole number.
  func count(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(String(number.magnitude))
  }

  /// The quarter of the year in which a day lies.
  func quarter(of date: CivilDate) -> String {
    switch language {
    case .english, .dutch: "\(date.year) Q\(date.quarter)"
    case .swedish: "\(date.year) kv\u{A0}\(date.quarter)"
    }
  }

  private var decimalMark: String { language == .english ? "." : "," }

  private var groupMark: String {
    switch language {
    case .english: ","
    case .dutch: "."
    case .swedish: "\u{A0}"
    }
  }

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result += groupMark }
      result.append(digit)
    }
    return result
  }
}
