import RoadmapModel

/// Reads a scenario file, the files that it extends and its catalog, and lays them over each other.
struct LayerReading {
  /// The most bytes of one file.
  static let fileLimit = 2_000_000
  /// The most files in a chain of extensions.
  static let chainLimit = 16

  let files: any FileAccess
  let shelf: [ShelvedCatalog]
  let log: FindingLog

  /// Of everything that has been read.
  private(set) var hash = ContentHash()

  /// Whether there was anything at the path of the scenario itself.
  private(set) var foundScenario = false

  /// Whether a layer is missing or unusable, so that the merged tree would not be what its author means.
  private var isIncomplete = false

  init(files: any FileAccess, shelf: [ShelvedCatalog], log: FindingLog) {
    self.files = files
    self.shelf = shelf
    self.log = log
  }

  /// One file, as a tree without the keys that say how files belong together.
  private struct Layer {
    let path: String
    var tree: LocatedMapping
    var extends: LocatedNode?
    var catalog: LocatedNode?
  }

  /// The merged tree, or nil when a layer is missing or cannot be used; all that can be read is read in any case.
  mutating func read(_ path: String) -> LocatedNode? {
    let layers = chain(from: path)
    let naming = layers.first { $0.catalog != nil }
    var merged = LocatedMapping()
    if let naming, let name = naming.catalog, !name.isNull, let catalog = catalog(name, namedIn: naming.path)
    {
      merged = catalog
    }
    guard !isIncomplete, let scenario = layers.first else { return nil }
    let merge = Merge(log: log)
    for layer in layers.reversed() { merged = merge.lay(layer.tree, over: merged) }
    return LocatedNode(
      content: .mapping(merged), place: scenario.tree.entries.first?.keyPlace ?? .start(of: 0))
  }

  // MARK: Extending

  /// The scenario and what it extends, from the uppermost layer down.
  private mutating func chain(from path: String) -> [Layer] {
    var layers: [Layer] = []
    var seen: Set<String> = []
    var next: (path: String, named: Place?)? = (path, nil)
    while let (path, named) = next {
      next = nil
      guard follow(path, named, seen: &seen), let layer = layer(path, named) else {
        isIncomplete = true
        break
      }
      layers.append(layer)
      if let node = layer.extends, let target = file(node, namedIn: path) { next = (target, node.place) }
    }
    return layers
  }

  /// Whether the chain may go on with a file.
  private func follow(_ path: String, _ named: Place?, seen: inout Set<String>) -> Bool {
    let isNew = seen.insert(files.identity(of: path)).inserted
    if isNew && seen.count <= Self.chainLimit { return true }
    log.report(isNew ? .extendsTooLong : .extendsCycle(path), at: named ?? .start(of: 0))
    return false
  }

  /// The path of a file that another one names.
  private mutating func file(_ node: LocatedNode, namedIn path: String) -> String? {
    let reader = ValueReader(log: log)
    guard let name = reader.scalar(node, Word.text) else {
      isIncomplete = true
      return nil
    }
    return FilePath.resolved(name, from: path)
  }

  private mutating func layer(_ path: String, _ named: Place?) -> Layer? {
    guard let node = document(path, named), var tree = root(node) else { return nil }
    checkVersion(tree, at: node.place)
    let extends = tree[ScenarioKey.extends.rawValue]?.value
    let catalog = tree[ScenarioKey.catalog.rawValue]?.value
    tree.keep { $0.key != ScenarioKey.extends.rawValue && $0.key != ScenarioKey.catalog.rawValue }
    return Layer(path: path, tree: tree, extends: extends, catalog: catalog)
  }

  // MARK: Catalogs

  private mutating func catalog(_ node: LocatedNode, namedIn path: String) -> LocatedMapping? {
    let reader = ValueReader(log: log)
    guard let name = reader.scalar(node, Word.text) else {
      isIncomplete = true
      return nil
    }
    let tree = isPath(name) ? catalogFile(name, node.place, namedIn: path) : builtInCatalog(name, node.place)
    guard let tree else {
      isIncomplete = true
      return nil
    }
    return cleaned(tree)
  }

  private func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  private mutating func catalogFile(_ name: String, _ place: Place, namedIn path: String) -> LocatedMapping? {
    guard let node = document(FilePath.resolved(name, from: path), place), let tree = root(node) else {
      return nil
    }
    checkVersion(tree, at: node.place)
    return tree
  }

