import Planning
import RoadmapModel
import ScenarioFormat

/// One search for a plan, with progress on a terminal and with an ear for Ctrl-C.
struct PlanningRun {
  let roadmap: Roadmap
  let parameters: PlannerParameters
  let words: LanguageOption
  let isQuiet: Bool
  private let keepsBestSoFar: Bool
  private let stop = StopSignal()
  private let interruption: Interruption

  /// Prepares a search; from here on Ctrl-C is watched.
  init(
    _ roadmap: Roadmap, _ reading: ScenarioReading, _ planning: PlanningOptions, _ words: LanguageOption,
    _ speech: QuietOption
  ) {
    self.init(
      roadmap, planning.parameters(inputHash: reading.inputHash, language: words.language), words, speech)
  }

  /// Prepares a search with given parameters; from here on Ctrl-C is watched.
  ///
  /// - Parameter keepsBestSoFar: whether the best plan so far is of use when the search is interrupted; otherwise the tool ends.
  init(
    _ roadmap: Roadmap, _ parameters: PlannerParameters, _ words: LanguageOption, _ speech: QuietOption,
    keepsBestSoFar: Bool = true
  ) {
    self.keepsBestSoFar = keepsBestSoFar
    self.roadmap = roadmap
    self.words = words
    self.parameters = parameters
    isQuiet = speech.quiet
    interruption = Interruption(raising: stop)
  }

  /// Finds a plan, or the reasons why there is none.
  ///
  /// A search that is interrupted before it has a plan ends the tool.
  func outcome() async throws -> PlanningOutcome {
    let progress = ProgressLine(
      isShown: Terminal.diagnostics.isInteractive && !isQuiet,
      notation: Notation(language: parameters.language, currency: roadmap.business?.currency))
    let outcome = try await Planner(roadmap).plan(parameters, signal: stop) { progress.update($0) }
    progress.clear()
    interruption.cancel()
    guard stop.wasRaised else { return outcome }
    if !keepsBestSoFar { Interruption.endTheTool() }
    switch outcome {
    case .infeasible(let infeasibility) where !infeasibility.isProved: Interruption.endTheTool()
    case .plan: Terminal.diagnostics.note("gait: interrupted; this is the best plan so far")
    default: break
    }
    return outcome
  }

  /// The plan.
  ///
  /// - Throws: `CommandFailure` when there is none, after the reasons have been said.
  func plan(_ format: ReportFormat = .text) async throws -> Plan {
    switch try await outcome() {
    case .plan(let plan): return plan
    case .infeasible(let infeasibility):
      throw try Self.refusal(infeasibility, of: roadmap, parameters, words, format)
    }
  }

  /// Says why a scenario has no plan.
  ///
  /// - Parameter title: the name of the scenario, where there are several; nil for none.
  /// - Returns: the failure with which the tool ends.
  static func refusal(
    _ infeasibility: Infeasibility, of roadmap: Roadmap, _ parameters: PlannerParameters,
    _ words: LanguageOption, _ format: ReportFormat, title: String? = nil
  ) throws -> CommandFailure {
    switch format {
    case .json:
      try Terminal.output.write(
        bytes: JSONDocument.bytes(of: InfeasibilityDocument(infeasibility, of: roadmap, parameters)))
    case .text:
      var report = InfeasibilityReport(infeasibility: infeasibility, language: words.language).report
      if let title { report.blocks.insert(.title(title), at: 0) }
      try Terminal.output.write(words.layout.text(of: report))
    }
    return CommandFailure(.noPlan)
  }
}
