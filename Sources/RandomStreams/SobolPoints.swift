/// The first coordinates of Sobol's sequence, point by point in any order.
///
/// The first `2^k` points, and every later run of as many that begins at a multiple of `2^k`, are spread evenly over the unit cube: each interval of
/// length `2^-k` of each coordinate has one, and boxes that are longer in several coordinates have their share up to a small number.
///
/// Source: Sobol, "On the distribution of points in a cube and the approximate evaluation of integrals", 1967; Joe, Kuo, "Constructing Sobol sequences
/// with better two-dimensional projections", SIAM Journal on Scientific Computing 30(5), 2008, for the direction numbers.
public struct SobolPoints: Sendable {
  /// The number of coordinates.
  public let dimensionCount: Int
  /// By coordinate and byte of the index: the exclusive-or of the direction numbers of its bits, their bits in reverse order.
  private let bytes: [UInt32]

  /// The most coordinates that there are direction numbers for.
  public static var dimensionLimit: Int { DirectionNumbers.count }

  /// Points with so many coordinates.
  ///
  /// - Precondition: `0 <= dimensionCount <= dimensionLimit`.
  public init(dimensionCount: Int) {
    precondition(
      0...Self.dimensionLimit ~= dimensionCount, "There are direction numbers for these coordinates only")
    self.dimensionCount = dimensionCount
    var bytes: [UInt32] = []
    bytes.reserveCapacity(dimensionCount * 1024)
    for dimension in 0..<dimensionCount {
      let numbers = DirectionNumbers.numbers(of: dimension).map(OwenScrambling.reversed)
      for byte in 0..<4 {
        let row = bytes.count
        bytes.append(0)
        // A value without its lowest bit has been there before.
        for value in 1..<256 {
          bytes.append(bytes[row + (value & (value - 1))] ^ numbers[byte * 8 + value.trailingZeroBitCount])
        }
      }
    }
    self.bytes = bytes
  }

  /// A coordinate of a point as a fraction of 2^32.
  ///
  /// - Complexity: O(1).
  public func fraction(_ dimension: Int, of index: UInt32) -> UInt32 {
    OwenScrambling.reversed(reversedFraction(dimension, of: index))
  }

  @inline(__always)
  private func reversedFraction(_ dimension: Int, of index: UInt32) -> UInt32 {
    let row = dimension &* 1024
    return bytes[row &+ Int(index & 0xFF)] ^ bytes[row &+ 256 &+ Int(index &>> 8 & 0xFF)]
      ^ bytes[row &+ 512 &+ Int(index &>> 16 & 0xFF)] ^ bytes[row &+ 768 &+ Int(index &>> 24)]
  }

  /// Writes one coordinate of successive points of a scrambled and shuffled copy, as numbers inside `0 ..< 1`.
  ///
  /// Coordinates that share `shuffle` are those of the same points; those with different keys are independent. `scramble` belongs to one coordinate. The
  /// shuffle maps every run of `2^k` indices that begins at a multiple of `2^k` to such a run, so that each is as even as the first.
  ///
  /// - Parameters:
  ///   - values: where the numbers go.
  ///   - range: the places that are written.
  ///   - dimension: the coordinate.
  ///   - index: the index of the first point.
  ///   - shuffle: the key of the points.
  ///   - scramble: the key of the coordinate.
  /// - Complexity: O(`range.count`), without allocation.
  public func fill(
    _ values: inout [Double], in range: Range<Int>, dimension: Int, from index: Int, shuffle: UInt64,
    scramble: UInt64
  ) {
    precondition(0..<dimensionCount ~= dimension, "There are fewer coordinates")
    let (shuffle, scramble) = (UInt32(truncatingIfNeeded: shuffle), UInt32(truncatingIfNeeded: scramble))
    for place in range {
      let number = OwenScrambling.reversed(UInt32(truncatingIfNeeded: index &+ place &- range.lowerBound))
      let point = OwenScrambling.reversed(OwenScrambling.scrambleReversed(number, key: shuffle))
      let scrambled = OwenScrambling.scrambleReversed(
        reversedFraction(dimension, of: point), key: scramble)
      values[place] = (Double(OwenScrambling.reversed(scrambled)) + 0.5) * 0x1p-32
    }
  }
}
