/// A reproducible sequence of random numbers: xoshiro256++, started from a ``StreamKey``.
///
/// The path from bits to numbers is this module's own. The type does not conform to
/// `RandomNumberGenerator` on purpose: what the standard library makes of a generator's bits may change
/// between Swift versions, and seeded results with it.
///
/// Source: Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47(4), 2021. The period is 2^256 - 1.
@frozen
public struct RandomStream: Sendable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// The stream of `key`, at its beginning.
  ///
  /// The four words are distinct, so the state is never the forbidden one of all zeros.
  @inlinable
  public init(_ key: StreamKey) {
    self.init(state: (key.word(at: 0), key.word(at: 1), key.word(at: 2), key.word(at: 3)))
  }

  /// The stream of one purpose under one seed.
  @inlinable
  public init(seed: UInt64, purpose: StreamPurpose) {
    self.init(StreamKey(seed: seed, purpose: purpose))
  }

  /// The generator in a given state.
  ///
  /// - Precondition: At least one word is not zero.
  @inlinable
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state != (0, 0, 0, 0), "A state of zeros yields nothing but zeros")
    (s0, s1, s2, s3) = state
  }

  /// The next 64 uniform bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let result = Self.rotate(s0 &+ s3, by: 23) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = Self.rotate(s3, by: 45)
    return result
  }

  /// The next number in `0 ..< 1`, a multiple of 2^-53.
  @inlinable
  public mutating func uniform() -> Double {
    UnitInterval.fraction(of: next())
  }

  @inlinable
  static func rotate(_ word: UInt64, by count: UInt64) -> UInt64 {
    (word &<< count) | (word &>> (64 - count))
  }
}
