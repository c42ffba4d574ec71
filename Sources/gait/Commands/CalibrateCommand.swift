import ArgumentParser
import Foundation
import RoadmapModel
import Simulation

/// `gait calibrate`: estimates and past forecasts, scored against what happened.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Score estimates and past forecasts against what happened.",
    discussion: """
      The scenario's section 'record' says when work started and ended, what it cost and \
      what it changed; its estimates, the forecasts in the record and files that \
      'gait simulate --format json' wrote are scored against it: how often what happened \
      lay within the ranges, whether durations, costs and effects are biased and by what \
      factor, and how good dated promises were (the Brier score).

        gait calibrate shop.yaml
        gait calibrate shop.yaml --forecast 2027-01.json --forecast 2027-04.json
        gait calibrate shop.yaml --format json | jq .sources
      """)

  @OptionGroup var scenario: ScenarioArgument

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A forecast that 'gait simulate' wrote as JSON; may be given several times.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var forecast: [String] = []

  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditionalSingleValue,
    help: "A file to write, .json, .csv or .md; may be given several times.", completion: .file(),
    transform: { try OutputFile(argument: $0, known: [.json, .csv, .md]) })
  var outputs: [OutputFile] = []

  func validate() throws {
    try OutputFile.validate(outputs, format: form.format)
  }

  func run() throws {
    let (roadmap, _) = try scenario.roadmap(as: form.format, speech)
    try OutputFile.check(outputs)
    let forecasts = try forecast.map { (name: $0, forecast: try Self.read($0)) }
    guard let calibrator = Calibrator(roadmap, forecasts: forecasts) else {
      throw CommandFailure(
        .findings,
        "'\(scenario.scenario)' has no section record, so there is nothing to score; docs/scenario-format.md says how to write one"
      )
    }
    let calibration = calibrator.calibration()
    let report = CalibrationReport(calibration: calibration, roadmap: roadmap, language: words.language)
    try TabledResult(document: calibration, report: report.report, table: report.table, gist: report.gist)
      .write(to: outputs, form.format, words, speech)
  }

  /// The largest file that is read as a forecast, in bytes.
  private static let sizeLimit = 64_000_000

  private static func read(_ path: String) throws(CommandFailure) -> Forecast {
    let bytes: Data
    do {
      let values = try URL(filePath: path).resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true, (values.fileSize ?? 0) <= sizeLimit else {
        throw CommandFailure(.inputOutput, "cannot read '\(path)': it is no file of at most 64 MB")
      }
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        .inputOutput, "cannot read '\(path)': there is no such file, or it may not be read")
    }
    do {
      let forecast = try JSONDecoder().decode(Forecast.self, from: bytes)
      guard forecast.format == "gait-forecast/1" else {
        throw CommandFailure(.findings, "'\(path)' is of the form '\(forecast.format)', not gait-forecast/1")
      }
      return forecast
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(
        .findings, "'\(path)' is no forecast; write one with 'gait simulate SCENARIO -o \(path)'")
    }
  }
}
