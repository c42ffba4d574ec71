/// Finds the place of a value by the path that the model's findings carry.
struct PlaceLookup {
  let tree: LocatedNode

  /// The place of the value, or of the nearest thing around it that was written.
  ///
  /// A step is a key of a map, or a position or a member of a list. The key is shown where there is one, because it begins the line; for
  /// a member of a list and for a scalar the value itself is shown.
  func place(of path: [String]) -> Place {
    var node = tree
    var place = tree.place
    for step in path {
      if let entry = node.mapping?[step] {
        node = entry.value
        place = node.scalar == nil ? entry.keyPlace : node.place
      } else if let member = member(step, of: node) {
        node = member
        place = member.place
      }
    }
    return place
  }

  private func member(_ step: String, of node: LocatedNode) -> LocatedNode? {
    guard let members = node.sequence else { return nil }
    if let position = Int(step) { return members.indices.contains(position) ? members[position] : nil }
    return members.first { $0.scalar == step }
  }
}
