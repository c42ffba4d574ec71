import ArgumentParser
import Diagrams
import RoadmapModel
import ScenarioFormat

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
      The view 'roadmap' plans the scenario and draws the plan on an axis of time, in lanes \
      by element, stage or team. The view 'dependencies' draws what must be live before what, \
      and what is live, planned and left out; with --today it draws what is live and what is \
      missing, without planning. --around and --only show a part, --each one file for every \
      part, and --collapse one box for each stage and element.

      The ending of the file names its form: .svg, .png, .pdf, .dot, or .md for the same in \
      words. A file named - is standard output, as SVG. With --check nothing is written: \
      the exit code is 1 when a file is not what would be written.

        gait diagram shop.yaml -o roadmap.svg
        gait diagram shop.yaml --lanes team --scale weeks --load -o teams.pdf
        gait diagram shop.yaml --view dependencies --around single-customer-view -o needs.svg
        gait diagram shop.yaml --view dependencies --today -o gaps.svg
        gait diagram shop.yaml --each element -o poster.svg
        gait diagram shop.yaml --check -o docs/roadmap.svg
      """)

  private static let forms: [OutputFile.Form] = [.svg, .png, .pdf, .dot, .md]

  @OptionGroup var scenario: ScenarioArgument

  @Option(help: "What to draw.")
  var view: View = .roadmap

  @Flag(help: "Draw the view 'dependencies' as of today, without a plan.")
  var today = false

  @OptionGroup var content: DiagramOptions

  @Option(help: "Draw one file for every stage, element or team, with its id at the end of the name.")
  var each: DiagramOptions.Part?

  @Flag(help: "Compare the files with what would be written, and write nothing.")
  var check = false

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
    if each != nil || check, outputs.contains(where: { $0.path == nil }) {
      throw ValidationError("\(check ? "--check" : "--each") needs files with names, not standard output.")
    }
    try OutputFile.validate(outputs, format: .text)
  }

  func run() async throws {
    let (roadmap, reading) = try scenario.roadmap(speech)
    let filter = try content.filter(of: roadmap)
    let focus = try content.focus(in: roadmap)
    let parts = self.parts(of: roadmap, filter)
    let files = parts.flatMap { part in outputs.map { ($0.named(part: part.id), part.filter) } }
    if !check { try OutputFile.check(files.map(\.0)) }
    let plan = today ? nil : try await PlanningRun(roadmap, reading, planning, words, speech).plan()
    var drawings: [(file: OutputFile, bytes: [UInt8])] = []
    for part in parts {
      let document = document(of: roadmap, plan, part.filter, focus)
      warn(about: document)
      for output in outputs {
        let bytes = try Drawing.bytes(of: document, as: output.form, resolution: content.resolution)
        drawings.append((output.named(part: part.id), bytes))
      }
    }
    if check { return try DrawingCheck(drawings).run() }
    for (file, bytes) in drawings { try file.write(bytes) }
  }

  /// The parts that get files of their own: all of it, unless the user wants to have it divided.
  private func parts(
    of roadmap: Roadmap, _ filter: CapabilityFilter
  ) -> [(id: String?, filter: CapabilityFilter)] {
    guard let each else { return [(nil, filter)] }
    return each.ids(in: roadmap).compactMap { id in
      var part = CapabilityFilter()
      each.add([id], to: &part)
      let isShown = roadmap.capabilities.contains { filter.includes($0) && part.includes($0) }
      guard isShown else { return nil }
      part = filter
      switch each {
      case .stage: part.stages = []
      case .element: part.elements = []
      case .team: part.teams = []
      }
      each.add([id], to: &part)
      return (id, part)
    }
  }

  private func document(
    of roadmap: Roadmap, _ plan: Plan?, _ filter: CapabilityFilter, _ focus: DependencyOptions.Focus?
  ) -> DiagramDocument {
    switch view {
    case .dependencies:
      return DependencyDiagram(
        roadmap: roadmap, plan: plan, language: words.language,
        options: DependencyOptions(
          filter: filter, focus: focus, isCollapsed: content.collapse, links: content.link,
          appearance: content.appearance)
      ).document
    case .roadmap:
      return RoadmapDiagram(
        plan: plan!, roadmap: roadmap, language: words.language,
        options: RoadmapOptions(
          lanes: content.lanes, scale: content.scale, today: content.markToday, showsLoad: content.load,
          filter: filter, links: content.link, appearance: content.appearance)
      ).document
    }
  }

  /// Says so when the diagram is too large to be read, and what would be smaller.
  private func warn(about document: DiagramDocument) {
    guard !speech.quiet, document.sheet == nil else { return }
    let help =
      switch view {
      case .dependencies: "try --collapse, --each stage, --only stage=ID or --around ID"
      default: "try --scale quarters, --each element or --only stage=ID"
      }
    Terminal.diagnostics.note("gait: the diagram is too large to be read on a sheet of A0; \(help)")
  }
}