  private mutating func builtInCatalog(_ name: String, _ place: Place) -> LocatedMapping? {
    guard let catalog = shelf.first(where: { $0.name == name }) else {
      log.report(.unknownCatalog(name, known: shelf.map(\.name)), at: place)
      return nil
    }
    let parts = catalog.parts.map { part in document(bytes: Array(part.text.utf8), file: part.file) }
    guard parts.allSatisfy({ $0 != nil }) else { return nil }
    return Merge(log: log).join(parts.compactMap { $0.flatMap(root) })
  }

  /// The sections of a catalog; its name does not become the name of the scenario.
  private func cleaned(_ tree: LocatedMapping) -> LocatedMapping {
    var tree = tree
    let allowed = Set(ScenarioKey.ofCatalogs.map(\.rawValue))
    for entry in tree.entries where !allowed.contains(entry.key) && ScenarioKey(rawValue: entry.key) != nil {
      log.report(.keyNotInCatalog(entry.key), at: entry.keyPlace)
    }
    tree.keep {
      $0.key != ScenarioKey.name.rawValue
        && (allowed.contains($0.key) || ScenarioKey(rawValue: $0.key) == nil)
    }
    return Merge(log: log).lay(tree, over: LocatedMapping())
  }

  // MARK: Files

  /// Reads a file into a tree.
  ///
  /// - Parameter named: Where another file names this one; nil for the scenario itself.
  private mutating func document(_ path: String, _ named: Place?) -> LocatedNode? {
    do {
      let bytes = try files.bytes(of: path, limit: Self.fileLimit)
      foundScenario = true
      return document(bytes: bytes, file: path)
    } catch {
      let place = named ?? .start(of: log.add(SourceText(file: path, text: "")))
      if case .tooLarge = error { foundScenario = true }
      log.report(.unreadable(path, error), at: place)
      return nil
    }
  }

  private mutating func document(bytes: [UInt8], file: String) -> LocatedNode? {
    hash.add(bytes)
    let position = log.add(SourceText(file: file, text: ""))
    guard let source = SourceText.decode(bytes, file: file, at: position, into: log) else { return nil }
    return YAMLDocument.read(source, at: position, into: log)
  }

  private func root(_ node: LocatedNode) -> LocatedMapping? {
    ValueReader(log: log).root(node)
  }

  private func checkVersion(_ tree: LocatedMapping, at place: Place) {
    guard let entry = tree[ScenarioKey.gait.rawValue] else {
      return log.report(.missingKey("gait"), at: place)
    }
    guard let text = entry.value.scalar, text == RoadmapDecoder.version else {
      return log.report(.unsupportedVersion, at: entry.value.place)
    }
  }
}

extension Mistake {
  fileprivate static func extendsCycle(_ path: String) -> Mistake {
    Mistake(
      .extendsCycle, "'\(path)' extends itself, directly or through other files",
      advice: "Name a file that does not lead back here.")
  }

  fileprivate static let extendsTooLong = Mistake(
    .extendsTooLong, "more than \(LayerReading.chainLimit) files extend each other",
    advice: "Merge some of them.")

  fileprivate static func unknownCatalog(_ name: String, known: [String]) -> Mistake {
    Mistake(
      .unknownCatalog, "there is no built-in catalog '\(name)'",
      advice: Spelling.suggestion(for: name, among: known)
        ?? "Take \(known.map { "'\($0)'" }.joined(separator: ", ")) or a path such as catalogs/\(name).yaml.")
  }

  fileprivate static func keyNotInCatalog(_ key: String) -> Mistake {
    Mistake(
      .keyNotInCatalog, "a catalog has no '\(key)'",
      advice: "Move it to the scenario; a catalog describes no company.")
  }

  fileprivate static let unsupportedVersion = Mistake(
    .unsupportedVersion, "this is not a version of the format that is known here", advice: "Write 'gait: 1'.")

  fileprivate static func unreadable(_ path: String, _ problem: FileProblem) -> Mistake {
    switch problem {
    case .missing:
      Mistake(
        .fileMissing, "there is no file '\(path)'",
        advice: "Check the path; it starts from the file that names it.")
    case .directory:
      Mistake(.fileIsDirectory, "'\(path)' is a directory", advice: "Name a file in it.")
    case .notReadable(let reason):
      Mistake(
        .fileNotReadable, "'\(path)' cannot be read: \(reason)",
        advice: "Check what it is and who may read it.")
    case .tooLarge:
      Mistake(
        .fileTooLarge, "'\(path)' is larger than \(LayerReading.fileLimit / 1_000_000) MB",
        advice: "A scenario is some kilobytes; check that this is the right file.")
    }
  }
}
