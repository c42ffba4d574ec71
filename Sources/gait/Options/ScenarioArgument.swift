import ArgumentParser
import RoadmapModel
import ScenarioFormat

/// The scenario that a command works on.
struct ScenarioArgument: ParsableArguments {
  @Argument(help: "The scenario, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  /// Reads the scenario.
  ///
  /// - Throws: `CommandFailure` when there is no file to read; the JSON document says so too.
  func read(_ format: ReportFormat) throws -> ScenarioReading {
    try Self.reading(of: scenario, format)
  }

  /// Reads a scenario that an option names.
  ///
  /// - Throws: `CommandFailure` when there is no file to read; the JSON document says so too.
  static func reading(of scenario: String, _ format: ReportFormat) throws -> ScenarioReading {
    let reading = ScenarioReader().read(scenario)
    guard reading.foundScenario else {
      if format == .json {
        try Terminal.output.write(bytes: JSONDocument.bytes(of: FindingDocument(reading)))
      }
      throw CommandFailure(.inputOutput, reading.findings.first?.message ?? "there is no file '\(scenario)'")
    }
    return reading
  }

  /// Reads the scenario and makes sure that it can be used.
  ///
  /// Findings go where they do not disturb results: to standard error in words, or to standard output as the one JSON document.
  ///
  /// - Throws: `CommandFailure` when there is no file to read, or when a finding is an error.
  func roadmap(
    as format: ReportFormat = .text, _ speech: QuietOption
  ) throws -> (roadmap: Roadmap, reading: ScenarioReading) {
    let reading = try read(format)
    return (try Self.roadmap(of: reading, as: format, speech), reading)
  }

  /// The roadmap of a scenario that has been read.
  ///
  /// - Throws: `CommandFailure` when a finding is an error, after all findings have been said.
  static func roadmap(
    of reading: ScenarioReading, as format: ReportFormat, _ speech: QuietOption
  ) throws -> Roadmap {
    let printer = FindingPrinter(reading: reading, showsColor: Terminal.diagnostics.showsColor)
    guard let roadmap = reading.roadmap else {
      if format == .json {
        try Terminal.output.write(bytes: JSONDocument.bytes(of: FindingDocument(reading)))
      } else {
        reading.findings.map(printer.text(of:)).forEach(Terminal.diagnostics.note)
      }
      throw CommandFailure(.findings)
    }
    if !speech.quiet {
      reading.findings.map(printer.text(of:)).forEach(Terminal.diagnostics.note)
    }
    return roadmap
  }
}
