/// The hash of all bytes that a reading used: equal inputs have equal hashes, on every machine.
///
/// The 64-bit FNV-1a of Fowler, Noll and Vo. Each part is preceded by its length, so that moving text from one file to another
/// changes the hash. It tells inputs apart; it does not protect against someone who wants two inputs to look equal.
struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds the bytes of one file.
  mutating func add(_ bytes: some Collection<UInt8>) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { for byte in $0 { add(byte) } }
    for byte in bytes { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
