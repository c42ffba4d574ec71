import Foundation
import RoadmapModel
import Testing

@Suite("Units")
struct UnitsTests {
  @Test("Amounts are rounded to cents, halves away from zero")
  func roundsMoney() {
    #expect(Money(units: 12.345).cents == 1_235)
    #expect(Money(units: -0.125).cents == -13)
    #expect(Money(units: 0.004).cents == 0)
    #expect(Money(cents: 1_299).units == 12.99)
  }

  @Test("Sums of money are exact")
  func addsMoney() {
    let tenth = Money(units: 0.1)
    #expect((0..<1_000).reduce(Money.zero) { sum, _ in sum + tenth } == Money(units: 100))
    #expect(Money(units: 5) - Money(units: 7) == -Money(units: 2))
    #expect(Money(cents: -1) < .zero)
  }

  @Test("Money is a number of units in JSON, people a number of persons, periods an index")
  func codable() throws {
    let encoder = JSONEncoder()
    #expect(String(decoding: try encoder.encode([Money(cents: 1_250)]), as: UTF8.self) == "[12.5]")
    #expect(String(decoding: try encoder.encode([People(0.75)]), as: UTF8.self) == "[0.75]")
    #expect(String(decoding: try encoder.encode([Period(7)]), as: UTF8.self) == "[7]")
    let decoder = JSONDecoder()
    for cents in [Int64(0), 1, -1, 99, 123_456_789_012_345] {
      let data = try encoder.encode([Money(cents: cents)])
      #expect(try decoder.decode([Money].self, from: data) == [Money(cents: cents)])
    }
    #expect(try decoder.decode([People].self, from: Data("[1.5]".utf8)) == [People(hundredths: 150)])
    #expect(try decoder.decode([Period].self, from: Data("[-3]".utf8)) == [Period(-3)])
  }

  @Test("Numbers that do not fit are refused, not crashed on", arguments: ["1e17", "-1e300", "\"12\""])
  func refuses(json: String) {
    let data = Data("[\(json)]".utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Money].self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([People].self, from: data) }
  }

  @Test("People are counted in hundredths")
  func people() {
    #expect(People(0.5) + People(1.25) == People(hundredths: 175))
    #expect(People(2) - People(3) < .zero)
    #expect(People(hundredths: 333).count == 3.33)
  }

  @Test("Periods are strided over and compared, whatever their index")
  func periods() {
    #expect(Array(Period(2)..<Period(5)) == [Period(2), Period(3), Period(4)])
    #expect(Period(.min) < Period(.max))
    #expect(Period(.min) != Period(.max))
  }
}
