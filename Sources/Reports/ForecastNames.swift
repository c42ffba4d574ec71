public import RoadmapModel

/// The names of what forecasts speak of, in a language.
public struct ForecastNames: Sendable {
  private let roadmap: Roadmap
  /// The language of the names.
  public let language: Language

  /// The names of a roadmap.
  public init(roadmap: Roadmap, language: Language) {
    self.roadmap = roadmap
    self.language = language
  }

  /// The name of a capability.
  public func capability(_ id: CapabilityID) -> String { roadmap.capability(id)?.name[language] ?? id.text }

  /// The name of a stage.
  public func stage(_ id: StageID) -> String {
    roadmap.maturity.stages.first { $0.id == id }?.name[language] ?? id.text
  }

  /// The name of a team.
  public func team(_ id: TeamID) -> String { roadmap.team(id)?.name[language] ?? id.text }

  /// The name of a risk.
  public func risk(_ id: RiskID) -> String {
    roadmap.uncertainty.risks.first { $0.id == id }?.name[language] ?? id.text
  }

  /// The name of a decision point.
  public func decision(_ id: DecisionPointID) -> String {
    roadmap.uncertainty.decisionPoints.first { $0.id == id }?.name[language] ?? id.text
  }

  /// The name of a correlation group.
  public func correlation(_ id: CorrelationGroupID) -> String {
    roadmap.uncertainty.correlations.first { $0.id == id }?.name[language] ?? id.text
  }

  /// The name of a KPI.
  public func kpi(_ kpi: KPI) -> String { ChartVocabulary[language].measure(Forecast.Path.Measure(kpi)) }

  /// What an input of a simulation is, such as "Duration of Customer data platform".
  public func driver(_ driver: Forecast.Driver) -> String {
    let words = ChartVocabulary[language]
    let id = driver.subject
    switch driver.input {
    case .risk: return words.input(.risk, risk(RiskID(id)), nil)
    case .absence: return words.input(.absence, team(TeamID(id)), nil)
    case .correlation: return words.input(.correlation, correlation(CorrelationGroupID(id)), nil)
    case .growth, .noise:
      return words.input(driver.input, KPI(rawValue: id).map(kpi) ?? id, nil)
    case .duration, .cost, .runningCost, .effect, .benefit, .success, .doneShare:
      return words.input(driver.input, capability(CapabilityID(id)), driver.kpi.map(kpi))
    }
  }
}
