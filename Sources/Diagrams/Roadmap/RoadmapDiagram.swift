public import RoadmapModel

/// The view `roadmap`: what a plan builds when, in lanes by element, with the prerequisites as arrows.
///
///     let diagram = RoadmapDiagram(plan: plan, roadmap: roadmap, language: .english)
///     print(diagram.document.dot)
///
/// Bars stand at their true dates. Labels and arrows have places of their own: no label is cut off or crossed. What is
/// live already and what is not planned is counted in the heading. The legend names what is drawn and nothing else.
/// The same plan, roadmap and language give the same text.
public struct RoadmapDiagram: Sendable {
  /// The diagram as DOT text with all places pinned.
  public let document: DiagramDocument

  /// Draws a plan.
  ///
  /// - Parameters:
  ///   - plan: what is built when.
  ///   - roadmap: the roadmap that was planned; what the plan says of capabilities that it does not have is left out.
  ///   - language: the language of names, dates and the legend.
  ///   - options: what else is shown, and how.
  /// - Complexity: about quadratic in the number of capabilities, for the routes of the arrows.
  public init(
    plan: Plan, roadmap: Roadmap, language: Language = .english, options: RoadmapOptions = RoadmapOptions()
  ) {
    let content = RoadmapContent(plan: plan, roadmap: roadmap, language: language, options: options)
    let drawing = RoadmapDrawing(RoadmapLayout(of: content), theme: options.appearance.theme)
    self.document = DiagramDocument(
      drawing.canvas, named: "roadmap", title: content.title, summary: [content.summary, content.worth],
      tables: content.tables, options.appearance)
  }
}
