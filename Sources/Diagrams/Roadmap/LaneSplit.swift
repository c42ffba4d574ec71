import RoadmapModel

/// The ways to divide capabilities among lanes.
struct LaneSplit {
  /// A lane before anything is in it.
  struct Lane {
    let id: String
    let name: String
    /// The place of the element whose colour the lane has; nil for a lane without colour.
    let element: Int?
    let includes: (Capability) -> Bool
  }

  let roadmap: Roadmap
  let words: DiagramVocabulary

  /// The lanes in the order of the scenario; every capability is in one of them.
  func lanes(_ kind: RoadmapOptions.Lanes) -> [Lane] {
    switch kind {
    case .element:
      roadmap.maturity.elements.enumerated().map { index, element in
        Lane(id: element.id.text, name: element.name[words.language], element: index) {
          $0.element == element.id
        }
      }
    case .stage:
      roadmap.maturity.stages.map { stage in
        Lane(id: stage.id.text, name: stage.name[words.language], element: nil) { $0.stage == stage.id }
      }
    case .team:
      roadmap.teams.map { team in
        Lane(id: team.id.text, name: team.name[words.language], element: nil) { leader(of: $0) == team.id }
      } + [Lane(id: "no team", name: words.noTeam, element: nil) { leader(of: $0) == nil }]
    }
  }

  /// The team that gives the most people to a capability, the first of several in the order of the scenario.
  private func leader(of capability: Capability) -> TeamID? {
    let most = capability.needs.map(\.people).max() ?? .zero
    guard most > .zero else { return nil }
    let leaders = Set(capability.needs.filter { $0.people == most }.map(\.team))
    return roadmap.teams.first { leaders.contains($0.id) }?.id
  }
}
