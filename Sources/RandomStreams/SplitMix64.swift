/// The finaliser of SplitMix64: the bijection on 64-bit words that all hashing in this module is built from.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the
/// constants of Stafford's variant 13.
@usableFromInline
enum SplitMix64 {
  /// The odd word nearest to 2^64 divided by the golden ratio.
  @inlinable static var increment: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// A word in which every bit depends on every bit of `word`; distinct words stay distinct.
  @inlinable
  static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The term of the SplitMix64 sequence that starts from `origin`, counted from zero.
  @inlinable
  static func word(of origin: UInt64, at index: UInt64) -> UInt64 {
    mix(origin &+ (index &+ 1) &* increment)
  }
}

/// The numbers that uniform words stand for; the one place where bits become fractions.
@usableFromInline
enum UnitInterval {
  /// The 53 high bits of `word` as a multiple of 2^-53, in `0 ..< 1`.
  ///
  /// Every result is exact, so it is the same on every machine.
  @inlinable
  static func fraction(of word: UInt64) -> Double {
    Double(word >> 11) * 0x1p-53
  }
}
