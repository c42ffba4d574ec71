import Foundation
import RoadmapModel
import Testing

@Suite("Identifiers")
struct IdentifiersTests {
  @Test(
    "Lower-case letters, digits and hyphens make an identifier",
    arguments: ["a", "payment-gateway", "a1", "x-", String(repeating: "a", count: 64)])
  func wellFormed(text: String) {
    #expect(CapabilityID.isWellFormed(text))
  }

  @Test(
    "Anything else does not",
    arguments: [
      "", "1a", "-a", "A", "aB", "a_b", "a b", "a.b", "ä", "a\u{301}", "a\n",
      String(repeating: "a", count: 65),
    ])
  func malformed(text: String) {
    #expect(!CapabilityID.isWellFormed(text))
  }

  @Test("Identifiers are ordered by their letters")
  func order() {
    let ids: [TeamID] = ["b", "a-2", "a", "a1", "a-10"]
    #expect(ids.sorted().map(\.text) == ["a", "a-10", "a-2", "a1", "b"])
  }

  @Test("An identifier is a plain string in JSON")
  func codable() throws {
    let data = try JSONEncoder().encode([CapabilityID("pim")])
    #expect(String(decoding: data, as: UTF8.self) == #"["pim"]"#)
    #expect(try JSONDecoder().decode([CapabilityID].self, from: data) == ["pim"])
  }
}
