public import RoadmapModel

/// Reads scenario files into validated roadmaps.
///
/// ```swift
/// let reading = ScenarioReader().read("scenarios/nordlicht.yaml")
/// for finding in reading.findings { print(finding.message) }
/// if let roadmap = reading.roadmap { plan(roadmap) }
/// ```
///
/// Nothing that a file holds makes the reader crash or use unbounded time or memory: what it cannot take becomes a finding. All
/// findings of all files come at once, in the order of files, lines and columns.
public struct ScenarioReader: Sendable {
  private let files: any FileAccess
  private let shelf: [ShelvedCatalog]

  /// A reader of the files of this machine, unless others are given.
  public init(files: any FileAccess = FilesOnDisk()) {
    self.init(files: files, shelf: ShelvedCatalog.builtIn)
  }

  /// A reader that finds built-in catalogs on a given shelf.
  init(files: any FileAccess, shelf: [ShelvedCatalog]) {
    self.files = files
    self.shelf = shelf
  }

  /// The ids of all findings that a reading can have: those of the format and those of the model's rules.
  public static let findingIDs: [String] =
    MistakeKind.allCases.map(\.rawValue) + RoadmapRule.allCases.map(\.rawValue)

  /// Reads a scenario with the files that it extends and its catalog.
  ///
  /// - Complexity: linear in the size of the files, but for spelling suggestions.
  public func read(_ path: String) -> ScenarioReading {
    let log = FindingLog()
    var layers = LayerReading(files: files, shelf: shelf, log: log)
    let roadmap = layers.read(path).flatMap { validated($0, log) }
    return ScenarioReading(
      path: path, roadmap: roadmap, findings: log.findings, sources: log.sources, inputHash: layers.hash.text,
      foundScenario: layers.foundScenario)
  }

  private func validated(_ tree: LocatedNode, _ log: FindingLog) -> Roadmap? {
    let contents = RoadmapDecoder(log: log).contents(of: tree)
    guard let contents else { return nil }
    let isClean = log.mistakeCount == 0
    let lookup = PlaceLookup(tree: tree)
    do {
      let roadmap = try Roadmap(validating: contents)
      report(roadmap.warnings, lookup, log)
      return isClean ? roadmap : nil
    } catch {
      report(error.findings, lookup, log)
      return nil
    }
  }

  /// Notes what the model's rules found, but not what may follow from something that could not be read.
  private func report(_ findings: [Finding], _ lookup: PlaceLookup, _ log: FindingLog) {
    for finding in findings where !log.restsOnStandIn(finding) {
      log.report(finding, at: lookup.place(of: finding.path))
    }
  }
}

/// What came of reading a scenario.
public struct ScenarioReading: Sendable {
  /// The path that was read.
  public let path: String

  /// The validated roadmap; nil when a finding is an error.
  public let roadmap: Roadmap?

  /// Everything that was found, errors and warnings, in the order of files, lines and columns; every finding has a place.
  public let findings: [Finding]

  /// The files that were read: the scenario, what it extends, and its catalog.
  public let sources: [SourceText]

  /// The hash of the bytes of all files, sixteen hexadecimal digits; equal inputs have equal hashes on every machine.
  public let inputHash: String

  /// Whether there was a file to read at the path; if not, the only finding says why.
  public let foundScenario: Bool

  /// The line of a file that a finding is about, for messages that show it.
  public func sourceLine(of finding: Finding) -> Substring? {
    guard let place = finding.place else { return nil }
    return sources.first { $0.file == place.file }?.line(place.line)
  }
}
