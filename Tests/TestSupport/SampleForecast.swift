package import RoadmapModel

/// A forecast made by hand for a roadmap, for tests of what shows forecasts: the numbers are plausible, and known.
package enum SampleForecast {
  /// A roadmap with two stages, three capabilities, a team, a risk and a decision point.
  package static func roadmap() throws -> Roadmap {
    let fixture = RoadmapFixture(periods: 104).business().team("development", 2)
      .capability("shop")
      .capability(
        "search", stage: "walk", effects: [Effect(.conversion, change: Estimate(0.02))]
      )
      .capability("advice & <care>", stage: "walk")
      .with { contents in
        contents.name = LocalizedText("Shop & <Sons>", dutch: "Winkel & <Zonen>", swedish: "Butik & <Soner>")
        contents.uncertainty.risks = [
          Risk(
            id: "vendor", name: LocalizedText("The vendor is late", dutch: "De leverancier is te laat"),
            probability: 0.3, delay: Estimate(3))
        ]
        contents.uncertainty.decisionPoints = [
          DecisionPoint(
            id: "fork", name: "Does search pay?", pilot: "search", wait: 8, kpi: .conversion,
            improvement: 0.01,
            then: ["advice & <care>"])
        ]
        contents.target.stage = "walk"
      }
    return try fixture.roadmap()
  }

  /// A number whose quantiles lie evenly around a mean.
  package static func figure(_ mean: Double, _ spread: Double, histogram: Bool = false) -> Forecast.Figure {
    Forecast.Figure(
      mean: mean, standardError: spread / 100, standardDeviation: spread,
      quantiles: Forecast.Quantiles { mean + ($0 - 0.5) * 3.3 * spread },
      histogram: histogram
        ? Forecast.Histogram(lowest: mean - 2 * spread, width: spread, counts: [10, 40, 35, 15]) : nil)
  }

  /// A day that comes in so many futures, its quantiles a week apart for each tenth.
  package static func date(_ week: Int, in roadmap: Roadmap, share: Double = 1) -> Forecast.DateFigure {
    Forecast.DateFigure(
      share: Forecast.Probability(share, standardError: share < 1 ? 0.005 : 0),
      quantiles: Forecast.Quantiles { level in
        guard level <= share else { return nil }
        return roadmap.calendar.date(of: Period(week + Int(((level - 0.5) * 10).rounded())))
      },
      meanPeriod: Double(week), standardError: 0.1)
  }

  /// The forecast.
  package static func forecast(of roadmap: Roadmap) -> Forecast {
    Forecast(
      scenario: roadmap.name.english, currency: "EUR",
      run: Forecast.Run(
        trials: 4_096, seed: 1, sampling: .sobol, scrambles: 16, policy: .priorityList, end: .trials),
      stages: [
        stage("crawl", 12, roadmap, byPlan: 0.4), stage("walk", 60, roadmap, byPlan: 0.32, deadline: 66),
      ],
      money: money(roadmap), joint: joint(roadmap), paths: paths(roadmap),
      capabilities: roadmap.capabilities.enumerated().map { position, capability in
        self.capability(capability.id, position, roadmap)
      },
      drivers: drivers,
      waits: [
        Forecast.WaitShare(kind: .team, subject: "development", weeks: 22.5, share: 0.6),
        Forecast.WaitShare(kind: .prerequisite, subject: nil, weeks: 11.25, share: 0.3),
        Forecast.WaitShare(kind: .freeze, subject: nil, weeks: 3.75, share: 0.1),
      ],
      risks: [
        Forecast.RiskForecast(
          id: "vendor", frequency: Forecast.Probability(0.3, standardError: 0.004), npvChange: -42_000,
          delay: 2.6)
      ],
      decisions: [
        Forecast.DecisionForecast(
          id: "fork", decided: 0.98, improved: 0.7, date: date(40, in: roadmap, share: 0.98))
      ],
      inputHash: "0123456789abcdef")
  }

  private static func stage(
    _ id: StageID, _ week: Int, _ roadmap: Roadmap, byPlan: Double, deadline: Int? = nil
  ) -> Forecast.StageForecast {
    let calendar = roadmap.calendar
    return Forecast.StageForecast(
      stage: id, planned: calendar.date(of: Period(week - 2)), reached: date(week, in: roadmap, share: 0.97),
      byPlan: Forecast.Probability(byPlan, standardError: 0.004),
      deadline: deadline.map { calendar.date(of: Period($0)) },
      byDeadline: deadline.map { _ in Forecast.Probability(0.784, standardError: 0.006) },
      byQuarter: (1...8).map { quarter in
        let share = Double(quarter * 13 - week + 8) / 20
        return Forecast.DatedProbability(
          date: calendar.date(of: Period(quarter * 13)).advanced(by: -1),
          probability: min(max(share, 0), 0.97), standardError: 0.005)
      })
  }

  private static func money(_ roadmap: Roadmap) -> Forecast.MoneyForecast {
    Forecast.MoneyForecast(
      planned: Forecast.PlannedMoney(npv: 410_000, impact: 560_000, cost: 150_000, oneOffCost: 120_000),
      npv: figure(350_000, 140_000, histogram: true), impact: figure(520_000, 130_000),
      cost: figure(170_000, 25_000), oneOffCost: figure(136_000, 20_000, histogram: true),
      payback: date(70, in: roadmap, share: 0.93), loss: Forecast.Probability(0.012, standardError: 0.002),
      worstTenth: 96_000, deepestCash: figure(88_000, 15_000))
  }

  private static func joint(_ roadmap: Roadmap) -> [Forecast.JointConfidence] {
    let bases: [(Forecast.JointConfidence.Basis, Int, Double, Double, Double)] = [
      (.plan, 58, 120_000, 410_000, 0.14), (.scenario, 66, 120_000, 0, 0.21),
      (.confident, 65, 165_000, 190_000, 0.8),
    ]
    return bases.map { basis, week, cost, npv, all in
      Forecast.JointConfidence(
        basis: basis, stage: "walk", by: roadmap.calendar.date(of: Period(week)), oneOffCost: cost, npv: npv,
        date: Forecast.Probability(min(1, all + 0.1), standardError: 0.005),
        cost: Forecast.Probability(min(1, all + 0.05), standardError: 0.005),
        value: Forecast.Probability(min(1, all + 0.15), standardError: 0.005),
        all: Forecast.Probability(all, standardError: 0.005))
    }
  }

  private static func paths(_ roadmap: Roadmap) -> [Forecast.Path] {
    let measures: [(Forecast.Path.Measure, Double, Double)] = [
      (.profit, 50_000, 1_000), (.conversion, 0.014, 0.000_05), (.cash, -20_000, 9_000),
    ]
    return measures.map { measure, start, slope in
      Forecast.Path(
        measure: measure,
        points: (0...24).map { month in
          let period = Period(month * 104 / 24 - (month == 24 ? 1 : 0))
          let value = start + slope * Double(month)
          return Forecast.Path.Point(
            date: roadmap.calendar.date(of: period), period: period, planned: value + slope,
            withoutPlan: measure == .cash ? nil : start, mean: value,
            quantiles: Forecast.Quantiles { value + ($0 - 0.5) * slope * Double(month) })
        })
    }
  }

  private static func capability(
    _ id: CapabilityID, _ position: Int, _ roadmap: Roadmap
  ) -> Forecast.CapabilityForecast {
    let calendar = roadmap.calendar
    let start = position * 20
    return Forecast.CapabilityForecast(
      id: id, plannedStart: calendar.date(of: Period(start)),
      plannedFinish: calendar.date(of: Period(start + 8)), start: date(start + 6, in: roadmap),
      finish: date(start + 16, in: roadmap, share: 0.97), duration: figure(9, 2), cost: figure(40_000, 6_000),
      criticality: [0.08, 0.92, 0.35][position % 3], cruciality: [0.02, 0.64, 0.21][position % 3],
      success: [1, 0.8, 1][position % 3])
  }

  private static let drivers: [Forecast.Driver] = [
    Forecast.Driver(
      output: .targetDate, input: .duration, subject: "search", rankCorrelation: 0.64, varianceShare: 0.52,
      meanWhenLow: 56, meanWhenHigh: 66),
    Forecast.Driver(
      output: .targetDate, input: .absence, subject: "development", rankCorrelation: 0.4, varianceShare: 0.2,
      meanWhenLow: 58, meanWhenHigh: 63),
    Forecast.Driver(
      output: .targetDate, input: .risk, subject: "vendor", rankCorrelation: 0.3, varianceShare: 0.11,
      meanWhenLow: 59, meanWhenHigh: 62.5),
    Forecast.Driver(
      output: .npv, input: .effect, subject: "search", kpi: .conversion, rankCorrelation: 0.7,
      varianceShare: 0.55, meanWhenLow: 180_000, meanWhenHigh: 540_000, firstOrder: 0.5, total: 0.6),
    Forecast.Driver(
      output: .npv, input: .growth, subject: "visits", rankCorrelation: 0.4, varianceShare: 0.2,
      meanWhenLow: 270_000, meanWhenHigh: 430_000, firstOrder: 0.18, total: 0.2),
    Forecast.Driver(
      output: .npv, input: .success, subject: "search", rankCorrelation: 0.35, varianceShare: 0.15,
      meanWhenLow: 210_000, meanWhenHigh: 380_000, firstOrder: 0.12, total: 0.2),
    Forecast.Driver(
      output: .oneOffCost, input: .cost, subject: "advice & <care>", rankCorrelation: 0.6,
      varianceShare: 0.5, meanWhenLow: 120_000, meanWhenHigh: 152_000),
  ]
}
