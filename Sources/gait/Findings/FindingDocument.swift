import RoadmapModel
import ScenarioFormat

/// The findings of a scenario as a JSON document, described by `docs/schema/findings.schema.json`.
struct FindingDocument: Encodable {
  /// A finding with all its parts.
  struct Entry: Encodable {
    let id: String
    let severity: Finding.Severity
    let message: String
    let advice: String?
    let path: [String]
    let place: Finding.Place?
  }

  let format = "gait-findings/1"
  let scenario: String
  let errors: Int
  let warnings: Int
  let inputHash: String
  let findings: [Entry]

  init(_ reading: ScenarioReading) {
    scenario = reading.path
    errors = reading.findings.count { $0.severity == .error }
    warnings = reading.findings.count { $0.severity == .warning }
    inputHash = reading.inputHash
    findings = reading.findings.map {
      Entry(
        id: $0.id, severity: $0.severity, message: $0.message, advice: $0.advice, path: $0.path,
        place: $0.place)
    }
  }
}
