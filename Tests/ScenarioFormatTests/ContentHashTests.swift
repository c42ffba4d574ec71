import Testing

@testable import ScenarioFormat

@Suite struct ContentHashTests {
  private func hash(_ parts: String...) -> String {
    var hash = ContentHash()
    for part in parts { hash.add(Array(part.utf8)) }
    return hash.text
  }

  @Test func isTheSameForTheSameParts() {
    #expect(hash("a", "b") == hash("a", "b"))
    #expect(hash().count == 16 && hash("a").count == 16)
  }

  @Test func tellsPartsApart() {
    #expect(Set([hash("ab"), hash("a", "b"), hash("", "ab"), hash("ab", ""), hash("ba"), hash()]).count == 6)
  }

  /// FNV-1a of nothing is its offset basis; a part adds its length first.
  @Test func isFNV1a() {
    #expect(hash() == "cbf29ce484222325")
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in [1, 0, 0, 0, 0, 0, 0, 0, 0x61] as [UInt64] { state = (state ^ byte) &* 0x100_0000_01b3 }
    #expect(hash("a") == String(state, radix: 16))
  }
}
