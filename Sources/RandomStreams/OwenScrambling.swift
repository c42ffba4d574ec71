/// Nested uniform scrambling of binary fractions (Owen's scrambling) by hashing.
///
/// Every bit is flipped or not depending on the key and on all bits before it. So points that are well spread stay well spread, each is uniform by
/// itself, and different keys give independent copies, from which an error can be estimated.
///
/// Source: Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences", 1995; Laine, Karras, "Stratified sampling for stochastic transparency", Computer
/// Graphics Forum 30(4), 2011; Burley, "Practical hash-based Owen scrambling", Journal of Computer Graphics Techniques 9(4), 2020; the constants of the hash
/// are Vegdahl's (2021).
enum OwenScrambling {
  /// Scrambles a fraction whose bits are in reverse order, the first bit lowest: each bit depends on those below it only.
  @inline(__always)
  static func scrambleReversed(_ bits: UInt32, key: UInt32) -> UInt32 {
    var x = bits
    x ^= x &* 0x3D20_ADEA
    x = x &+ key
    x = x &* ((key &>> 16) | 1)
    x ^= x &* 0x0552_6C56
    x ^= x &* 0x53A2_2864
    return x
  }

  /// The word with its bits in reverse order.
  @inline(__always)
  static func reversed(_ word: UInt32) -> UInt32 {
    var x = word
    x = ((x &>> 1) & 0x5555_5555) | ((x & 0x5555_5555) &<< 1)
    x = ((x &>> 2) & 0x3333_3333) | ((x & 0x3333_3333) &<< 2)
    x = ((x &>> 4) & 0x0F0F_0F0F) | ((x & 0x0F0F_0F0F) &<< 4)
    return x.byteSwapped
  }
}
