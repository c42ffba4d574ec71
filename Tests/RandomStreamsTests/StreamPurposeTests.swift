import RandomStreams
import Testing

@Suite("Purposes of streams")
struct StreamPurposeTests {
  /// The hashes published with the definition of FNV-1a.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func digestIsFNV1a(name: String, digest: UInt64) {
    #expect(StreamPurpose(name).digest == digest)
  }

  @Test func literalAndNameAreTheSamePurpose() {
    let literal: StreamPurpose = "duration"
    #expect(literal == StreamPurpose("dur" + "ation"))
    #expect(literal != "durations")
  }
}
