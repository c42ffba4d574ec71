import ArgumentParser
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
    help: "A file to write: .json, .csv or .md; may be given several times.", completion: .file(),
    transform: { try OutputFile(argument: $0, known: [.json, .csv, .md]) })
  var outputs: [OutputFile] = []

  /// The most scenarios that fit beside each other.
  private static let scenarioLimit = 8

  func validate() throws {
    guard 2...Self.scenarioLimit ~= scenarios.count else {
      throw ValidationError("Give from 2 to \(Self.scenarioLimit) scenarios; there are \(scenarios.count).")
    }
    guard 16...1_048_576 ~= trials else {
      throw ValidationError("'--trials' must be from 16 to 1048576; it is \(trials).")
    }
    try OutputFile.validate(outputs, format: form.format)
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
    try OutputFile.check(outputs)
    var candidates: [Comparer.Candidate] = []
    for (roadmap, inputHash) in readings {
      let parameters = analysis.planning(inputHash: inputHash, language: words.language)
      let plan = try await PlanningRun(roadmap, parameters, words, speech).plan(form.format)
      candidates.append(
        Comparer.Candidate(name: roadmap.name[words.language], roadmap: roadmap, plan: plan))
    }
    let comparison = try await compare(candidates)
    try write(comparison, candidates)
  }

  private func compare(_ candidates: [Comparer.Candidate]) async throws -> Comparison {
    let simulation = SimulationParameters(trials: trials, seed: analysis.seed, threads: analysis.threads)
    let stop = StopSignal()
    let interruption = Interruption(raising: stop)
    defer { interruption.cancel() }
    do {
      return try await Comparer(candidates, language: words.language).comparison(simulation, signal: stop)
    } catch AnalysisError.interrupted {
      Interruption.endTheTool()
      throw CommandFailure(.internalError, "interrupted")
    }
  }

  private func write(_ comparison: Comparison, _ candidates: [Comparer.Candidate]) throws {
    let report = ComparisonReport(
      comparison: comparison, roadmaps: candidates.map(\.roadmap), language: words.language)
    try TabledResult(
      document: comparison, report: report.report, table: report.table,
      markdown: MarkdownLayout(noteTitle: Vocabulary[words.language].columns.reason)
    ).write(to: outputs, form.format, words, speech)
  }
}
