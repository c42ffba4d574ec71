public import RoadmapModel

/// The view `decisions`: what there is to choose, what work waits for, and what has been decided beforehand.
///
///     let diagram = DecisionDiagram(roadmap: roadmap, plan: plan)
///     print(diagram.document.dot)
///
/// Alternatives lead to their members, with scores, and from there to the capabilities that build on them; triggers and decisions
/// lead to the capability that they hold back or fix.
public struct DecisionDiagram: Sendable {
  /// The diagram as DOT text with all places pinned.
  public let document: DiagramDocument

  /// Draws the decisions of a roadmap.
  ///
  /// - Parameters:
  ///   - roadmap: the alternatives, triggers and decisions.
  ///   - plan: what has been chosen; nil to show what is open.
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
    let content = DecisionContent(
      roadmap: roadmap, plan: plan, filter: filter, words: DiagramVocabulary(language))
    let drawing = DecisionDrawing(DecisionLayout(of: content), links: links, theme: appearance.theme)
    document = DiagramDocument(
      drawing.canvas, named: "decisions", title: content.title, summary: content.summary,
      tables: content.tables, appearance)
  }
}

/// Draws decisions.
struct DecisionDrawing {
  private(set) var canvas: Canvas

  init(_ layout: DecisionLayout, links: LinkTemplate?, theme: Theme) {
    canvas = Canvas(frame: layout.frame)
    for (index, text) in layout.header.enumerated() {
      canvas.add(text, named: "note \(index)", color: index == 0 ? theme.text : theme.mutedText)
    }
    let network = layout.content.network
    for box in layout.boxes {
      let capability = box.position.map { network.roadmap.capabilities[$0] }
      let element = capability.flatMap { capability in
        network.roadmap.maturity.elements.firstIndex { $0.id == capability.element }
      }
      canvas.add(
        Canvas.Node(
          name: box.name, frame: box.frame, text: box.text,
          look: theme.decisionLook(box.kind, element: element),
          classes: ["\(box.kind)"] + (box.isChosen ? ["chosen"] : []),
          tip: box.text.lines.joined(separator: " "),
          link: capability.flatMap { links?.target(for: $0.id.text) }))
    }
    for arrow in layout.arrows {
      canvas.connect(
        layout.boxes[arrow.tail].name, layout.boxes[arrow.head].name, along: arrow.corners,
        theme.stroke(of: arrow.isTaken ? .taken : .notTaken), classes: [arrow.isTaken ? "taken" : "open"])
    }
    canvas.draw(layout.elements, theme)
    canvas.draw(layout.legend, theme)
  }
}

extension Theme {
  /// The look of a box in the view of decisions: a capability looks as in all other views.
  ///
  /// - Parameters:
  ///   - element: that of the capability; nil for a question.
  func decisionLook(_ key: LegendKey, element: Int? = nil) -> Canvas.Look {
    switch key {
    case .question:
      return Canvas.Look(
        fill: stageBands[2], outline: Stroke(color: text, width: 1.4, dash: .solid), ink: text)
    case .waiting:
      return Canvas.Look(
        fill: stageBands[1], outline: Stroke(color: mutedText, width: 1, dash: .solid), ink: text,
        isRounded: true)
    default:
      return look(of: key, swatch(forElement: element ?? 0))
    }
  }
}
