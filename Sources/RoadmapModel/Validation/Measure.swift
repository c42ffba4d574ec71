/// What a number measures, which tells how a scenario writes it.
enum Measure: Hashable, Sendable {
  /// A plain number, or an amount of money.
  case amount
  case weeks
  /// A fraction, written as a percentage.
  case share

  /// A number as a scenario writes it: `25k`, `6 weeks`, `4.5%`.
  func text(_ value: Double) -> String {
    switch self {
    case .amount:
      if value.magnitude >= 1e6, value.remainder(dividingBy: 1e6) == 0 {
        return Self.digits(value / 1e6) + "M"
      }
      if value.magnitude >= 1e3, value.remainder(dividingBy: 1e3) == 0 {
        return Self.digits(value / 1e3) + "k"
      }
      return Self.digits(value)
    case .weeks: return Self.digits(value) + " weeks"
    case .share: return Self.digits(value * 100) + "%"
    }
  }

  /// At most four decimals, none that are zero.
  private static func digits(_ value: Double) -> String {
    let rounded = value.magnitude < 1e9 ? (value * 1e4).rounded() / 1e4 : value
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
