import ArgumentParser
import Diagrams
import GraphvizRendering
import RoadmapModel

/// The options that say what a diagram shows of a scenario, and how.
struct DiagramOptions: ParsableArguments {
  /// What a diagram can be restricted to, or divided by.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case stage
    case element
    case team
  }

  @Option(help: "What a lane of the roadmap stands for.")
  var lanes: RoadmapOptions.Lanes = .element

  @Option(help: "The smallest part of the calendar that the time axis names.")
  var scale: RoadmapOptions.Scale = .automatic

  @Option(help: "A day to mark as today, such as 2027-03-01; the clock is never asked.", transform: Self.day)
  var markToday: CivilDate?

  @Flag(help: "Draw the use of the budget and the load of the teams below the roadmap.")
  var load = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Show only a part: stage=ID, element=ID or team=ID; several IDs with commas, and several parts by repeating the option.",
      valueName: "part=id"), transform: Self.restriction)
  var only: [Restriction] = []

  @Option(
    help: ArgumentHelp("Show only what is near this capability, in the view 'dependencies'.", valueName: "id")
  )
  var around: String?

  @Option(help: "How many steps from it are shown.")
  var depth = 2

  @Flag(help: "Draw one box for each stage and element, in the view 'dependencies'.")
  var collapse = false

  @Option(
    help: ArgumentHelp(
      "Where capabilities link to, with {id} in it, such as https://wiki.example/{id}.", valueName: "address"),
    transform: Self.template)
  var link: LinkTemplate?

  @Option(help: "Light, dark, or in SVG what the reader's screen is set to.")
  var appearance: DiagramAppearance = .automatic

  @Option(help: ArgumentHelp("The resolution of PNG files, from 24 to 1200.", valueName: "dots per inch"))
  var resolution = 96

  func validate() throws {
    guard OutputFormat.resolutions.contains(resolution) else {
      throw ValidationError("'--resolution' must be from 24 to 1200; it is \(resolution).")
    }
    guard depth >= 0 else { throw ValidationError("'--depth' must not be negative; it is \(depth).") }
  }
}

// MARK: - Values

extension DiagramOptions {
  /// Some stages, elements or teams.
  struct Restriction: Hashable, Sendable {
    let part: Part
    let ids: [String]
  }

  private static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(iso: text) else {
      throw ValidationError("'\(text)' is no day; write it as 2027-03-01.")
    }
    return day
  }

  private static func template(_ text: String) throws -> LinkTemplate {
    guard let template = LinkTemplate(text) else {
      throw ValidationError(
        "'\(text)' is no address for links: it needs {id} in it, begins with https://, http:// or a path, and has no blanks, quotes or '&'."
      )
    }
    return template
  }

  private static func restriction(_ text: String) throws -> Restriction {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let part = Part(rawValue: sides[0]) else {
      throw ValidationError("'\(text)' names no part; write stage=ID, element=ID or team=ID.")
    }
    return Restriction(part: part, ids: sides[1].split(separator: ",").map(String.init))
  }

  /// The filter that all restrictions make together.
  ///
  /// - Throws: `ValidationError` that names an id which the scenario does not have, and those that it has.
  func filter(of roadmap: Roadmap) throws -> CapabilityFilter {
    var filter = CapabilityFilter()
    for restriction in only {
      let known = restriction.part.ids(in: roadmap)
      if let unknown = restriction.ids.first(where: { !known.contains($0) }) {
        throw ValidationError(
          "there is no \(restriction.part.rawValue) '\(unknown)'; there are \(known.joined(separator: ", "))."
        )
      }
      restriction.part.add(restriction.ids, to: &filter)
    }
    return filter
  }

  /// The capability in the middle of the view of dependencies.
  ///
  /// - Throws: `ValidationError` when there is no such capability.
  func focus(in roadmap: Roadmap) throws -> DependencyOptions.Focus? {
    guard let around else { return nil }
    guard roadmap.capability(CapabilityID(around)) != nil else {
      let near = Spelling.nearest(to: around, among: roadmap.capabilities.map(\.id.text))
      throw ValidationError(
        "there is no capability '\(around)'" + (near.map { "; did you mean '\($0)'?" } ?? "."))
    }
    return DependencyOptions.Focus(CapabilityID(around), depth: depth)
  }
}

extension DiagramOptions.Part {
  /// The ids that a scenario has.
  func ids(in roadmap: Roadmap) -> [String] {
    switch self {
    case .stage: roadmap.maturity.stages.map(\.id.text)
    case .element: roadmap.maturity.elements.map(\.id.text)
    case .team: roadmap.teams.map(\.id.text)
    }
  }

  /// Restricts a filter to some ids, beside those that it has.
  func add(_ ids: [String], to filter: inout CapabilityFilter) {
    switch self {
    case .stage: filter.stages.formUnion(ids.map { StageID($0) })
    case .element: filter.elements.formUnion(ids.map { ElementID($0) })
    case .team: filter.teams.formUnion(ids.map { TeamID($0) })
    }
  }
}
