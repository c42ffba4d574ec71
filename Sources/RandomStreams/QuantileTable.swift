/// The inverse of a distribution's cumulative function as a table that a draw looks up in a few nanoseconds.
///
/// Both halves of the unit interval are cut into octaves towards their end, and each octave into eight equal pieces, so that the pieces are as fine as a
/// tail needs. On each piece the function is the cubic that meets values and slopes at both ends (Hermite). The place of a piece is read off the bits of
/// the probability, without a search. For PERT distributions the error is below 1e-6 of the range (tested).
///
/// Probabilities within 2^-32 of an end count as at that distance.
public struct QuantileTable: Hashable, Sendable {
  /// The four coefficients of each piece, lower half first, from the centre outwards.
  let coefficients: [Double]

  static var octaves: Int { 31 }
  static var pieceBits: UInt64 { 3 }
  static var halfCount: Int { (octaves << 3) * 4 }
  /// The bits of 1/2 shifted to the number of a piece: those of smaller probabilities are smaller.
  static var top: UInt64 { (0.5).bitPattern >> (52 - pieceBits) }
  /// The smallest probability of the table.
  static var smallest: Double { 0x1p-32 }

  /// A value of the inverse, and its derivative by the probability.
  public struct Node: Hashable, Sendable {
    /// The value.
    public var value: Double
    /// The derivative, finite.
    public var slope: Double

    /// A value and its derivative.
    public init(value: Double, slope: Double) {
      self.value = value
      self.slope = slope
    }
  }

  /// The table of a function and its slope.
  ///
  /// - Parameters:
  ///   - lower: the inverse at a probability up to 1/2; it is asked from 1/2 outwards.
  ///   - upper: the inverse at one minus a probability up to 1/2, with its slope by that probability's complement; likewise.
  public init(lower: (Double) -> Node, upper: (Double) -> Node) {
    coefficients =
      Self.half(lower) { $0 }
      + Self.half(upper) { Node(value: $0.value, slope: -$0.slope) }
  }

  /// The pieces of one half, outwards; `orient` turns slopes by the probability into slopes by the distance from the end.
  private static func half(_ inverse: (Double) -> Node, _ orient: (Node) -> Node) -> [Double] {
    var pieces: [Double] = []
    pieces.reserveCapacity(halfCount)
    var outer = orient(inverse(0.5))
    for octave in 1...octaves {
      // The octave from 2^-(octave + 1) to 2^-octave, its last piece first.
      let base = Double(sign: .plus, exponent: -octave - 1, significand: 1)
      for piece in (0..<8).reversed() {
        let inner = outer
        let width = base / 8
        outer = orient(inverse(base + Double(piece) * width))
        let (rise, from, to) = (inner.value - outer.value, outer.slope * width, inner.slope * width)
        let cubic = [outer.value, from, 3 * rise - 2 * from - to, from + to - 2 * rise]
        pieces += cubic.map(rounded)
      }
    }
    return pieces
  }

  /// The number without its last twelve bits, in which two libraries of elementary functions may differ.
  private static func rounded(_ value: Double) -> Double {
    let unit = value.ulp * 4096
    return unit > 0 && unit.isFinite ? (value / unit).rounded() * unit : value
  }

  /// The value that is undercut with a probability between 0 and 1.
  public subscript(probability: Double) -> Double {
    coefficients.withUnsafeBufferPointer { Self.value(at: probability, in: $0) }
  }

  /// Replaces probabilities by `offset + factor * value`.
  ///
  /// - Complexity: O(`range.count`), without allocation.
  public func invert(
    _ probabilities: inout [Double], in range: Range<Int>, factor: Double = 1, offset: Double = 0
  ) {
    coefficients.withUnsafeBufferPointer { table in
      for place in range {
        probabilities[place] = offset + factor * Self.value(at: probabilities[place], in: table)
      }
    }
  }

  /// Writes `offset + factor * value` for successive uniform numbers of a key, each of which is half a word: `(h + 1/2) / 2^32`, the low half first.
  ///
  /// - Precondition: `first` and `range.count` are even.
  /// - Complexity: O(`range.count`), without allocation.
  public func draw(
    _ values: inout [Double], in range: Range<Int>, from key: StreamKey, at first: Int, factor: Double,
    offset: Double
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= values.count, "The places are in the array")
    precondition(first.isMultiple(of: 2) && range.count.isMultiple(of: 2), "Words are taken whole")
    coefficients.withUnsafeBufferPointer { table in
      values.withUnsafeMutableBufferPointer { values in
        // Checked above: this is the innermost loop of networks.
        let target = values.baseAddress.unsafelyUnwrapped + range.lowerBound
        for pair in 0..<range.count / 2 {
          let word = key.word(at: first / 2 &+ pair)
          let (low, high) = (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word &>> 32))
          target[2 &* pair] = offset + factor * Self.value(at: low, in: table)
          target[2 &* pair &+ 1] = offset + factor * Self.value(at: high, in: table)
        }
      }
    }
  }

  /// The value at a probability of `(fraction + 1/2) / 2^32`, the same as by the probability.
  @inline(__always)
  private static func value(at fraction: UInt32, in table: UnsafeBufferPointer<Double>) -> Double {
    // All bits of a fraction in the upper half are turned round, which is its distance from the end.
    let side = UInt32(bitPattern: Int32(bitPattern: fraction) &>> 31)
    let distance = max(Double(fraction ^ side) + 0.5, 1)
    let bits = distance.bitPattern
    // Distances are 2^32 times as large as probabilities, so their exponents are larger by 32.
    let piece = Int(top &+ (32 &<< pieceBits) &- 1 &- (bits &>> (52 &- pieceBits)))
    let place = Int(side) & halfCount &+ piece &* 4
    return cubic(table.baseAddress.unsafelyUnwrapped + place, at: bits)
  }

  /// The cubic of a piece at the place that the bits of a number have in it.
  @inline(__always)
  private static func cubic(_ piece: UnsafePointer<Double>, at bits: UInt64) -> Double {
    let fraction = Double(bitPattern: (bits &<< pieceBits) & 0x000F_FFFF_FFFF_FFFF | (1.0).bitPattern) - 1
    return piece[0] + fraction * (piece[1] + fraction * (piece[2] + fraction * piece[3]))
  }

  /// The cubic of a piece; the index is in range for every probability, since the distance from the end is clamped.
  @inline(__always)
  private static func value(at probability: Double, in table: UnsafeBufferPointer<Double>) -> Double {
    let isUpper = probability > 0.5
    // Half belongs to the first piece, so it counts as the number below it.
    let distance = min(max(isUpper ? 1 - probability : probability, smallest), 0.5.nextDown)
    let bits = distance.bitPattern
    let piece = Int(top &- 1 &- (bits &>> (52 &- pieceBits)))
    let place = (isUpper ? halfCount : 0) &+ piece &* 4
    return cubic(table.baseAddress.unsafelyUnwrapped + place, at: bits)
  }
}
