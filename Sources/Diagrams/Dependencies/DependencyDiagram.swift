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
  ///   - options: what is shown, and how.
  /// - Complexity: quadratic in the number of capabilities.
  public init(
    roadmap: Roadmap, plan: Plan? = nil, language: Language = .english,
    options: DependencyOptions = DependencyOptions()
  ) {
    let words = DiagramVocabulary(language)
    let network = DependencyNetwork(roadmap: roadmap, plan: plan, options: options)
    let name = plan?.scenario ?? roadmap.name[language]
    let parts = [name, words.dependencies] + network.part(options, words)
    let title = parts.joined(separator: " \u{B7} ")
    let canvas: Canvas
    if options.isCollapsed {
      let layout = OverviewLayout(of: network, title: title, words: words)
      canvas = OverviewDrawing(layout, theme: options.appearance.theme).canvas
    } else {
      let layout = DependencyLayout(of: network, title: title, words: words, theme: options.appearance.theme)
      canvas = DependencyDrawing(layout, options).canvas
    }
    self.document = DiagramDocument(
      canvas, named: "dependencies", title: title, summary: [words.summary(of: network)],
      tables: [words.table(of: network)], options.appearance)
  }
}

extension DependencyNetwork {
  /// What part of the roadmap is shown, in words.
  fileprivate func part(_ options: DependencyOptions, _ words: DiagramVocabulary) -> [String] {
    let around = focus.map { words.around(roadmap.capabilities[$0].name[words.language]) }
    let only = options.filter.title(in: roadmap, words.language).map(words.only)
    return [around, only].compactMap(\.self)
  }
}

extension DiagramVocabulary {
  /// All capabilities of a network with what they need, in words.
  func table(of network: DependencyNetwork) -> DiagramTable {
    let roadmap = network.roadmap
    let names = roadmap.capabilities.map { $0.name[language] }
    return DiagramTable(
      title: dependencies, columns: [capability, stage, element, state, neededFirst],
      rows: network.shown.map { position in
        let needs = network.needs.filter { $0.dependent == position }.map { need in
          let members = need.members.map { names[$0] }.joined(separator: ", ")
          let choice = need.isChoice ? "\(junction(need.count, of: need.total)): " : ""
          return choice + members + (need.lag > 0 ? " \(lag(weeks: need.lag))" : "")
        }
        let beyond = network.elsewhere(of: position)
        let elsewhere = [(beyond.needs, needsElsewhere), (beyond.dependents, leadsElsewhere)].compactMap {
          positions, say in
          positions.isEmpty
            ? nil : say(positions.map { network.nameWithPart(of: $0, self) }, positions.count)
        }
        let capability = roadmap.capabilities[position]
        let stage = roadmap.maturity.stages.first { $0.id == capability.stage }?.name[language] ?? ""
        let element = roadmap.maturity.elements.first { $0.id == capability.element }?.name[language] ?? ""
        return [
          names[position], stage, element, status(of: position, in: network),
          (needs + elsewhere).joined(separator: "; "),
        ]
      })
  }

  /// What is needed and not shown: the names that have room, of so many.
  func needsElsewhere(_ names: [String], of count: Int) -> String {
    names.isEmpty
      ? say(
        "needs \(count) elsewhere", "heeft elders \(count) nodig",
        "kr\u{E4}ver \(count) p\u{E5} annat h\u{E5}ll")
      : say("needs: ", "heeft nodig: ", "kr\u{E4}ver: ") + list(names, of: count)
  }

  /// What it leads to and is not shown: the names that have room, of so many.
  func leadsElsewhere(_ names: [String], of count: Int) -> String {
    names.isEmpty
      ? say(
        "leads to \(count) elsewhere", "leidt elders tot \(count)",
        "leder till \(count) p\u{E5} annat h\u{E5}ll")
      : say("leads to: ", "leidt tot: ", "leder till: ") + list(names, of: count)
  }

  /// The arrows that a part of a roadmap leaves out, because one of their ends is not shown.
  func arrowsElsewhere(_ count: Int) -> String {
    count == 1
      ? say(
        "1 arrow to or from elsewhere", "1 pijl naar of van elders",
        "1 pil till eller fr\u{E5}n annat h\u{E5}ll")
      : say(
        "\(count) arrows to or from elsewhere", "\(count) pijlen naar of van elders",
        "\(count) pilar till eller fr\u{E5}n annat h\u{E5}ll")
  }

  private func list(_ names: [String], of count: Int) -> String {
    let rest = count > names.count ? " +\(count - names.count)" : ""
    return names.joined(separator: ", ") + rest
  }
}
