import Testing

@testable import ScenarioFormat

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      ("25000", 25_000), ("25k", 25_000), ("25K", 25_000), ("25 k", 25_000), ("1.2M", 1_200_000),
      ("25_000", 25_000), ("0", 0),
      (".045", 0.045), ("4.5%", 0.045), ("4.5 %", 0.045), ("+3%", 0.03), ("-2%", -0.02), ("-.5", -0.5),
      ("007", 7),
      ("1_0.2_5", 10.25), ("999999999999999", 999_999_999_999_999),
    ] as [(String, Double)])
  func readsWhatPeopleWrite(_ text: String, _ value: Double) throws {
    #expect(try NumberText(text).value == value)
  }

  @Test(arguments: [
    "", " ", "k", "%", ".", "+", "-", "--1", "+-1", "1.", ".k", "_1", "1_", "1__0", "1_.0", "1e5", "1E5",
    "0x10", "0o7", "nan", "inf",
    "infinity", "1/2", "12:30", "5%%", "5k%", "5kk", "m5", "5m", "½", "٣", "\u{2212}5", "1 000", "5 %!",
    "(5)",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(throws: Mistake.self) { try NumberText(text) }
  }

  @Test(arguments: [
    ("1,5", MistakeKind.decimalComma), ("4,5%", .decimalComma), ("1,25", .decimalComma),
    ("12,000", .thousandsSeparator),
    ("1.200.000", .thousandsSeparator), ("1,200,000.50", .thousandsSeparator), ("€12", .currencyInNumber),
    ("12 EUR", .currencyInNumber), ("12 kr", .currencyInNumber), ("twelve", .notANumber),
    ("1e300", .notANumber),
    ("9999999999999999", .numberTooLarge), ("-9999999999999999", .numberTooLarge),
    ("10000000000000k", .numberTooLarge),
    (String(repeating: "1", count: 41), .notANumber),
  ])
  func saysWhatWasProbablyMeant(_ text: String, _ kind: MistakeKind) {
    let mistake = #expect(throws: Mistake.self) { try NumberText(text) }
    #expect(mistake?.kind == kind)
  }

  /// Percentages and multiples are converted as decimals, so they are the doubles nearest to what was written.
  @Test func roundsOnce() throws {
    for count in 1...999 {
      #expect(try NumberText("\(count)%").value == Double("\(count)e-2"))
      #expect(try NumberText("0.\(count)k").value == Double("0.\(count)e3"))
    }
  }
}
