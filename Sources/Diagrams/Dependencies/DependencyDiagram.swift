public import RoadmapModel

/// The view `dependencies`: all capabilities of a roadmap, by stage, with what each needs first.
///
///     let diagram = DependencyDiagram(roadmap: roadmap, plan: plan, language: .swedish)
///     print(diagram.document.dot)
///
/// Needs that follow from others are left out. *At least so many of* several capabilities is a small ellipse that they
/// lead to; alternatives stand together in a dashed frame. Shape, outline and a line of text say what is live, planned,
/// left out and not applicable, so that nothing depends on colour.
public struct DependencyDiagram: Sendable {
  /// The diagram as DOT text with all places pinned.
  public let document: DiagramDocument

  /// Draws the capabilities of a roadmap.
  ///
  /// - Parameters:
  ///   - roadmap: the capabilities and what they need.
  ///   - plan: the days of what is planned; without one the diagram tells what is live from what is missing.
  ///   - language: the language of names, dates and the legend.
  ///   - theme: the colours.
  /// - Complexity: quadratic in the number of capabilities.
  public init(
    roadmap: Roadmap, plan: Plan? = nil, language: Language = .english, theme: Theme = .standard
  ) {
    let words = DiagramVocabulary(language)
    let layout = DependencyLayout(
      of: DependencyNetwork(roadmap: roadmap, plan: plan),
      title: "\(plan?.scenario ?? roadmap.name[language]) \u{B7} \(words.dependencies)", words: words,
      theme: theme)
    let drawing = DependencyDrawing(layout, theme: theme)
    self.document = DiagramDocument(dot: drawing.dot)
  }
}
