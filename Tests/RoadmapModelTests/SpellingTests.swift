import RoadmapModel
import Testing

@Suite("Spelling")
struct SpellingTests {
  private let known = ["payment-gateway", "storefront", "conversion", "costToServe", "pim", "crm"]

  @Test(
    "A misspelt word has the word that was probably meant",
    arguments: [
      ("payment-gatway", "payment-gateway"), ("storefornt", "storefront"), ("Conversion", "conversion"),
      ("cost_to_serve", "costToServe"), ("converzion", "conversion"), ("pin", "pim"),
    ])
  func finds(word: String, meant: String) {
    #expect(Spelling.nearest(to: word, among: known) == meant)
    #expect(Spelling.suggestion(for: word, among: known) == "Maybe you meant '\(meant)'.")
  }

  @Test(
    "What is near to nothing has no suggestion",
    arguments: ["", "xyz", "gift-cards", String(repeating: "a", count: 65)])
  func findsNothing(word: String) {
    #expect(Spelling.nearest(to: word, among: known) == nil)
    #expect(Spelling.suggestion(for: word, among: known) == nil)
  }

  @Test("Of equally near words, the first is taken")
  func isStable() {
    #expect(Spelling.nearest(to: "crn", among: ["crm", "crp"]) == "crm")
    #expect(Spelling.nearest(to: "crn", among: ["crp", "crm"]) == "crp")
  }

  @Test(
    "The distance counts insertions, deletions, substitutions and swaps",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abcd", 1),
      ("abc", "xbc", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func distance(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(Spelling.distance(Array(right.utf8), Array(left.utf8)) == distance)
  }
}
