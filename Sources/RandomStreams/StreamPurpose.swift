/// What the numbers of a stream are for, such as `"annealing"`.
///
/// Two uses of randomness with different purposes never share numbers, so that adding one leaves the
/// other as it was.
@frozen
public struct StreamPurpose: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The FNV-1a hash of the purpose's name.
  public let digest: UInt64

  /// The purpose of this name; names that differ in any byte are different purposes.
  public init(_ name: String) {
    digest = Self.fnv1a(name.utf8)
  }

  /// The purpose of this name.
  public init(stringLiteral name: String) {
    self.init(name)
  }

  /// Fowler, Noll and Vo's hash, 64-bit variant 1a.
  ///
  /// Swift's own hashing is seeded anew in every process and would make no two runs alike.
  private static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
