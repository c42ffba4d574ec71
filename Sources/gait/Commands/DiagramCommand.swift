import ArgumentParser
import Diagrams
import RoadmapModel

/// `gait diagram`: a drawing of a scenario or of its plan.
struct DiagramCommand: AsyncParsableCommand {
  /// What is drawn.
  enum View: String, ExpressibleByArgument, CaseIterable {
    /// The plan on an axis of time.
    case roadmap
    /// What needs what.
    case dependencies
  }

  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw the roadmap, or what needs what.",
    discussion: """
      The view 'roadmap' plans the scenario and draws the plan on an axis of time, one lane \
      for each element. The view 'dependencies' draws what must be live before what, and what \
      is live, planned and left out; with --today it draws what is live and what is missing, \
      without planning.

      The ending of the file names its form: .svg, .png, .pdf or .dot. A file named - is \
      standard output, as SVG.

        gait diagram shop.yaml -o roadmap.svg
        gait diagram shop.yaml --view dependencies -o needs.pdf
        gait diagram shop.yaml --view dependencies --today -o gaps.svg
        gait diagram shop.yaml --language nl -o -.dot
      """)

  private static let forms: [OutputFile.Form] = [.svg, .png, .pdf, .dot]

  @OptionGroup var scenario: ScenarioArgument

  @Option(help: "What to draw.")
  var view: View = .roadmap

  @Flag(help: "Draw the view 'dependencies' as of today, without a plan.")
  var today = false

  @OptionGroup var planning: PlanningOptions
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditionalSingleValue,
    help: "The file to write; may be given several times.", completion: .file(),
    transform: { try OutputFile(argument: $0, known: forms) })
  var outputs: [OutputFile]

  func validate() throws {
    if today && view != .dependencies {
      throw ValidationError("--today goes with --view dependencies; a roadmap has a plan.")
    }
    try OutputFile.validate(outputs, format: .text)
  }

  func run() async throws {
    let (roadmap, reading) = try scenario.roadmap(speech)
    try OutputFile.check(outputs)
    let document: DiagramDocument
    switch view {
    case .dependencies where today:
      document = DependencyDiagram(roadmap: roadmap, language: words.language).document
    case .dependencies:
      let plan = try await PlanningRun(roadmap, reading, planning, words, speech).plan()
      document = DependencyDiagram(roadmap: roadmap, plan: plan, language: words.language).document
    case .roadmap:
      let plan = try await PlanningRun(roadmap, reading, planning, words, speech).plan()
      document = RoadmapDiagram(plan: plan, roadmap: roadmap, language: words.language).document
    }
    let contents = try outputs.map { try Drawing.bytes(of: document, as: $0.form) }
    for (output, bytes) in zip(outputs, contents) { try output.write(bytes) }
  }
}
