import ArgumentParser
import RoadmapModel
import ScenarioFormat

/// `gait check`: every mistake of a scenario at once.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake of a scenario, with its place and the next step.",
    discussion: """
      All findings of the scenario, of the files that it extends and of its catalog are \
      shown at once, errors and warnings. Each has a place (file:line:column), a stable id \
      in brackets and, where there is one, the next step.

      The exit code is 1 when a finding is an error, and 0 otherwise.

        gait check shop.yaml
        gait check shop.yaml --format json | jq '.findings[].id'
      """)

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var form: FormatOption
  @OptionGroup var speech: QuietOption

  func run() throws {
    let reading = try scenario.read(form.format)
    switch form.format {
    case .json:
      try Terminal.output.write(bytes: JSONDocument.bytes(of: FindingDocument(reading)))
    case .text:
      let printer = FindingPrinter(reading: reading, showsColor: Terminal.output.showsColor)
      try Terminal.output.write(reading.findings.map { printer.text(of: $0) + "\n" }.joined())
      if !speech.quiet { try Terminal.output.write(summary(of: reading) + "\n") }
    }
    if reading.roadmap == nil { throw CommandFailure(.findings) }
  }

  private func summary(of reading: ScenarioReading) -> String {
    let errors = reading.findings.count { $0.severity == .error }
    let warnings = reading.findings.count - errors
    guard let roadmap = reading.roadmap else {
      return "\(reading.path): \(Self.counted(errors, "error")) and \(Self.counted(warnings, "warning"))."
    }
    let live = roadmap.capabilities.count { roadmap.state(of: $0.id) == .live }
    return "\(reading.path): \(warnings == 0 ? "no findings" : Self.counted(warnings, "warning")); "
      + "\(Self.counted(roadmap.capabilities.count, "capability", "capabilities")), \(live) of them live."
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
