/// The direction numbers of Sobol's sequence, of which a coordinate is an exclusive-or.
///
/// Source: Joe, Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on Scientific Computing 30(5), 2008, with their
/// search criterion D(6).
enum DirectionNumbers {
  /// The number of coordinates in the table, with the first, which needs no polynomial.
  static let count = 1 + words.count

  private static let words = table.split(separator: " ")

  /// The 32 direction numbers of a coordinate as fractions of 2^32.
  static func numbers(of dimension: Int) -> [UInt32] {
    guard dimension > 0 else { return (0..<32).map { 1 << (31 - $0) } }
    let parts = words[dimension - 1].split(separator: ".").map { UInt32($0, radix: 16) ?? 0 }
    let polynomial = parts[0]
    let degree = 31 - polynomial.leadingZeroBitCount
    var numbers = ([0] + parts.dropFirst()).enumerated().map { index, half in
      (2 * half + 1) << (31 - UInt32(index))
    }
    for index in degree..<32 {
      var number = numbers[index - degree] ^ (numbers[index - degree] >> UInt32(degree))
      for step in 1..<max(degree, 1) where polynomial >> UInt32(degree - step) & 1 == 1 {
        number ^= numbers[index - step]
      }
      numbers.append(number)
    }
    return numbers
  }
}
