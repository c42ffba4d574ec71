import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct TimeSpanTests {
  @Test(
    arguments: [
      ("6w", 6), ("6 weeks", 6), ("1 week", 1), ("1.5w", 1.5), ("14 days", 2), ("7d", 1),
      ("12 months", 365.25 / 7),
      ("4 quarters", 365.25 / 7), ("1 year", 365.25 / 7), ("2y", 730.5 / 7), ("-1w", -1), ("0w", 0),
    ] as [(String, Double)])
  func countsInWeeks(_ text: String, _ weeks: Double) throws {
    #expect(abs(try TimeSpan.weeks(text) - weeks) < 1e-12)
  }

  @Test(arguments: [
    ("soon", MistakeKind.notADuration), ("w", .notADuration), ("6", .durationWithoutUnit),
    ("6 m", .unknownUnit),
    ("6 weks", .unknownUnit), ("6 weeks 2 days", .unknownUnit), ("6 Weeks", .unknownUnit),
    ("1,5 weeks", .unknownUnit),
    ("1.2.3w", .thousandsSeparator), ("1000001w", .numberTooLarge), ("20k years", .unknownUnit),
  ])
  func refusesOtherSpans(_ text: String, _ kind: MistakeKind) {
    let mistake = #expect(throws: Mistake.self) { try TimeSpan.weeks(text) }
    #expect(mistake?.kind == kind)
  }

  @Test func suggestsUnits() {
    let mistake = #expect(throws: Mistake.self) { try TimeSpan.weeks("6 weaks") }
    #expect(mistake?.advice == "Maybe you meant 'weeks'.")
  }
}

@Suite struct RateTests {
  private func value(_ text: String, per unit: TimeUnit, _ conversion: Rate.Conversion) throws -> Double {
    try Rate.value(text, per: unit, conversion, number: ScalarValue.fraction)
  }

  @Test func keepsWhatIsWrittenInItsUnit() throws {
    #expect(try value("4.5% per month", per: .month, .decay) == 0.045)
    #expect(try value("4.5%  per  months", per: .month, .proportional) == 0.045)
    #expect(try value("9% per year", per: .year, .growth) == 0.09)
  }

  @Test func convertsCountsInProportion() throws {
    #expect(try value("1.2 per year", per: .month, .proportional) == 1.2 / 12)
    #expect(try value("0.3 per quarter", per: .month, .proportional) == 0.3 / 3)
    #expect(try abs(value("0.1 per week", per: .year, .proportional) - 36.525 / 7) < 1e-12)
  }

  /// Twelve months of growth are a year of growth, and twelve months of leaving leave what a year leaves.
  @Test func compoundsGrowthAndDecay() throws {
    let year = try value("1% per month", per: .year, .growth)
    #expect(abs(year - 0.126_825_030_131_969_72) < 1e-12)
    let churn = try value("50% per year", per: .month, .decay)
    var left = 1.0
    for _ in 0..<12 { left *= 1 - churn }
    #expect(abs(left - 0.5) < 1e-12)
  }

  @Test func leavesImpossibleRatesToTheRules() throws {
    #expect(try value("150% per year", per: .month, .decay) == 1.5)
    #expect(try value("-200% per month", per: .year, .growth) == -2)
  }

  @Test(arguments: [
    ("4.5%", MistakeKind.rateWithoutUnit), ("4.5% per", .unknownUnit), ("4.5% per mouth", .unknownUnit),
    ("4.5% a month", .notANumber), ("per month", .notANumber), ("4.5% per month per year", .unitNotAllowed),
    ("x", .notANumber),
  ])
  func refusesOtherRates(_ text: String, _ kind: MistakeKind) {
    let mistake = #expect(throws: Mistake.self) { try value(text, per: .month, .growth) }
    #expect(mistake?.kind == kind)
  }
}
