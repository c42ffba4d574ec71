public import RoadmapModel

/// The view `levels`: how mature a company is, as a table of elements and stages with all capabilities in it.
///
///     let diagram = LevelsDiagram(roadmap: roadmap, plan: plan)
///     print(diagram.document.dot)
///
/// A thick line runs where the company stands today: what lies to the left of it has been reached in that element. Each cell says
/// whether its stage has been reached, or when the plan reaches it, and how many capabilities count for that which are not drawn.
public struct LevelsDiagram: Sendable {
  /// The diagram as DOT text with all places pinned.
  public let document: DiagramDocument

  /// Draws the maturity of a company.
  ///
  /// - Parameters:
  ///   - roadmap: the maturity model, and what the company has.
  ///   - plan: the way that the company goes; nil to show today only.
  ///   - language: the language of names and dates.
  ///   - filter: the capabilities to show.
  ///   - links: where capabilities link to.
  ///   - appearance: whether it is light or dark.
  /// - Complexity: quadratic in the number of capabilities.
  public init(
    roadmap: Roadmap, plan: Plan? = nil, language: Language = .english,
    filter: CapabilityFilter = CapabilityFilter(), links: LinkTemplate? = nil,
    appearance: DiagramAppearance = .automatic
  ) {
    let content = LevelsContent(
      roadmap: roadmap, plan: plan, filter: filter, words: DiagramVocabulary(language))
    let drawing = LevelsDrawing(LevelsLayout(of: content), links: links, theme: appearance.theme)
    document = DiagramDocument(
      drawing.canvas, named: "levels", title: content.title, summary: content.summary, tables: content.tables,
      appearance)
  }
}

/// Draws the picture of maturity.
struct LevelsDrawing {
  private(set) var canvas: Canvas
  private let layout: LevelsLayout
  private let theme: Theme

  init(_ layout: LevelsLayout, links: LinkTemplate?, theme: Theme) {
    self.layout = layout
    self.theme = theme
    canvas = Canvas(frame: layout.frame)
    for (index, text) in layout.header.enumerated() {
      canvas.add(text, named: "note \(index)", color: index == 0 ? theme.text : theme.mutedText)
    }
    addGround()
    if let (mark, label) = layout.position {
      canvas.fill(
        [Point(mark.x - 6, mark.y - 5), Point(mark.x + 6, mark.y - 5), Point(mark.x, mark.y + 6)], theme.text)
      canvas.add(label, named: "position", color: theme.text)
    }
    canvas.line(layout.front, theme.frontStroke)
    for box in layout.boxes { add(box, links) }
    canvas.draw(layout.legend, theme)
  }

  private mutating func addGround() {
    let maturity = layout.content.roadmap.maturity
    for column in layout.columns {
      canvas.fill(column.frame, theme.heading(forStage: column.stage))
      canvas.add(column.title, named: "stage \(column.stage + 1)", color: theme.onStrong)
    }
    for row in layout.rows {
      let swatch = theme.swatch(forElement: row.element)
      canvas.fill(
        Rectangle(x: 0, y: row.frame.minY, width: 5, height: row.frame.height), swatch.strong)
      canvas.add(row.name, named: "element \(row.element + 1)", color: swatch.line)
    }
    for cell in layout.cells {
      let isReached = if case .reached = cell.standing { true } else { false }
      let name = "\(maturity.elements[cell.element].id) \(maturity.stages[cell.stage].id)"
      canvas.add(
        Canvas.Region(
          name: "cell \(name)", frame: cell.frame, fill: theme.band(forStage: isReached ? 2 : 0),
          outline: Theme.Stroke(color: theme.lines.grid, width: 0.6, dash: .solid), id: "cell-\(name)",
          classes: ["cell", isReached ? "reached" : "open"]))
      canvas.add(cell.title, named: "cell title \(name)", color: theme.mutedText)
    }
  }

  private mutating func add(_ box: LevelsLayout.Box, _ links: LinkTemplate?) {
    let content = layout.content
    let capability = content.roadmap.capabilities[box.position]
    let kind = content.network.conditions[box.position].kind
    let element = content.roadmap.maturity.elements.firstIndex { $0.id == capability.element } ?? 0
    canvas.add(
      Canvas.Node(
        name: capability.id.text, frame: box.frame, text: box.text,
        look: theme.look(of: kind, theme.swatch(forElement: element)), id: "capability-\(capability.id)",
        classes: ["capability", "\(kind)", "stage-\(capability.stage)", "element-\(capability.element)"],
        tip: "\(capability.name[content.words.language])\n\(content.status(of: box.position))",
        link: links?.target(for: capability.id.text)))
  }
}

extension Theme {
  /// The line where the company stands today.
  var frontStroke: Stroke { Stroke(color: text, width: 3.2, dash: .solid) }
}

extension DiagramVocabulary {
  var maturity: String { say("Maturity", "Volwassenheid", "Mognad") }

  func weAreBefore(_ stage: String) -> String {
    say(
      "We are here: before \(stage)", "Wij staan hier: v\u{F3}\u{F3}r \(stage)",
      "Vi \u{E4}r h\u{E4}r: f\u{F6}re \(stage)")
  }

