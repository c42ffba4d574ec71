/// A decimal number exactly as a file has it: `digits / 10^places`.
struct DecimalNumber: Hashable, Sendable {
  /// All digits, with the sign.
  let digits: Int64
  /// How many of them stand after the point; zeros at the end do not count.
  let places: Int

  /// Reads a number such as `72240.00781`; nil when it is none, or has more than 15 digits.
  init?(_ text: some StringProtocol) {
    var digits: Int64 = 0
    var count = 0
    var places: Int?
    let isNegative = text.first == "-"
    for character in text.dropFirst(isNegative || text.first == "+" ? 1 : 0) {
      if character == ".", places == nil {
        places = 0
        continue
      }
      guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
      digits = digits * 10 + Int64(digit)
      count += digits == 0 ? 0 : 1
      if count > 15 { return nil }
      places = places.map { $0 + 1 }
      if places ?? 0 > 15 { return nil }
    }
    guard text.contains(where: \.isNumber) else { return nil }
    var trimmed = places ?? 0
    while trimmed > 0, digits % 10 == 0 {
      digits /= 10
      trimmed -= 1
    }
    self.digits = isNegative ? -digits : digits
    self.places = trimmed
  }

  /// How a number is rounded that has more places than wanted.
  enum Rounding {
    case up, down
  }

  /// The number times `10^wanted`, rounded where it has more places; nil when it needs more than 2^53.
  func scaled(to wanted: Int, rounding: Rounding) -> Int64? {
    var value = digits
    if places <= wanted {
      for _ in places..<wanted {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = product
      }
    } else {
      var divisor: Int64 = 1
      for _ in wanted..<places { divisor *= 10 }
      let remainder = value % divisor
      value /= divisor
      if remainder > 0, rounding == .up { value += 1 }
      if remainder < 0, rounding == .down { value -= 1 }
    }
    return value.magnitude <= 1 << 53 ? value : nil
  }
}
