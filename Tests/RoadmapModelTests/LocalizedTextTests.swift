import RoadmapModel
import Testing

@Suite("Localized texts")
struct LocalizedTextTests {
  @Test("English stands in for a language that is missing")
  func fallsBack() {
    let text = LocalizedText("Crawl", dutch: "Kruipen")
    #expect(Language.allCases.map { text[$0] } == ["Crawl", "Kruipen", "Crawl"])
    #expect(LocalizedText("Crawl", swedish: "Krypa")[.swedish] == "Krypa")
    #expect(("Same" as LocalizedText)[.dutch] == "Same")
  }
}
