import Yams

/// Reads the one YAML document of a file into a located tree, in bounded time and memory whatever the file holds.
///
/// The format uses plain YAML: maps, lists and scalars. Anchors, aliases, merge keys and tags are refused, because a few lines of
/// them can stand for billions of values and because no reader of a scenario would see what they mean.
struct YAMLDocument {
  /// Maps and lists inside each other; a scenario needs six.
  static let depthLimit = 32
  /// Values in one file.
  static let valueLimit = 200_000
  /// Bytes of one scalar.
  static let scalarLimit = 10_000

  private let source: SourceText
  private let position: Int
  private let log: FindingLog

  /// Reads a file that is already in the log; nil when it has no usable tree, for reasons that are then in the log.
  static func read(_ source: SourceText, at position: Int, into log: FindingLog) -> LocatedNode? {
    YAMLDocument(source: source, position: position, log: log).read()
  }

  private func read() -> LocatedNode? {
    if let place = AliasScan.aliasPlace(in: source, at: position) {
      log.report(.alias, at: place)
      return nil
    }
    var repairs = DuplicateKeyRepairs(text: source.text)
    while true {
      do {
        return try tree(repairs)
      } catch .duplicatedKeysInMapping(let keys, let context)
        where repairs.repair(keys.first ?? "", at: place(context.mark))
      {
        continue
      } catch {
        let (mistake, mark) = YAMLSyntax.explain(error, in: source)
        log.report(mistake, at: mark.map(place) ?? .start(of: position))
        return nil
      }
    }
  }

  private func tree(_ repairs: DuplicateKeyRepairs) throws(YamlError) -> LocatedNode? {
    do {
      let parser = try Parser(
        yaml: repairs.text, resolver: .basic, constructor: .default, encoding: .utf8)
      let root = try parser.nextRoot()
      let second = root == nil ? nil : try parser.nextRoot()
      // Nodes hold their anchors weakly: the parser has to outlive the conversion.
      return withExtendedLifetime(parser) { convert(root, second, repairs) }
    } catch let error as YamlError {
      throw error
    } catch {
      throw YamlError.reader(problem: "\(error)", offset: nil, value: 0, yaml: "")
    }
  }

  private func convert(_ root: Node?, _ second: Node?, _ repairs: DuplicateKeyRepairs) -> LocatedNode? {
    guard let root else {
      log.report(.emptyDocument, at: .start(of: position))
      return nil
    }
    if let second {
      log.report(.severalDocuments, at: second.mark.map(place) ?? .start(of: position))
      return nil
    }
    var conversion = NodeConversion(source: position, repairs: repairs, log: log)
    let tree = conversion.convert(root, depth: 0)
    guard !conversion.failed else { return nil }
    guard !tree.isNull else {
      log.report(.emptyDocument, at: .start(of: position))
      return nil
    }
    return tree
  }

  private func place(_ mark: Mark) -> Place {
    Place(source: position, line: mark.line, column: mark.column)
  }
}

/// Turns nodes of Yams into located ones and refuses what the format does not use.
private struct NodeConversion {
  let source: Int
  let repairs: DuplicateKeyRepairs
  let log: FindingLog

  /// Whether something was found that leaves no usable tree.
  var failed = false
  private var valueCount = 0
  private var refused: Set<Place> = []

  init(source: Int, repairs: DuplicateKeyRepairs, log: FindingLog) {
    self.source = source
    self.repairs = repairs
    self.log = log
  }

