import ArgumentParser
import Planning
import Reports
import RoadmapModel
import ScenarioAnalysis
import ScenarioFormat

/// `gait frontier`: what each further euro or person buys.
struct FrontierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "Tell what each further euro, or each further person of a team, buys.",
    discussion: """
      The scenario is planned at many levels of its whole budget, which is spread over the \
      windows as the scenario has it, or of the size of a team. Each level starts from the \
      plans of its neighbours, so that more money is never worth less, and has its own bound. \
      The scenario's own level and a cut of 15% are among them where the range has them. A \
      scenario without a plan is answered too, when there is one with more: then the stairs \
      begin there.

        gait frontier shop.yaml --budget 600k...1.5M
        gait frontier shop.yaml --budget 60%...150% --steps 10 -o frontier.csv -o frontier.svg
        gait frontier shop.yaml --team development 1...4 --steps 7
      """)

  @OptionGroup var scenario: ScenarioArgument

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The range of the whole budget; with % it is relative to that of the scenario.", valueName: "a...b"),
    transform: { try LevelRange($0) })
  var budget: LevelRange?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The id of a team, and the range of its people at the start.", valueName: "id a...b"))
  var team: [String] = []

  @Option(help: "The number of levels, evenly spread.")
  var steps = 20

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditionalSingleValue,
    help: "A file to write: .json, .csv, .md, or .svg for a chart; may be given several times.",
    completion: .file(),
    transform: { try OutputFile(argument: $0, known: [.json, .csv, .md, .svg]) })
  var outputs: [OutputFile] = []

  func validate() throws {
    guard (budget == nil) != team.isEmpty else {
      throw ValidationError("Give one of '--budget A...B' and '--team ID A...B'.")
    }
    guard team.isEmpty || team.count == 2 else {
      throw ValidationError("'--team' takes an id and a range, such as '--team development 1...4'.")
    }
    guard 2...Frontier.levelLimit ~= steps else {
      throw ValidationError("'--steps' must be from 2 to \(Frontier.levelLimit); it is \(steps).")
    }
    try OutputFile.validate(outputs, format: form.format)
  }

  func run() async throws {
    let (roadmap, reading) = try scenario.roadmap(as: form.format, speech)
    let (axis, range) = try axis(in: roadmap)
    guard let present = FrontierSearch.level(of: roadmap, axis) else {
      throw ValidationError("the scenario has no budget that could grow.")
    }
    try OutputFile.check(outputs)
    let parameters = analysis.planning(inputHash: reading.inputHash, language: words.language)
    let outcome = try await PlanningRun(roadmap, parameters, words, speech, keepsBestSoFar: false).outcome()
    let plan: Plan? = if case .plan(let found) = outcome { found } else { nil }
    let search = FrontierSearch(roadmap, plan: plan, axis: axis, planning: parameters)
    let (first, last) = range.ends(around: present)
    let levels = search.levels(from: first, through: last, count: steps)
    let frontier = try await AnalysisRun(words, speech).result { signal, line in
      try await search.frontier(
        levels, analysis.analysis(words.language, inputHash: reading.inputHash), signal: signal
      ) { line.update($0) }
    }
    if case .infeasible(let infeasibility) = outcome, frontier.points.allSatisfy({ $0.plan == nil }) {
      let refusal = try PlanningRun.refusal(infeasibility, of: roadmap, parameters, words, form.format)
      throw CommandFailure(refusal.status, "no plan was found at the highest of the levels either")
    }
    try write(frontier, of: roadmap)
  }

  /// What grows, and by how much.
  private func axis(in roadmap: Roadmap) throws -> (Frontier.Axis, LevelRange) {
    if let budget { return (.budget, budget) }
    let id = TeamID(team[0])
    guard roadmap.team(id) != nil else {
      let known = roadmap.teams.map(\.id.text).joined(separator: ", ")
      throw ValidationError("there is no team '\(id)'; there are \(known).")
    }
    return (.team(id), try LevelRange(team[1], like: "1...4"))
  }

  private func write(_ frontier: Frontier, of roadmap: Roadmap) throws {
    let report = FrontierReport(frontier: frontier, roadmap: roadmap, language: words.language)
    try TabledResult(
      document: frontier, report: report.report, table: report.table,
      markdown: MarkdownLayout(noteTitle: FrontierVocabulary[words.language].buys),
      pictures: { output throws(CommandFailure) in
        guard let chart = report.chart else {
          throw CommandFailure(
            .findings, "cannot draw '\(output.path ?? "-")': fewer than two of the levels have a plan")
        }
        return [(output, Array(chart.svg.utf8))]
      }
    ).write(to: outputs, form.format, words, speech)
  }
}
