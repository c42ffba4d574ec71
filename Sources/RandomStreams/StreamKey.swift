/// The name of a stream of random numbers: a seed, a purpose and any number of indices.
///
/// A stream belongs to what it is for and not to who draws from it, so a result is the same for one
/// worker or many, and in any order of work:
///
/// ```swift
/// let chains = StreamKey(seed: 7, purpose: "annealing")
/// var stream = RandomStream(chains[2])
/// ```
///
/// Keys are derived by hashing. Stepping a seed by a constant would give streams that are shifted
/// copies of one another, since that is how such generators advance themselves.
@frozen
public struct StreamKey: Hashable, Sendable {
  /// The hash of everything the key was made from.
  public let digest: UInt64

  @inlinable
  init(digest: UInt64) {
    self.digest = digest
  }

  /// The key of all streams of one purpose under one seed.
  @inlinable
  public init(seed: UInt64, purpose: StreamPurpose) {
    let root = StreamKey(digest: SplitMix64.mix(seed &+ SplitMix64.increment))
    self = root.absorbing(purpose.digest)
  }

  /// The key that follows from this one for a part of its work, such as one of several chains.
  ///
  /// Distinct indices give distinct keys, and `key[1][2]` differs from `key[2][1]`.
  @inlinable
  public subscript(index: Int) -> StreamKey {
    absorbing(UInt64(bitPattern: Int64(index)))
  }

  /// The word at `position` of the key's own sequence, without any state.
  ///
  /// Loops that work in blocks use this instead of a ``RandomStream``: each draw is a function of its
  /// position alone, so the size and the order of the blocks do not matter.
  @inlinable
  public func word(at position: Int) -> UInt64 {
    SplitMix64.word(of: digest, at: UInt64(bitPattern: Int64(position)))
  }

  /// The number in `0 ..< 1` at `position` of the key's own sequence, without any state.
  @inlinable
  public func uniform(at position: Int) -> Double {
    UnitInterval.fraction(of: word(at: position))
  }

  /// The factor keeps the two arguments of the hash from being interchangeable.
  @inlinable
  func absorbing(_ word: UInt64) -> StreamKey {
    let hashed = SplitMix64.mix(word &+ SplitMix64.increment)
    return StreamKey(digest: SplitMix64.mix(digest &* 0xD134_2543_DE82_EF95 &+ hashed))
  }
}