  func weHaveReached(_ stage: String) -> String {
    say(
      "We are here: \(stage) reached", "Wij staan hier: \(stage) bereikt",
      "Vi \u{E4}r h\u{E4}r: \(stage) uppn\u{E5}tt")
  }

  var legendFront: String {
    say("Reached today, to the left", "Links hiervan: nu bereikt", "Uppn\u{E5}tt i dag, till v\u{E4}nster")
  }

  func target(stage: String) -> String {
    say("target: \(stage)", "doel: \(stage)", "m\u{E5}l: \(stage)")
  }

  /// Where the company stands; nil before the first stage.
  func standsAt(_ stage: String?) -> String {
    guard let stage else {
      return say(
        "Today: before the first stage", "Nu: v\u{F3}\u{F3}r de eerste fase",
        "I dag: f\u{F6}re det f\u{F6}rsta steget")
    }
    return say("Today: \(stage)", "Nu: \(stage)", "I dag: \(stage)")
  }

  /// Whether an element has reached a stage.
  func standing(_ standing: LevelStanding, stage: (Int) -> String) -> String {
    switch standing {
    case .undemanded: return say("nothing demanded", "niets vereist", "inget krav")
    case .reached: return say("reached today", "nu bereikt", "uppn\u{E5}tt i dag")
    case .planned(let day, let choices):
      let reached = say(
        "to be reached \(date(day))", "te bereiken \(date(day))", "uppn\u{E5}s \(date(day))")
      return choices == 0 ? reached : "\(reached), \(needed(.choice, choices))"
    case .open(let count):
      let parts = [(StageDemandMarks.Mark.required, count.required), (.choice, count.choice)]
      return parts.filter { $0.1.needed > 0 }.map { live($0.0, $0.1.live, of: $0.1.needed) }.joined(
        separator: ", ")
    case .waiting(let lower):
      let name = stage(lower)
      return say(
        "its own demands met, not yet \(name)", "eigen eisen vervuld, nog niet \(name)",
        "egna krav uppfyllda, \u{E4}nnu inte \(name)")
    }
  }

  /// That so many capabilities that are not shown count too.
  func withUnseen(_ count: Int) -> String {
    say("with \(count) not drawn", "met \(count) niet getekende", "med \(count) som inte ritas")
  }

  private func needed(_ mark: StageDemandMarks.Mark, _ count: Int) -> String {
    say(
      "\(count)\u{A0}\(mark.sign) needed", "\(count)\u{A0}\(mark.sign) nodig",
      "\(count)\u{A0}\(mark.sign) beh\u{F6}vs")
  }

  private func live(_ mark: StageDemandMarks.Mark, _ count: Int, of total: Int) -> String {
    switch mark {
    case .required:
      say(
        "\(count) of \(total) \(mark.sign) live", "\(count) van \(total) \(mark.sign) live",
        "\(count) av \(total) \(mark.sign) i drift")
    case .choice:
      say(
        "\(count) of the \(total) \(mark.sign) needed", "\(count) van de \(total) nodige \(mark.sign)",
        "\(count) av de \(total) \(mark.sign) som beh\u{F6}vs")
    }
  }

  var demandedColumn: String { say("Demanded", "Vereist", "Kr\u{E4}vs") }

  /// How a stage demands a capability.
  func demanded(_ mark: StageDemandMarks.Mark) -> String {
    switch mark {
    case .required: say("demanded", "vereist", "kr\u{E4}vs")
    case .choice: say("one of several", "een van meerdere", "en av flera")
    }
  }

  func demanded(for stage: String) -> String {
    say("for \(stage)", "voor \(stage)", "f\u{F6}r \(stage)")
  }

  /// When a stage is reached, in terms of the marks that are shown; nothing when there are none.
  func stagesAreReachedBy(_ marks: [StageDemandMarks.Mark]) -> String {
    guard !marks.isEmpty else { return "" }
    let parts = marks.map { mark in
      switch mark {
      case .required: say("every \(mark.sign)", "elke \(mark.sign)", "varje \(mark.sign)")
      case .choice:
        say("enough \(mark.sign)", "genoeg \(mark.sign)", "tillr\u{E4}ckligt m\u{E5}nga \(mark.sign)")
      }
    }.joined(separator: say(" and ", " en ", " och "))
    return say(
      "A stage is reached when \(parts) up to it is live; what has no star may come later.",
      "Een fase is bereikt zodra \(parts) tot en met die fase live is; wat geen ster heeft, mag later komen.",
      "Ett steg \u{E4}r uppn\u{E5}tt n\u{E4}r \(parts) till och med det \u{E4}r i drift; det som saknar stj\u{E4}rna f\u{E5}r komma senare."
    )
  }

  var legendDemanded: String {
    say("Demanded by the stage", "Vereist voor de fase", "Kr\u{E4}vs f\u{F6}r steget")
  }

  var legendDemandedChoice: String {
    say(
      "Demanded: enough of these", "Vereist: genoeg hiervan",
      "Kr\u{E4}vs: tillr\u{E4}ckligt m\u{E5}nga av dessa")
  }
}