  mutating func convert(_ node: Node, depth: Int) -> LocatedNode {
    let place = place(of: node)
    let nothing = LocatedNode(content: .scalar("", quoted: false), place: place)
    valueCount += 1
    if valueCount > YAMLDocument.valueLimit {
      if valueCount == YAMLDocument.valueLimit + 1 { refuse(.tooManyValues, at: place) }
      return nothing
    }
    if node.anchor != nil {
      refuse(.alias, at: place)
      return nothing
    }
    switch node {
    case .alias:
      refuse(.alias, at: place)
      return nothing
    case .scalar(let scalar):
      return LocatedNode(content: self.scalar(scalar, at: place), place: place)
    case .sequence, .mapping:
      if depth >= YAMLDocument.depthLimit {
        refuse(.tooDeep, at: place)
        return nothing
      }
      return LocatedNode(content: collection(node, depth: depth, at: place), place: place)
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar, at place: Place) -> LocatedNode.Content {
    checkTag(scalar.tag, against: "tag:yaml.org,2002:str", at: place)
    if scalar.string.utf8.count > YAMLDocument.scalarLimit { refuse(.textTooLong, at: place) }
    if let control = scalar.string.unicodeScalars.first(where: SourceText.isRefused) {
      refuse(.controlCharacter(control), at: place)
    }
    return .scalar(scalar.string, quoted: scalar.style != .plain)
  }

  private mutating func collection(_ node: Node, depth: Int, at place: Place) -> LocatedNode.Content {
    switch node {
    case .mapping(let mapping):
      checkTag(mapping.tag, against: "tag:yaml.org,2002:map", at: place)
      var located = LocatedMapping()
      for (key, value) in mapping { add(key, value, to: &located, depth: depth) }
      return .mapping(located.joiningCommaTexts())
    case .sequence(let sequence):
      checkTag(sequence.tag, against: "tag:yaml.org,2002:seq", at: place)
      return .sequence(sequence.map { convert($0, depth: depth + 1) })
    case .scalar, .alias:
      return .sequence([])
    }
  }

  private mutating func add(_ key: Node, _ value: Node, to mapping: inout LocatedMapping, depth: Int) {
    let keyPlace = place(of: key)
    guard case .scalar(let scalar) = key, key.anchor == nil else {
      return refuse(key.anchor == nil ? .keyNotText : .alias, at: keyPlace)
    }
    _ = self.scalar(scalar, at: keyPlace)
    let text = repairs.original(scalar.string, at: keyPlace)
    guard !text.isEmpty, text != "~" else { return refuse(.keyNotText, at: keyPlace) }
    guard text != "<<" || scalar.style != .plain else { return refuse(.mergeKey, at: keyPlace) }
    let value = convert(value, depth: depth + 1)
    if let first = mapping[text] {
      log.report(.duplicateKey(text, first: log.mention(first.keyPlace, from: keyPlace)), at: keyPlace)
    } else {
      mapping.set(LocatedMapping.Entry(key: text, keyPlace: keyPlace, value: value))
    }
  }

  private mutating func checkTag(_ tag: Tag, against standard: String, at place: Place) {
    let name = tag.rawValue
    if !name.isEmpty && name != standard { refuse(.tag(name), at: place) }
  }

  /// Notes a mistake that leaves no usable tree; an alias repeats the place of its anchor, so one place is noted once.
  private mutating func refuse(_ mistake: Mistake, at place: Place) {
    failed = true
    if refused.insert(place).inserted { log.report(mistake, at: place) }
  }

  private func place(of node: Node) -> Place {
    guard let mark = node.mark else { return .start(of: source) }
    return Place(source: source, line: mark.line, column: mark.column)
  }
}

extension Mistake {
  fileprivate static let emptyDocument = Mistake(
    .emptyDocument, "the file holds no values", advice: "Begin with 'gait: 1' and 'name: ...'.")

  fileprivate static let severalDocuments = Mistake(
    .severalDocuments, "the file holds a second document",
    advice: "Put it in a file of its own and remove the line '---'.")

  fileprivate static let alias = Mistake(
    .aliasNotSupported, "anchors (&) and aliases (*) are not part of the format",
    advice:
      "Write the value out, share it through 'extends', or put quotes around a text that begins with & or *.")

  fileprivate static let mergeKey = Mistake(
    .mergeKeyNotSupported, "merge keys (<<) are not part of the format",
    advice: "Write the keys out, or share them through 'extends'.")

  fileprivate static let tooManyValues = Mistake(
    .tooManyValues, "the file holds more than \(YAMLDocument.valueLimit) values",
    advice: "Split it with 'extends' or 'catalog'.")

  fileprivate static let tooDeep = Mistake(
    .tooDeep, "maps and lists stand more than \(YAMLDocument.depthLimit) deep in each other",
    advice: "No part of a scenario is that deep; look for brackets that are not closed.")

  fileprivate static let textTooLong = Mistake(
    .textTooLong, "the text is longer than \(YAMLDocument.scalarLimit) bytes",
    advice: "Shorten it; look for a quote that is not closed.")

  fileprivate static let keyNotText = Mistake(
    .keyNotText, "a key must be a word", advice: "Write 'key: value'.")

  fileprivate static func tag(_ name: String) -> Mistake {
    Mistake(
      .tagNotSupported, "tags such as '\(name)' are not part of the format",
      advice: "Remove the word that begins with '!', or put the text in quotes.")
  }

  fileprivate static func duplicateKey(_ key: String, first: String) -> Mistake {
    Mistake(
      .duplicateKey, "'\(key)' is already given \(first)",
      advice: "Keep one of them, or give this one its own name.")
  }
}
