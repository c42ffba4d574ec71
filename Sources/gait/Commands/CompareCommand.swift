import ArgumentParser
import Diagrams
import Planning
import RoadmapModel
import ScenarioAnalysis
import ScenarioFormat
import Simulation

/// `gait compare`: investment scenarios side by side.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare scenarios on the same futures, and say which is best and what would change that.",
    discussion: """
      Each scenario is planned, and each plan simulated on the same random draws, so that what \
      scenarios share makes no difference between them. The table has what each is worth, how \
      sure and how late it is; then come the differences future by future, what each plan \
      lacks to the best when growth, effects, costs or a team are otherwise, what moves \
      between the plans, and a verdict.

        gait compare shop-lean.yaml shop.yaml shop-accelerated.yaml
        gait compare shop.yaml shop-accelerated.yaml --trials 16384 --format json
        gait compare shop.yaml shop-lean.yaml -o comparison.md -o comparison.csv
        gait compare shop.yaml shop-lean.yaml -o changes.svg

      A drawing shows what another scenario changes in the plan of the first one; with three \
      scenarios or more there is a file for each of the others, with its name at the end.
      """)

  @Argument(help: "Two scenarios or more, YAML files.", completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  @Option(help: "The number of futures of each scenario, from 16 to 1048576.")
  var trials = 4_096

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditionalSingleValue,
    help:
      "A file to write: .json, .csv or .md, or .svg, .png, .pdf or .dot for a drawing; may be given several times.",
    completion: .file(),
    transform: { try OutputFile(argument: $0, known: forms) })
  var outputs: [OutputFile] = []

  private static let forms: [OutputFile.Form] = [.json, .csv, .md, .svg, .png, .pdf, .dot]

  /// The most scenarios that fit beside each other.
  private static let scenarioLimit = 8

  func validate() throws {
    guard 2...Self.scenarioLimit ~= scenarios.count else {
      throw ValidationError("Give from 2 to \(Self.scenarioLimit) scenarios; there are \(scenarios.count).")
    }
    try scenarios.checkNoneIsTwice(by: AtomicFile.identity)
    guard 16...1_048_576 ~= trials else {
      throw ValidationError("'--trials' must be from 16 to 1048576; it is \(trials).")
    }
    try OutputFile.validate(outputs, format: form.format)
    if scenarios.count > 2, outputs.contains(where: { $0.path == nil && $0.form.isDrawn }) {
      throw ValidationError("There is a drawing for each scenario but the first; name a file for them.")
    }
  }

  func run() async throws {
    // All are read before any is planned, so that every mistake is known at once.
    var readings: [(roadmap: Roadmap, inputHash: String)] = []
    for path in scenarios {
      var argument = ScenarioArgument()
      argument.scenario = path
      let (roadmap, reading) = try argument.roadmap(as: form.format, speech)
      readings.append((roadmap, reading.inputHash))
    }
    try OutputFile.check(outputs.flatMap { $0.form.isDrawn ? drawings($0).map(\.file) : [$0] })
    try checkCurrencies(readings.map { $0.roadmap.business?.currency })
    let names = ScenarioNames(readings.map { $0.roadmap.name[words.language] }, paths: scenarios)
    let parameters = readings.map { analysis.planning(inputHash: $0.inputHash, language: words.language) }
    let candidates = zip(names.names, zip(readings, try await plans(readings.map(\.roadmap), parameters)))
      .map { Comparer.Candidate(name: $0, roadmap: $1.0.roadmap, plan: $1.1) }
    let comparison = try await compare(candidates)
    try write(comparison, candidates, of: names.company)
  }

  /// Refuses scenarios whose money cannot stand side by side.
  private func checkCurrencies(_ currencies: [String?]) throws {
    let known = zip(scenarios, currencies).compactMap { path, currency in currency.map { (path, $0) } }
    guard let first = known.first, let other = known.first(where: { $0.1 != first.1 }) else { return }
    throw CommandFailure(
      .findings,
      "'\(other.0)' counts in \(other.1) and '\(first.0)' in \(first.1); write both in one currency to compare them"
    )
  }

  /// The plans of all scenarios; when one has none, the reasons are said and the tool ends.
  private func plans(_ roadmaps: [Roadmap], _ parameters: [PlannerParameters]) async throws -> [Plan] {
    let outcomes = try await AnalysisRun(words, speech).result { signal, line in
      try await withTaskExecutorPreference(ThreadLimit(analysis.threads)) {
        try await ScenarioPlanning(roadmaps, parameters).outcomes(signal: signal) {
          line.update($0, of: roadmaps.count)
        }
      }
    }
    return try outcomes.enumerated().map { number, outcome in
      switch outcome {
      case .plan(let plan): return plan
      case .infeasible(let infeasibility):
        throw try PlanningRun.refusal(
          infeasibility, of: roadmaps[number], parameters[number], words, form.format,
          title: roadmaps[number].name[words.language])
      }
    }
  }

  private func compare(_ candidates: [Comparer.Candidate]) async throws -> Comparison {
    let simulation = SimulationParameters(trials: trials, seed: analysis.seed, threads: analysis.threads)
    return try await AnalysisRun(words, speech).result { signal, line in
      try await withTaskExecutorPreference(ThreadLimit(analysis.threads)) {
        try await Comparer(candidates, language: words.language).comparison(simulation, signal: signal) {
          line.update($0)
        }
      }
    }
  }

  /// The files that a drawing is written to, each with the number of the scenario that it compares with the first.
  private func drawings(_ output: OutputFile) -> [(file: OutputFile, scenario: Int)] {
    guard scenarios.count > 2 else { return [(output, 1)] }
    let names = scenarios.map {
      $0.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    }
    return scenarios.indices.dropFirst().map { number in
      let isAlone = names.count { $0 == names[number] } == 1
      return (output.named(part: isAlone ? names[number] : "\(names[number])-\(number + 1)"), number)
    }
  }

  private func write(
    _ comparison: Comparison, _ candidates: [Comparer.Candidate], of company: String?
  ) throws {
    let report = ComparisonReport(
      comparison: comparison, company: company, roadmaps: candidates.map(\.roadmap), language: words.language)
    try TabledResult(
      document: comparison, report: report.report, table: report.table,
      pictures: { output throws(CommandFailure) in
        var pictures: [(file: OutputFile, bytes: [UInt8])] = []
        for (file, number) in drawings(output) {
          let (first, other) = (candidates[0], candidates[number])
          let document = DifferenceDiagram(
            from: first.plan, of: first.roadmap, to: other.plan, of: other.roadmap, language: words.language
          ).document
          pictures.append((file, try Drawing.bytes(of: document, as: output.form)))
        }
        return pictures
      }
    ).write(to: outputs, form.format, words, speech)
  }
}
