public import RoadmapModel

/// The part of a roadmap that a diagram shows: capabilities of some stages, elements and teams.
///
/// What is empty does not restrict anything; a capability has to pass all three.
public struct CapabilityFilter: Hashable, Sendable {
  /// The stages to show.
  public var stages: Set<StageID>
  /// The elements to show.
  public var elements: Set<ElementID>
  /// The teams whose work to show.
  public var teams: Set<TeamID>

  /// A filter; by default everything passes.
  public init(stages: Set<StageID> = [], elements: Set<ElementID> = [], teams: Set<TeamID> = []) {
    self.stages = stages
    self.elements = elements
    self.teams = teams
  }

  /// Whether nothing is left out.
  public var isEmpty: Bool { stages.isEmpty && elements.isEmpty && teams.isEmpty }

  /// Whether a capability is shown.
  public func includes(_ capability: Capability) -> Bool {
    (stages.isEmpty || stages.contains(capability.stage))
      && (elements.isEmpty || elements.contains(capability.element))
      && (teams.isEmpty || capability.needs.contains { teams.contains($0.team) && $0.people > .zero })
  }

  /// The names of what is shown, for a subtitle; nil when that is everything.
  func title(in roadmap: Roadmap, _ language: Language) -> String? {
    let names =
      roadmap.maturity.stages.filter { stages.contains($0.id) }.map { $0.name[language] }
      + roadmap.maturity.elements.filter { elements.contains($0.id) }.map { $0.name[language] }
      + roadmap.teams.filter { teams.contains($0.id) }.map { $0.name[language] }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
