/// The capabilities that a risk or a correlation is about.
public enum CapabilityScope: Hashable, Sendable {
  /// All of them.
  case all
  /// The named ones.
  case capabilities([CapabilityID])
  /// Those that need people of a team.
  case team(TeamID)
}

extension CapabilityScope {
  /// Whether a capability belongs to the scope.
  public func contains(_ capability: Capability) -> Bool {
    switch self {
    case .all: true
    case .capabilities(let ids): ids.contains(capability.id)
    case .team(let team): capability.needs.contains { $0.team == team && $0.people > .zero }
    }
  }
}
