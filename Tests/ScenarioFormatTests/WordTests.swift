import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct WordTests {
  @Test func suggestsTheNearestWord() throws {
    #expect(try Word.read("strict", as: Policy.StageGates.self) == .strict)
    let near = #expect(throws: Mistake.self) { try Word.read("strikt", as: Policy.StageGates.self) }
    #expect(near?.advice == "Maybe you meant 'strict'.")
    let far = #expect(throws: Mistake.self) { try Word.read("closed", as: Policy.StageGates.self) }
    #expect(far?.advice == "Take one of soft, strict.")
  }

  @Test(arguments: [
    ("Payment Gateway", "payment-gateway"), ("payment_gateway", "payment-gateway"),
    ("GiftCards", "giftcards"),
  ])
  func suggestsAWellFormedID(_ text: String, _ suggestion: String) {
    #expect(Mistake.malformedID(text).advice?.hasPrefix("Maybe '\(suggestion)'.") == true)
  }

  @Test func hasNoSuggestionForWhatCannotBeAnID() {
    #expect(Mistake.malformedID("2024").advice?.hasPrefix("Use lower-case") == true)
  }

  @Test(arguments: ["https://example.org", "http://example.org/a?b=c&d=%20#e"])
  func takesWebAddresses(_ text: String) throws {
    #expect(try Word.webAddress(text) == text)
  }

  @Test(arguments: [
    "example.org", "https://", "javascript:alert(1)", "HTTPS://x.org", "https://a b", "https://a\"b",
    "https://a<b", "ftp://x.org",
  ])
  func refusesOtherAddresses(_ text: String) {
    #expect(throws: Mistake.self) { try Word.webAddress(text) }
  }

  @Test func wantsCurrencyCodes() throws {
    #expect(try Word.currency("SEK") == "SEK")
    for text in ["sek", "EURO", "E1R", "kr", "€€€"] {
      #expect(throws: Mistake.self) { try Word.currency(text) }
    }
  }
}
