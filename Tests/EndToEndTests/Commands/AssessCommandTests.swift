import TestSupport
import Testing

@Suite struct AssessCommandTests {
  private static func assess(_ arguments: String...) throws -> Tool.Run {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    return try Tool.run(["assess", "shop.yaml"] + arguments, in: scratch.url)
  }

  @Test func whatIsMissingIsSaidQuestionByQuestion() throws {
    let run = try Self.assess()
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("Corner shop\n"))
    #expect(run.text.contains("The company has not reached the first stage: score 0.75 of 2."))
    #expect(run.text.contains("Commerce: missing for Crawl"))
    #expect(run.text.contains("Nobody knows: Do customers get a receipt by mail?"))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: [("nl", "Krijgen klanten een bon per mail?"), ("sv", "Får kunderna kvitto per mejl?")])
  func questionsAreAskedInLanguages(language: String, question: String) throws {
    #expect(try Self.assess("--language", language).text.contains(question))
  }

  @Test func theDocumentFollowsItsSchema() throws {
    let document = try Self.assess("--format", "json").json
    #expect(try JSONSchema(named: "assessment").errors(of: document) == [])
    #expect(document["target"] == .string("walk"))
    #expect(document["elements"]?.array?.count == 2)
  }
}
