import ArgumentParser
import Diagrams
import Interchange
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
    /// How mature the company is, by element and stage.
    case levels
    /// What decides when the target is reached.
    case critical
    /// What tells the plan from another one.
    case diff
    /// What there is to choose and to wait for.
    case decisions

    /// Whether it can be drawn without a plan.
    var showsToday: Bool { [.dependencies, .levels, .decisions].contains(self) }
  }

  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw the roadmap, what needs what, how mature the company is, and what another plan changes.",
    discussion: """
      The views:

        roadmap       the plan on an axis of time, in lanes by element, stage or team
        dependencies  what must be live before what; --around and --collapse make it small
        levels        the maturity picture: stages and elements, and where the company stands
        critical      the chain that decides the target date, and who has time to spare
        diff          what the plan adds, drops, moves and re-costs, --against another one
        decisions     alternatives, triggers, and what has been decided beforehand

      With --today, 'dependencies', 'levels' and 'decisions' are drawn without planning. With \
      --plan, a plan that 'gait plan -o plan.json' wrote is drawn and nothing is searched. --only \
      shows a part, and --each draws one file for every part.

      The ending of the file names its form: .svg, .png, .pdf, .dot, or .md for the same in \
      words; .drawio for diagrams.net, .mmd for Mermaid and .puml for PlantUML. A file named - is standard output, as SVG. With --check nothing is written: \
      the exit code is 1 when a file is not what would be written.

        gait diagram shop.yaml -o roadmap.svg
        gait diagram shop.yaml --lanes team --scale weeks --load -o teams.pdf
        gait diagram shop.yaml --view dependencies --around single-customer-view -o needs.svg
        gait diagram shop.yaml --view levels --today -o maturity.svg
        gait diagram fast.yaml --view diff --against shop.yaml -o faster.svg
        gait diagram shop.yaml --each element -o poster.svg
        gait diagram shop.yaml --check -o docs/roadmap.svg
      """)

  private static let forms: [OutputFile.Form] = [.svg, .png, .pdf, .dot, .md, .drawio, .mmd, .puml]

  @OptionGroup var scenario: ScenarioArgument

  @Option(help: "What to draw.")
  var view: View = .roadmap

  @Flag(help: "Draw the views 'dependencies', 'levels' and 'decisions' as of today, without a plan.")
  var today = false

  @Option(
    help: ArgumentHelp("Draw this plan, a JSON file, and search for none.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "The scenario, or a plan as JSON, that the view 'diff' compares with.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml", "json"]))
  var against: String?

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
    if today && !view.showsToday {
      throw ValidationError(
        "--today goes with the views dependencies, levels and decisions; others show a plan.")
    }
    if today && plan != nil { throw ValidationError("--today shows no plan; leave out --plan.") }
    if (view == .diff) != (against != nil) {
      throw ValidationError("--view diff and --against go together.")
    }
    if each != nil || check, outputs.contains(where: { $0.path == nil }) {
      throw ValidationError("\(check ? "--check" : "--each") needs files with names, not standard output.")
    }
    let forms = Set(outputs.map(\.form))
    if forms.contains(.mmd), ![.roadmap, .dependencies].contains(view) {
      throw ValidationError("Mermaid has no form for this view; it can say the roadmap and the dependencies.")
    }
    if forms.contains(.puml), view != .roadmap {
      throw ValidationError("PlantUML has no form for this view; it can say the roadmap.")
    }
    if !forms.isDisjoint(with: [.mmd, .puml]), !content.only.isEmpty || each != nil || content.around != nil {
      throw ValidationError(
        "Mermaid and PlantUML files show all of a roadmap; leave out --only, --each and --around.")
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
    let plan = try await drawnPlan(of: roadmap, reading)
    let base = try await comparedPlan(beside: roadmap)
    var drawings: [(file: OutputFile, bytes: [UInt8])] = []
    for part in parts {
      let document = document(of: roadmap, plan, base, part.filter, focus)
      warn(about: document)
      for output in outputs {
        let bytes =
          try text(of: roadmap, plan, as: output.form)
          ?? Drawing.bytes(of: document, as: output.form, resolution: content.resolution)
        drawings.append((output.named(part: part.id), bytes))
      }
    }
    if check { return try DrawingCheck(drawings).run() }
    for (file, bytes) in drawings { try file.write(bytes) }
  }

  // MARK: Plans

  /// The plan that is drawn: the one in the file, or the one that is found; nil when today is drawn.
  private func drawnPlan(of roadmap: Roadmap, _ reading: ScenarioReading) async throws -> Plan? {
    if today { return nil }
    guard let plan else { return try await PlanningRun(roadmap, reading, planning, words, speech).plan() }
    return try PlanFile(plan).plan(of: reading)
  }

  /// The plan to compare with, and the roadmap that it is a plan of.
  private func comparedPlan(beside roadmap: Roadmap) async throws -> (plan: Plan, roadmap: Roadmap)? {
    guard let against else { return nil }
    if against.lowercased().hasSuffix(".json") { return (try PlanFile(against).plan(), roadmap) }
    let reading = try ScenarioArgument.reading(of: against, .text)
    let other = try ScenarioArgument.roadmap(of: reading, as: .text, speech)
    return (try await PlanningRun(other, reading, planning, words, speech).plan(), other)
  }

  // MARK: Parts

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
    of roadmap: Roadmap, _ plan: Plan?, _ base: (plan: Plan, roadmap: Roadmap)?, _ filter: CapabilityFilter,
    _ focus: DependencyOptions.Focus?
  ) -> DiagramDocument {
    let language = words.language
    let timeline = RoadmapOptions(
      lanes: content.lanes, scale: content.scale, today: content.markToday, showsLoad: content.load,
      filter: filter, links: content.link, appearance: content.appearance)
    switch (view, plan) {
    case (.levels, _):
      return LevelsDiagram(
        roadmap: roadmap, plan: plan, language: language, filter: filter, links: content.link,
        appearance: content.appearance
      ).document
    case (.decisions, _):
      return DecisionDiagram(
        roadmap: roadmap, plan: plan, language: language, filter: filter, links: content.link,
        appearance: content.appearance
      ).document
    case (.roadmap, let plan?):
      return RoadmapDiagram(plan: plan, roadmap: roadmap, language: language, options: timeline).document
    case (.critical, let plan?):
      return CriticalDiagram(plan: plan, roadmap: roadmap, language: language, options: timeline).document
    case (.diff, let plan?):
      return DifferenceDiagram(
        from: base?.plan ?? plan, of: base?.roadmap ?? roadmap, to: plan, of: roadmap, language: language,
        options: timeline
      ).document
    case (.dependencies, _), (_, nil):
      return DependencyDiagram(
        roadmap: roadmap, plan: plan, language: language,
        options: DependencyOptions(
          filter: filter, focus: focus, isCollapsed: content.collapse, links: content.link,
          appearance: content.appearance)
      ).document
    }
  }

  /// The diagram in a form that is text of another program's; nil for all others.
  private func text(of roadmap: Roadmap, _ plan: Plan?, as form: OutputFile.Form) -> [UInt8]? {
    switch (form, view, plan) {
    case (.mmd, .roadmap, let plan?):
      Array(MermaidGantt(plan: plan, roadmap: roadmap, language: words.language).text.utf8)
    case (.mmd, _, _):
      Array(MermaidFlowchart(roadmap: roadmap, plan: plan, language: words.language).text.utf8)
    case (.puml, _, let plan?):
      Array(PlantUMLGantt(plan: plan, roadmap: roadmap, language: words.language).text.utf8)
    default: nil
    }
  }

  /// Says so when the diagram is too large or too long to be read, and what would be smaller.
  private func warn(about document: DiagramDocument) {
    guard !speech.quiet, document.sheet == nil || document.isStrip else { return }
    let help =
      switch view {
      case .dependencies where content.collapse: "try --only stage=ID or --each stage"
      case .dependencies: "try --collapse, --each stage, --only stage=ID or --around ID"
      case .levels, .decisions: "try --each element or --only stage=ID"
      case .roadmap, .critical, .diff: "try --scale quarters, --each element or --only stage=ID"
      }
    let size = "\(Int(document.width)) by \(Int(document.height)) points"
    let trouble =
      document.sheet == nil ? "too large to be read on a sheet of A0" : "a strip that no screen shows whole"
    Terminal.diagnostics.note("gait: the diagram, \(size), is \(trouble); \(help)")
  }
}
