import Catalogs
import Foundation
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// The schema for editors says the same as the reader.
@Suite struct SchemaTests {
  private static let loaded = Result { try JSONSchema(named: "scenario") }

  static func schema() throws -> JSONSchema { try loaded.get() }

  /// The keys that the reader takes, by the name of the definition in the schema.
  static let sections: [String: [String]] = {
    func keys<Key: SectionKey>(_ type: Key.Type) -> [String] { Key.allCases.map(\.rawValue) }
    let baseline = keys(BaselineKey.self)
    return [
      "scenario": keys(ScenarioKey.self), "calendar": keys(CalendarKey.self), "stage": keys(StageKey.self),
      "demand": keys(DemandKey.self), "element": keys(ElementKey.self), "source": keys(SourceKey.self),
      "overlapGroup": keys(OverlapGroupKey.self), "capability": keys(CapabilityKey.self),
      "prerequisite": keys(PrerequisiteKey.self), "durationEstimate": keys(EstimateKey.self),
      "amountEstimate": keys(EstimateKey.self), "monthlyEstimate": keys(MonthlyEstimateKey.self),
      "effect": keys(EffectKey.self), "effects": KPI.levers.map(\.rawValue), "benefit": keys(BenefitKey.self),
      "alternative": keys(AlternativeKey.self), "company": keys(CompanyKey.self),
      "answer": keys(AnswerKey.self),
      "target": keys(TargetKey.self), "policy": keys(PolicyKey.self), "freezeWindow": keys(FreezeKey.self),
      "team": keys(TeamKey.self), "capacityChange": keys(CapacityChangeKey.self),
      "budget": keys(BudgetKey.self),
      "budgetWindow": keys(BudgetWindowKey.self), "business": keys(BusinessKey.self),
      "amountBaseline": baseline, "fractionBaseline": baseline, "amountRateBaseline": baseline,
      "fractionRateBaseline": baseline, "weights": keys(WeightsKey.self),
      "evidencePolicy": keys(EvidencePolicyKey.self), "trust": keys(EvidenceGrade.self),
      "decisions": keys(DecisionsKey.self), "languages": keys(Language.self),
      "fractionEstimate": keys(EstimateKey.self), "absence": keys(AbsenceKey.self),
      "uncertainty": keys(UncertaintyKey.self), "correlation": keys(CorrelationKey.self),
      "risk": keys(RiskKey.self), "mitigation": keys(MitigationKey.self),
      "decisionPoint": keys(DecisionPointKey.self), "record": keys(RecordKey.self),
      "actual": keys(ActualKey.self), "measuredEffects": KPI.levers.map(\.rawValue),
      "measuredEffect": keys(MeasuredEffectKey.self), "pastForecast": keys(PastForecastKey.self),
      "effectRanges": KPI.levers.map(\.rawValue), "promise": keys(PromiseKey.self),
    ]
  }()

  @Test func hasTheKeysOfTheReader() throws {
    let root = try Self.schema().root
    var properties = ["scenario": root["properties"]?.object ?? [:]]
    for (name, definition) in root["$defs"]?.object ?? [:] {
      if let members = definition["properties"]?.object { properties[name] = members }
    }
    #expect(properties.mapValues { $0.keys.sorted() } == Self.sections.mapValues { $0.sorted() })
    for (name, members) in properties {
      for (key, property) in members {
        #expect(property["description"]?.string?.hasSuffix(".") == true, "\(name).\(key) is described")
      }
    }
  }

