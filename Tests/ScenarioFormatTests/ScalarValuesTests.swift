import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct ScalarValuesTests {
  private func kind<Value>(_ read: () throws -> Value) -> MistakeKind? {
    do {
      _ = try read()
      return nil
    } catch {
      return (error as? Mistake)?.kind
    }
  }

  @Test func keepsAmountsAndFractionsApart() throws {
    #expect(try ScalarValue.amount("12k") == 12_000)
    #expect(try ScalarValue.fraction("12%") == 0.12)
    #expect(try ScalarValue.fraction("0.12") == 0.12)
    #expect(kind { try ScalarValue.amount("12%") } == .percentNotAllowed)
    #expect(kind { try ScalarValue.fraction("12k") } == .suffixNotAllowed)
    #expect(kind { try ScalarValue.amount("12k per month") } == .unitNotAllowed)
    #expect(kind { try ScalarValue.fraction("12% per month") } == .unitNotAllowed)
  }

  @Test func countsPeopleInHundredths() throws {
    #expect(try ScalarValue.people("1.25") == People(hundredths: 125))
    #expect(try ScalarValue.people("0.29") == People(hundredths: 29))
    #expect(kind { try ScalarValue.people("0.125") } == .numberTooPrecise)
    #expect(kind { try ScalarValue.people("2M") } == .numberTooLarge)
  }

  @Test func wantsWholeNumbers() throws {
    #expect(try ScalarValue.wholeNumber("12") == 12)
    #expect(try ScalarValue.wholeNumber("1.5k") == 1_500)
    #expect(kind { try ScalarValue.wholeNumber("1.5") } == .notAWholeNumber)
  }

  @Test(arguments: [
    ("yes", true), ("Yes", true), ("true", true), ("on", true), ("no", false), ("FALSE", false),
    ("off", false),
  ])
  func takesYesAndNo(_ text: String, _ value: Bool) throws {
    #expect(try ScalarValue.answer(text) == value)
  }

  @Test(arguments: ["y", "n", "1", "0", "", "maybe", "yess"])
  func takesNothingElseForYesAndNo(_ text: String) {
    #expect(kind { try ScalarValue.answer(text) } == .notYesOrNo)
  }
}
