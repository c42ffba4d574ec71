import RoadmapModel

/// The keys that one kind of map in a scenario may have; the raw value is the key as it is written.
///
/// The reader takes nothing that is not a case of such a type, and the schema for editors is checked against the same types.
protocol SectionKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

enum ScenarioKey: String, SectionKey {
  case gait, name, extends, catalog, calendar
  case stages, elements, sources, overlapGroups, capabilities, alternatives
  case company, target, policy, teams, budget, business, discountRate, objective, weights, evidence, decisions
  case uncertainty, record

  /// The keys that a catalog may have.
  static let ofCatalogs: [ScenarioKey] = [
    .gait, .name, .stages, .elements, .sources, .overlapGroups, .capabilities, .alternatives,
  ]
}

enum CalendarKey: String, SectionKey {
  case start, horizon
}

enum StageKey: String, SectionKey {
  case name, summary, demands
}

enum DemandKey: String, SectionKey {
  case atLeast, of
}

enum ElementKey: String, SectionKey {
  case name, question
}

enum SourceKey: String, SectionKey {
  case title, publisher, year, url
}

enum OverlapGroupKey: String, SectionKey {
  case name, kpi, ceiling
}

enum CapabilityKey: String, SectionKey {
  case name, summary, stage, element, proof, requires, provides, trigger
  case duration, needs, cost, costTiming, runningCost, effects, benefit, chanceOfSuccess
}

enum PrerequisiteKey: String, SectionKey {
  case capability, atLeast, of, lag
}

enum EstimateKey: String, SectionKey {
  case range, distribution, evidence, source
}

enum MonthlyEstimateKey: String, SectionKey {
  case range, per, distribution, evidence, source
}

enum EffectKey: String, SectionKey {
  case change, distribution, evidence, source, ramp, overlap
}

enum BenefitKey: String, SectionKey {
  case range, per, distribution, evidence, source, ramp
}

enum AlternativeKey: String, SectionKey {
  case name, choose, of, criteria, scores, minimumScore, pointValue
}

enum CompanyKey: String, SectionKey {
  case live, partial, inProgress, notApplicable, answers
}

enum AnswerKey: String, SectionKey {
  case answer, evidence, on, note
}

enum TargetKey: String, SectionKey {
  case stage, by
}

enum PolicyKey: String, SectionKey {
  case stageGates, workInProgress, freeze
}

enum FreezeKey: String, SectionKey {
  case from, to
}

enum TeamKey: String, SectionKey {
  case name, capacity, changes, absence
}

enum AbsenceKey: String, SectionKey {
  case share, spell
}

enum CapacityChangeKey: String, SectionKey {
  case from, capacity
}

enum BudgetKey: String, SectionKey {
  case every, amount, carryOver, windows
}

enum BudgetWindowKey: String, SectionKey {
  case from, through, amount
}

enum BusinessKey: String, SectionKey {
  case currency, visits, conversion, orderValue, margin, returnRate, costToServe
  case customers, churn, reorderRate, newCustomerShare
}

enum BaselineKey: String, SectionKey {
  case value, growth, seasonality, growthSpread, noise, autocorrelation
}

enum WeightsKey: String, SectionKey {
  case impact, cost
}

enum EvidencePolicyKey: String, SectionKey {
  case shrink, trust, prior, priorSpread
}

enum DecisionsKey: String, SectionKey {
  case pin, force, exclude, notBefore, liveBy
}

enum UncertaintyKey: String, SectionKey {
  case execution, start, correlations, risks, decisionPoints
}

enum CorrelationKey: String, SectionKey {
  case name, capabilities, team, quantities, coefficient
}

enum RiskKey: String, SectionKey {
  case name, probability, capabilities, team, each, from, through, factor, delay, cost, loss, mitigation
}

enum MitigationKey: String, SectionKey {
  case capability, price, taken, probability
}

enum DecisionPointKey: String, SectionKey {
  case name, pilot, wait, kpi, improvement, then, otherwise
}

enum RecordKey: String, SectionKey {
  case through, capabilities, stages, forecasts
}

enum ActualKey: String, SectionKey {
  case started, finished, cost, effects
}

enum MeasuredEffectKey: String, SectionKey {
  case change, on
}

enum PastForecastKey: String, SectionKey {
  case made, durations, costs, effects, promises
}

enum PromiseKey: String, SectionKey {
  case capability, stage, by, probability
}

extension Language: SectionKey {}
extension KPI: SectionKey {}
extension EvidenceGrade: SectionKey {}
