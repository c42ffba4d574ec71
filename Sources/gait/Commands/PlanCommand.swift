import ArgumentParser
import Diagrams
import Foundation
import Interchange
import Planning
import RoadmapModel
import ScenarioAnalysis
import ScenarioFormat
import Simulation

/// `gait plan`: the staged roadmap.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Find the best staged roadmap, and prove how good it is.",
    discussion: """
      The plan says what to build in which week, when each stage is reached, what it costs \
      and brings in every quarter, and why each capability is where it is. It comes with a \
      bound: no plan can be better than that. The same scenario, seed and effort give the \
      same plan on every machine.

      Without -o the plan is printed. With -o it goes to files, each in the form of its \
      ending: .json, .svg, .png, .pdf, .dot, .csv, .md, .drawio, .mmd or .puml. A file named - is standard output: \
      '-o -' prints JSON, '-o -.md' Markdown. Ctrl-C ends the search with the best plan so far.

      With --alternatives a drawing shows what another plan changes in the best one, in a file for \
      each, with its number at the end.

        gait plan shop.yaml
        gait plan shop.yaml -o roadmap.svg -o roadmap.md -o roadmap.csv
        gait plan shop.yaml --objective time --effort thorough
        gait plan shop.yaml --confidence 80
        gait plan shop.yaml --alternatives 3 --loss 5% -o others.md -o others.svg
        gait plan shop.yaml --format json | jq .value
      """)

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var planning: PlanningOptions
  @Option(
    help: ArgumentHelp(
      "Choose the plan whose simulated result is best in this share of the futures, such as 80 or 80%; it takes many times as long.",
      valueName: "share"), transform: Self.confidence)
  var confidence: Double?

  @Option(help: "The number of futures in which plans are judged, with --confidence.")
  var trials = 4_096

  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    help: ArgumentHelp(
      "Look for so many other plans too, nearly as good and as different as possible, and tell them apart.",
      valueName: "count"))
  var alternatives: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What each of these may lose against the best plan; without it 2%.", valueName: "percent"),
    transform: { try PlanCommand.share($0) })
  var loss: Double?

  /// The loss where none is given; the help names it.
  private static let usualLoss = 0.02

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditionalSingleValue,
    help: "A file to write; may be given several times.", completion: .file(),
    transform: { try OutputFile(argument: $0, known: OutputFile.Form.allCases) })
  var outputs: [OutputFile] = []

  func validate() throws {
    try OutputFile.validate(outputs, format: form.format)
    guard 1...SimulationParameters.trialLimit ~= trials else {
      throw ValidationError(
        "'--trials' must be from 1 to \(SimulationParameters.trialLimit); it is \(trials).")
    }
    guard let alternatives else {
      guard loss == nil else {
        throw ValidationError("'--loss' says what other plans may lose; add '--alternatives'.")
      }
      return
    }
    guard 1...9 ~= alternatives else {
      throw ValidationError("'--alternatives' must be from 1 to 9; it is \(alternatives).")
    }
    guard confidence == nil else {
      throw ValidationError("'--alternatives' and '--confidence' do not go together.")
    }
    if let other = outputs.first(where: { !Self.formsOfAlternatives.contains($0.form) }) {
      let endings = Self.formsOfAlternatives.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw ValidationError(
        "Several plans have no form '.\(other.form.rawValue)'; with '--alternatives' there are \(endings).")
    }
    if alternatives > 1, outputs.contains(where: { $0.path == nil && $0.form.isDrawn }) {
      throw ValidationError("There is a drawing for each alternative; name a file for them.")
    }
  }

  /// What several plans can be written as.
  private static let formsOfAlternatives: [OutputFile.Form] = [.json, .csv, .md, .svg, .png, .pdf, .dot]

  private static func share(_ text: String) throws -> Double {
    guard let number = WrittenNumber(text), number.isPercentage, 0..<1 ~= number.value else {
      throw ValidationError("'\(text)' is no loss; write it as a percentage below 100%, such as 2%.")
    }
    return number.value
  }

  /// Whether standard output is for the words about the plan, rather than for a document.
  private var printsWords: Bool {
    form.format == .text && !outputs.contains { $0.path == nil }
  }

  func run() async throws {
    let (roadmap, reading) = try scenario.roadmap(as: form.format, speech)
    try OutputFile.check(outputs)
    let planningRun = PlanningRun(roadmap, reading, planning, words, speech)
    if let alternatives { return try await find(alternatives, planningRun) }
    let opening = ScenarioOpening(roadmap: roadmap, language: words.language).report
    if printsWords { try Terminal.output.write(words.layout.text(of: opening)) }
    let choice = try await self.choice(roadmap, reading)
    let plan: Plan
    if let choice { plan = choice.plan } else { plan = try await planningRun.plan(form.format) }
    try write(plan, choice, of: roadmap, opening)
    if form.format == .json {
      try Terminal.output.write(bytes: document(of: plan, choice, roadmap))
    } else if printsWords {
      try printWords(about: plan, of: roadmap)
    }
    if let choice { try say(choice, of: roadmap) }
  }

  /// The plan that is best at the confidence, when one is asked for and there is a plan.
  private func choice(_ roadmap: Roadmap, _ reading: ScenarioReading) async throws -> ConfidenceChoice? {
    guard let confidence else { return nil }
    return try await ConfidenceRun(roadmap, reading, planning, words, speech).choice(
      confidence: confidence, trials: trials)
  }

  /// Says what the plan reaches with the confidence: with the report, or beside a document.
  private func say(_ choice: ConfidenceChoice, of roadmap: Roadmap) throws {
    let report = confidenceReport(choice, roadmap)
    if printsWords {
      try Terminal.output.write("\n" + words.layout.text(of: report))
    } else if !speech.quiet, form.format == .text {
      Terminal.diagnostics.note(String(words.layout.text(of: report).dropLast()))
    }
  }

  private func confidenceReport(_ choice: ConfidenceChoice, _ roadmap: Roadmap) -> Report {
    ConfidenceReport(choice: choice, roadmap: roadmap, language: words.language).report
  }

  /// A share of the futures, written as `80`, `80%` or `0.8`.
  private static func confidence(_ text: String) throws -> Double {
    guard let number = Double(text.hasSuffix("%") ? text.dropLast() : text[...]), number.isFinite else {
      throw ValidationError("'\(text)' is not a share such as 80%.")
    }
    let share = number > 1 || text.hasSuffix("%") ? number / 100 : number
    guard 0.01...0.99 ~= share else {
      throw ValidationError("'--confidence' must be from 1% to 99%; it is '\(text)'.")
    }
    return share
  }

  /// Finds the best plan and others that are nearly as good, and tells them apart.
  private func find(_ count: Int, _ planningRun: PlanningRun) async throws {
    let roadmap = planningRun.roadmap
    let plan = try await planningRun.plan(form.format)
    var parameters = AnalysisParameters(
      effort: planning.effort, seed: planning.seed, threads: planning.threads, language: words.language)
    parameters.inputHash = plan.inputHash
    let found = try await AnalysisRun(words, speech).result { [parameters] signal, line in
      try await AlternativeSearch(roadmap, plan: plan).plans(
        count, loss: loss ?? Self.usualLoss, parameters, signal: signal
      ) { line.update($0) }
    }
    let report = AlternativesReport(alternatives: found, roadmap: roadmap, language: words.language)
    try TabledResult(
      document: found, report: report.report, table: report.table,
      pictures: { output throws(CommandFailure) in
        try found.plans.indices.dropFirst().map { number throws(CommandFailure) in
          let document = DifferenceDiagram(
            from: found.plans[0].plan, of: roadmap, to: found.plans[number].plan, of: roadmap,
            language: words.language
          ).document
          let file = count > 1 ? output.named(part: String(number)) : output
          return (file, try Drawing.bytes(of: document, as: output.form))
        }
      }
    ).write(to: outputs, form.format, words, speech)
  }

  /// Writes all files, after all of them have been made, so that a failure leaves none.
  private func write(
    _ plan: Plan, _ choice: ConfidenceChoice?, of roadmap: Roadmap, _ opening: Report
  ) throws {
    let contents = try outputs.map { try bytes(of: plan, choice, roadmap, opening, as: $0.form) }
    for (output, bytes) in zip(outputs, contents) { try output.write(bytes) }
  }

  /// The plan as JSON, with what it reaches with the confidence when one was asked for.
  private func document(
    of plan: Plan, _ choice: ConfidenceChoice?, _ roadmap: Roadmap
  ) throws(CommandFailure) -> [UInt8] {
    guard let choice else { return try JSONDocument.bytes(of: plan) }
    return try JSONDocument.bytes(of: ConfidencePlanDocument(choice: choice, roadmap: roadmap))
  }

  private func bytes(
    of plan: Plan, _ choice: ConfidenceChoice?, _ roadmap: Roadmap, _ opening: Report,
    as form: OutputFile.Form
  ) throws(CommandFailure) -> [UInt8] {
    switch form {
    case .json: return try document(of: plan, choice, roadmap)
    case .csv:
      return Array(PlanTable(plan: plan, roadmap: roadmap, language: words.language).table.text.utf8)
    case .md:
      let report = PlanReport(plan: plan, roadmap: roadmap, language: words.language).report
      let layout = MarkdownLayout(noteTitle: Vocabulary[words.language].columns.reason)
      let stated = choice.map { confidenceReport($0, roadmap).blocks } ?? []
      return Array(layout.text(of: Report(opening.blocks + stated + report.blocks)).utf8)
    case .mmd: return Array(MermaidGantt(plan: plan, roadmap: roadmap, language: words.language).text.utf8)
    case .puml: return Array(PlantUMLGantt(plan: plan, roadmap: roadmap, language: words.language).text.utf8)
    case .svg, .png, .pdf, .dot, .drawio:
      let diagram = RoadmapDiagram(plan: plan, roadmap: roadmap, language: words.language)
      return try Drawing.bytes(of: diagram.document, as: form)
    }
  }

  /// Prints the report, or its gist when the rest is in files.
  private func printWords(about plan: Plan, of roadmap: Roadmap) throws {
    let report = PlanReport(plan: plan, roadmap: roadmap, language: words.language)
    try Terminal.output.write(words.layout.text(of: outputs.isEmpty ? report.report : report.gist))
    try OutputFile.name(outputs, words, speech)
  }
}
