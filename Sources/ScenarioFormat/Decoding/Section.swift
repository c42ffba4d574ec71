import RoadmapModel

/// A map whose keys are known: the entries of a section, by key.
struct Section<Key: SectionKey> {
  /// Where to point when a key is missing: at the key that holds the section.
  let place: Place

  /// The steps to the section from the top of the scenario.
  let path: [String]

  fileprivate var entries: [Key: LocatedMapping.Entry] = [:]

  /// Keys that were written without a value, which has been said already.
  fileprivate var withoutValue: Set<Key> = []

  /// The value of a key, or nil when it is not given.
  subscript(key: Key) -> LocatedNode? {
    entries[key]?.value
  }

  /// Where a key stands that is given.
  func place(of key: Key) -> Place {
    entries[key]?.keyPlace ?? place
  }
}

extension ValueReader {
  /// Reads a map with known keys; others are mistakes.
  ///
  /// - Parameter place: Where the key stands that holds the map.
  func section<Key: SectionKey>(_ node: LocatedNode, at place: Place, keys: Key.Type) -> Section<Key>? {
    guard let mapping = mapping(node, keys: Key.allCases.map(\.rawValue)) else { return nil }
    var section = Section<Key>(place: place, path: log.part)
    for entry in mapping.entries {
      log.reading(section.path + [entry.key]) { add(entry, to: &section) }
    }
    return section
  }

  private func add<Key: SectionKey>(_ entry: LocatedMapping.Entry, to section: inout Section<Key>) {
    guard let key = Key(rawValue: entry.key) else {
      log.report(.unknownKey(entry.key, known: Key.allCases.map(\.rawValue)), at: entry.keyPlace)
      return
    }
    guard !entry.value.isNull else {
      log.report(.noValue(entry.key), at: entry.keyPlace)
      section.withoutValue.insert(key)
      return
    }
    section.entries[key] = entry
  }

  /// Reads what a section must have.
  func required<Key: SectionKey, Value>(
    _ key: Key, of section: Section<Key>, _ read: (LocatedNode) -> Value?
  ) -> Value? {
    log.reading(section.path + [key.rawValue]) {
      guard let node = section[key] else {
        if !section.withoutValue.contains(key) { log.report(.missingKey(key.rawValue), at: section.place) }
        return nil
      }
      return read(node)
    }
  }

  /// Reads what a section may have.
  func optional<Key: SectionKey, Value>(
    _ key: Key, of section: Section<Key>, _ read: (LocatedNode) -> Value?
  ) -> Value? {
    log.reading(section.path + [key.rawValue]) { section[key].flatMap(read) }
  }

  /// Reads a map from identifiers, in the order of writing; entries that cannot be read are left out.
  func table<Subject, Value>(
    _ node: LocatedNode, _ read: (Identifier<Subject>, LocatedMapping.Entry) -> Value?
  ) -> [Value] {
    let path = log.part
    guard let mapping = mapping(node, keys: []) else {
      log.lacksEntry(path)
      return []
    }
    return mapping.entries.compactMap { entry in
      let value = log.reading(path + [entry.key]) { self.entry(entry, read) }
      if value == nil { log.lacksEntry(path) }
      return value
    }
  }

  private func entry<Subject, Value>(
    _ entry: LocatedMapping.Entry, _ read: (Identifier<Subject>, LocatedMapping.Entry) -> Value?
  ) -> Value? {
    if !Identifier<Subject>.isWellFormed(entry.key) {
      log.report(.malformedID(entry.key), at: entry.keyPlace)
    }
    guard !entry.value.isNull else {
      log.report(.noValue(entry.key), at: entry.keyPlace)
      return nil
    }
    return read(Identifier(entry.key), entry)
  }

  /// Reads a list; members that cannot be read are left out.
  func list<Value>(_ node: LocatedNode, _ read: (LocatedNode) -> Value?) -> [Value]? {
    guard let members = node.sequence else {
      log.report(.expectedList(node), at: node.place)
      return nil
    }
    return log.readingWhole { members.compactMap(read) }
  }

  /// The map that a whole file must be.
  func root(_ node: LocatedNode) -> LocatedMapping? {
    mapping(node, keys: [ScenarioKey.gait.rawValue])
  }

  private func mapping(_ node: LocatedNode, keys: [String]) -> LocatedMapping? {
    guard let mapping = node.mapping else {
      log.report(.expectedMap(node, keys: keys), at: node.place)
      return nil
    }
    return mapping
  }
}

extension Mistake {
  fileprivate static func unknownKey(_ key: String, known: [String]) -> Mistake {
    let suggestion = Spelling.suggestion(for: key, among: known)
    return Mistake(
      .unknownKey, "'\(key)' is not a key here",
      advice: suggestion ?? "The keys here are \(known.joined(separator: ", ")).")
  }

  static func missingKey(_ key: String) -> Mistake {
    Mistake(.missingKey, "'\(key)' is missing", advice: "Add '\(key): ...'.")
  }

  fileprivate static func noValue(_ key: String) -> Mistake {
    Mistake(.nothingToRemove, "'\(key)' has no value", advice: "Give it a value, or remove the line.")
  }

  fileprivate static func expectedMap(_ node: LocatedNode, keys: [String]) -> Mistake {
    let example = keys.isEmpty ? "'id: ...'" : "'\(keys[0]): ...'"
    return Mistake(
      .expectedMap, "a map is wanted here, not \(node.shapeDescription)",
      advice: "Write lines such as \(example) below the key.")
  }

  fileprivate static func expectedList(_ node: LocatedNode) -> Mistake {
    let advice = node.scalar.map { "Write [\($0.prefix(40))]." } ?? "Write it as [a, b]."
    return Mistake(.expectedList, "a list is wanted here, not \(node.shapeDescription)", advice: advice)
  }
}
