import RoadmapModel
import Testing

/// The sentences of the catalog, in its three languages.
@Suite struct CommerceTextsTests {

  /// A text with the place where it stands.
  private struct Placed {
    let place: String
    let text: LocalizedText
  }

  private func names() throws -> [Placed] {
    let roadmap = try CommerceRoadmap.roadmap()
    return roadmap.capabilities.map { Placed(place: "capability \($0.id)", text: $0.name) }
      + roadmap.maturity.stages.map { Placed(place: "stage \($0.id)", text: $0.name) }
      + roadmap.maturity.elements.map { Placed(place: "element \($0.id)", text: $0.name) }
      + roadmap.alternatives.map { Placed(place: "alternative \($0.id)", text: $0.name) }
      + roadmap.overlapGroups.map { Placed(place: "group \($0.id)", text: $0.name) }
  }

  private func summaries() throws -> [Placed] {
    let roadmap = try CommerceRoadmap.roadmap()
    return try roadmap.capabilities.map {
      Placed(place: "\($0.id)", text: try #require($0.summary, "\($0.id)"))
    }
      + roadmap.maturity.stages.map { Placed(place: "\($0.id)", text: try #require($0.summary, "\($0.id)")) }
  }

  private func questions() throws -> [Placed] {
    let roadmap = try CommerceRoadmap.roadmap()
    return roadmap.capabilities.flatMap { capability in
      capability.proofPoints.map { Placed(place: "\(capability.id)/\($0.id)", text: $0.question) }
    }
      + roadmap.maturity.elements.compactMap { element in
        element.question.map { Placed(place: "element \(element.id)", text: $0) }
      }
  }

  @Test func everyTextIsInAllLanguages() throws {
    for placed in try names() + summaries() + questions() {
      for text in [placed.text.english, placed.text.dutch, placed.text.swedish] {
        #expect(text?.isEmpty == false, "\(placed.place)")
      }
    }
  }

  @Test func sentencesAreTranslated() throws {
    for placed in try summaries() + questions() {
      let texts = Language.allCases.map { placed.text[$0] }
      #expect(Set(texts).count == texts.count, "\(placed.place)")
    }
  }

  @Test(arguments: Language.allCases)
  func noTwoQuestionsOrNamesAreTheSame(language: Language) throws {
    for texts in [try questions(), try names().filter { $0.place.hasPrefix("capability ") }] {
      let groups = Dictionary(grouping: texts) { $0.text[language].lowercased() }
      #expect(groups.values.filter { $0.count > 1 }.map { $0.map(\.place) } == [])
    }
  }

  @Test func everyCapabilityHasTwoOrThreeQuestions() throws {
    for capability in try CommerceRoadmap.roadmap().capabilities {
      #expect((2...3).contains(capability.proofPoints.count), "\(capability.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func questionsEndWithAQuestionMarkAndSummariesWithAFullStop(language: Language) throws {
    for placed in try questions() { #expect(placed.text[language].hasSuffix("?"), "\(placed.place)") }
    for placed in try summaries() { #expect(placed.text[language].hasSuffix("."), "\(placed.place)") }
  }

  @Test func everyElementAsksAQuestion() throws {
    for element in try CommerceRoadmap.roadmap().maturity.elements {
      #expect(element.question != nil, "\(element.id)")
    }
  }

  /// Words that machine translations of maturity models are known for.
  static let mistranslations = [
    "looptijd", "gekruist", "kurn", "productreeksen", "loopbaan", "runtime", "löptid", "crawlning",
    "kundvagnse", "värdtjänst", "afterbetala", "utlösarbaserad", "betalningskorten",
  ]

  @Test(arguments: mistranslations)
  func avoidsMistranslations(word: String) throws {
    for placed in try names() + summaries() + questions() {
      for text in [placed.text.dutch, placed.text.swedish] {
        #expect(text?.lowercased().contains(word) == false, "\(placed.place)")
      }
    }
  }
}
