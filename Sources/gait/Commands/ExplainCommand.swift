import ArgumentParser
import Planning
import RoadmapModel
import ScenarioAnalysis
import ScenarioFormat

/// `gait explain`: why each capability is where it is, and what would move it.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why each capability is where it is in the plan, and what would move it.",
    discussion: """
      Without a capability, all of them in short: what each waits for, what is lost by starting \
      a quarter later, what it would cost to have what is left out, and what people and money \
      are worth in each quarter. With capabilities, also what would let each start earlier or \
      come into the plan, and how far its cost, its duration and its effect may be off before \
      it moves, leaves or enters; of what is live already, what it is needed for. Every answer \
      has been planned, not estimated.

      Asking may bring a better plan to light than 'gait plan' has found; --save-plan writes it, \
      for the --plan of other commands.

      When the scenario has no plan: the smallest set of rules that clash, and the cheapest \
      changes that give it one, each of them planned.

        gait explain shop.yaml
        gait explain shop.yaml bnpl loyalty-programme
        gait explain shop.yaml --information
        gait explain shop.yaml --save-plan better.json
        gait explain shop.yaml bnpl --format json | jq '.capabilities[].stability'
      """)

  @OptionGroup var scenario: ScenarioArgument

  @Argument(help: ArgumentHelp("The capabilities to explain in depth.", valueName: "capability"))
  var capabilities: [String] = []

  @Flag(
    help: "Tell which uncertain number is worth finding out first, and which effects the shop could measure.")
  var information = false

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    help: ArgumentHelp(
      "A .json file for the plan that is explained, which may be better than that of gait plan; other commands read it with --plan.",
      valueName: "file"), completion: .file(), transform: { try OutputFile(argument: $0, known: [.json]) })
  var savePlan: OutputFile?

  func validate() throws {
    guard !information || capabilities.isEmpty else {
      throw ValidationError("'--information' looks at all capabilities; leave them out.")
    }
    try capabilities.checkNoneIsTwice()
    guard let savePlan else { return }
    guard !information else {
      throw ValidationError("'--information' and '--save-plan' do not go together.")
    }
    guard savePlan.path != nil else {
      throw ValidationError("'--save-plan' takes a file; the explanation goes to standard output.")
    }
  }

  func run() async throws {
    let (roadmap, reading) = try scenario.roadmap(as: form.format, speech)
    let focus = try capabilities.map { try id($0, in: roadmap) }
    if let savePlan { try OutputFile.check([savePlan]) }
    let parameters = analysis.planning(inputHash: reading.inputHash, language: words.language)
    let plan: Plan
    switch try await PlanningRun(roadmap, parameters, words, speech, keepsBestSoFar: false).outcome() {
    case .plan(let found): plan = found
    case .infeasible: return try await repair(roadmap, parameters)
    }
    if information { return try await inform(roadmap, plan) }
    let explained = try await AnalysisRun(words, speech).result { signal, line in
      try await Explainer(roadmap, plan: plan, planning: parameters).explain(
        focus, analysis.analysis(words.language), signal: signal
      ) { line.update($0) }
    }
    let explanation = explained.explanation
    if let savePlan { try savePlan.write(JSONDocument.bytes(of: explained.plan)) }
    switch form.format {
    case .json: try Terminal.output.write(bytes: JSONDocument.bytes(of: explanation))
    case .text:
      let report = ExplanationReport(
        explanation: explanation, roadmap: roadmap, language: words.language, isInDepth: !focus.isEmpty)
      try Terminal.output.write(words.layout.text(of: report.report))
      if let savePlan { try OutputFile.name([savePlan], words, speech) }
    }
  }

  /// Says what to find out first.
  private func inform(_ roadmap: Roadmap, _ plan: Plan) async throws {
    let found = try await AnalysisRun(words, speech).result { signal, line in
      try await InformationSearch(roadmap, plan: plan).report(
        analysis.analysis(words.language), signal: signal
      ) { line.update($0) }
    }
    switch form.format {
    case .json: try Terminal.output.write(bytes: JSONDocument.bytes(of: found))
    case .text:
      let report = InformationWords(information: found, roadmap: roadmap, language: words.language).report
      try Terminal.output.write(words.layout.text(of: report))
    }
  }

  /// Says why there is no plan, and what would help; the exit code is that of a scenario without a plan all the same.
  private func repair(_ roadmap: Roadmap, _ parameters: PlannerParameters) async throws {
    let advice = try await AnalysisRun(words, speech).result { signal, line in
      try await Repairer(roadmap, planning: parameters).advice(
        analysis.analysis(words.language), inputHash: parameters.inputHash, signal: signal
      ) { line.update($0) }
    }
    guard let advice else {
      throw CommandFailure(.noPlan, "the search found no plan at first and one later; try --effort thorough")
    }
    switch form.format {
    case .json: try Terminal.output.write(bytes: JSONDocument.bytes(of: advice))
    case .text:
      let report = RepairReport(
        advice: advice, currency: roadmap.business?.currency, language: words.language)
      try Terminal.output.write(words.layout.text(of: report.report))
    }
    throw CommandFailure(
      .noPlan, savePlan?.path.map { "nothing was written to '\($0)', since there is no plan to save" })
  }

  /// The capability of an argument.
  ///
  /// - Throws: `ValidationError` when there is none.
  private func id(_ text: String, in roadmap: Roadmap) throws -> CapabilityID {
    guard roadmap.capability(CapabilityID(text)) != nil else {
      let near = Spelling.nearest(to: text, among: roadmap.capabilities.map(\.id.text))
      throw ValidationError(
        "there is no capability '\(text)'" + (near.map { "; did you mean '\($0)'?" } ?? "."))
    }
    return CapabilityID(text)
  }
}
