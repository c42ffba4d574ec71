/// A value of a scenario file as it was written, with its place.
///
/// The tree knows nothing of types: whether `1.4` is a number is decided by who reads it.
struct LocatedNode: Sendable {
  /// What was written.
  var content: Content

  /// Where the value begins.
  var place: Place

  /// The three shapes of YAML.
  enum Content: Sendable {
    /// Text as written. `quoted` tells `"null"` from `null`.
    case scalar(String, quoted: Bool)
    case sequence([LocatedNode])
    case mapping(LocatedMapping)
  }
}

extension LocatedNode {
  /// The text of a scalar, or nil for a list or a map.
  var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The members of a list, or nil.
  var sequence: [LocatedNode]? {
    if case .sequence(let members) = content { members } else { nil }
  }

  /// The entries of a map, or nil.
  var mapping: LocatedMapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  /// Whether the value is an unquoted `null`, `~` or nothing at all.
  var isNull: Bool {
    guard case .scalar(let text, quoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// What the value is, in the words of messages.
  var shapeDescription: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

/// A map in the order of writing; keys are unique.
struct LocatedMapping: Sendable {
  /// A key with its place and its value.
  struct Entry: Sendable {
    var key: String
    var keyPlace: Place
    var value: LocatedNode
  }

  /// The entries, in the order of writing.
  private(set) var entries: [Entry] = []

  private var positions: [String: Int] = [:]

  /// The entry of a key, or nil.
  subscript(key: String) -> Entry? {
    positions[key].map { entries[$0] }
  }

  /// Adds an entry, or replaces the one with the same key at its position.
  mutating func set(_ entry: Entry) {
    if let position = positions[entry.key] {
      entries[position] = entry
    } else {
      positions[entry.key] = entries.count
      entries.append(entry)
    }
  }

  /// Removes the entries that do not satisfy the condition.
  mutating func keep(where condition: (Entry) -> Bool) {
    entries = entries.filter(condition)
    positions = [:]
    for (position, entry) in entries.enumerated() { positions[entry.key] = position }
  }
}