  @Test func hasTheWordsOfTheReader() throws {
    let root = try Self.schema().root
    func words(_ steps: String...) -> [String]? {
      let place = steps.reduce(root as JSONValue?) { $0?[$1] }
      let words = place?["enum"] ?? place?["anyOf"]?.array?.compactMap { $0["enum"] }.first
      return words?.array?.compactMap(\.string)
    }
    func all<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> [String] {
      Value.allCases.map(\.rawValue)
    }
    #expect(words("$defs", "kpi") == all(KPI.self))
    #expect(words("$defs", "grade") == all(EvidenceGrade.self))
    #expect(words("$defs", "timeUnit") == all(TimeUnit.self))
    #expect(words("$defs", "capability", "properties", "costTiming") == all(Capability.CostTiming.self))
    #expect(words("$defs", "alternative", "properties", "choose") == all(Alternative.Choice.self))
    #expect(words("$defs", "policy", "properties", "stageGates") == all(Policy.StageGates.self))
    #expect(words("$defs", "budget", "properties", "every") == all(Budget.Cycle.self))
    #expect(words("$defs", "answer", "properties", "evidence") == all(ProofAnswer.Basis.self))
    #expect(words("properties", "objective") == all(Objective.self))
    #expect(
      words("$defs", "durationEstimate", "properties", "distribution") == all(Estimate.Distribution.self))
    #expect(words("$defs", "uncertainty", "properties", "execution") == all(ExecutionPolicy.self))
    let quantities = root["$defs"]?["correlation"]?["properties"]?["quantities"]?["anyOf"]?.array?.first
    #expect(
      quantities?["items"]?["enum"]?.array?.compactMap(\.string) == all(CorrelationGroup.Quantity.self))
  }

  /// The tree of a text as an editor sees it, which is before layers are merged.
  private func parsed(_ text: String) -> JSONValue? {
    let log = FindingLog()
    let source = SourceText(file: "file.yaml", text: text)
    return YAMLDocument.read(source, at: log.add(source), into: log).map { JSONValue($0) }
  }

  static func validFiles() throws -> [String] {
    let scenarios = Fixtures.package.appending(path: "scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarios.path)) ?? []
    return [Fixtures.path("Valid/complete.yaml"), Fixtures.path("Invalid/support/base.yaml")]
      + names.filter { $0.hasSuffix(".yaml") }.sorted().map { scenarios.appending(path: $0).path }
  }

  @Test(arguments: try validFiles())
  func takesValidScenarios(_ path: String) throws {
    let tree = try #require(try parsed(String(contentsOfFile: path, encoding: .utf8)))
    #expect(try Self.schema().errors(of: tree) == [])
  }

  @Test(arguments: ShelvedCatalog.builtIn.flatMap { $0.parts.map(\.file) })
  func takesBuiltInCatalogs(_ file: String) throws {
    let part = try #require(ShelvedCatalog.builtIn.flatMap(\.parts).first { $0.file == file })
    let tree = try #require(parsed(part.text))
    // Parts are one document together, so only one of them needs the version.
    #expect(try Self.schema().errors(of: tree).filter { $0 != "/gait: required" } == [])
  }

  /// Mistakes that an editor can show without knowing the rest of the scenario.
  static let visible: Set<String> = [
    "expected-map", "expected-list", "expected-value", "unknown-key", "malformed-id", "unknown-word",
    "not-yes-or-no",
    "not-a-number", "thousands-separator", "decimal-comma", "currency-in-number", "percent-not-allowed",
    "suffix-not-allowed", "not-a-duration", "duration-without-unit", "unknown-unit", "rate-without-unit",
    "unit-not-allowed", "not-a-date", "not-a-season-day", "range-size", "not-a-trigger", "not-a-currency",
    "not-a-web-address", "unsupported-version", "not-a-whole-number", "season-count", "effect-on-result",
  ]

  @Test(
    arguments: try InvalidFilesTests.names().filter { visible.contains(InvalidFilesTests.id(ofFile: $0)) })
  func refusesWhatTheReaderRefuses(_ name: String) throws {
    let text = try Fixtures.text("Invalid/\(name)")
    guard let tree = parsed(text), !text.contains("support/old.yaml") else { return }
    #expect(try !Self.schema().errors(of: tree).isEmpty)
  }
}
