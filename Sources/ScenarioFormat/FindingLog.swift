import RoadmapModel

/// Collects what is found while the files of one scenario are read, and the files themselves.
///
/// One log lives as long as one reading and is never shared between threads.
final class FindingLog {
  /// More findings than this help nobody; the rest is counted.
  static let limit = 500

  /// The files in the order of reading; a place refers to them by position.
  private(set) var sources: [SourceText] = []

  private var placed: [(place: Place, finding: Finding)] = []
  private var omitted = 0
  private var known: Set<Finding> = []
  private var part: [String] = []
  private var broken: Set<[String]> = []

  /// The number of mistakes so far.
  var mistakeCount: Int { placed.count + omitted }

  /// Adds a file and returns its position.
  func add(_ source: SourceText) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  /// Replaces the text of a file that was added by its name before its text was known.
  func replace(_ position: Int, with source: SourceText) {
    sources[position] = source
  }

  /// Notes a mistake of the reader's own kinds.
  func report(_ mistake: Mistake, at place: Place) {
    let finding = Finding(
      id: mistake.kind.rawValue, message: mistake.message, advice: mistake.advice, path: part)
    report(finding, at: place)
  }

  /// Notes a finding that has no place yet; the same finding at the same place is noted once.
  func report(_ finding: Finding, at place: Place) {
    guard placed.count < Self.limit else {
      omitted += 1
      return
    }
    var finding = finding
    finding.place = published(place)
    var withoutPath = finding
    withoutPath.path = []
    if known.insert(withoutPath).inserted { placed.append((place, finding)) }
  }

  /// Reads a part of the scenario and remembers its path when something in it could not be read.
  func guarding<Value>(_ path: [String], _ read: () -> Value) -> Value {
    let count = mistakeCount
    let outer = part
    part = path
    defer { part = outer }
    let value = read()
    if mistakeCount > count { broken.insert(path) }
    return value
  }

  /// Whether the part with exactly this path could not be read in full.
  func isBroken(_ path: [String]) -> Bool { broken.contains(path) }

  /// Whether something at this path or below it could not be read.
  func isBroken(within path: [String]) -> Bool { broken.contains { $0.starts(with: path) } }

  /// Whether a path lies in a part that could not be read in full.
  func isInBrokenPart(_ path: [String]) -> Bool { broken.contains { path.starts(with: $0) } }

  /// All findings by file, line and column; what stands at one place stays in the order of finding.
  var findings: [Finding] {
    let order = placed.indices.sorted { left, right in
      placed[left].place != placed[right].place ? placed[left].place < placed[right].place : left < right
    }
    return order.map { placed[$0].finding } + (omitted > 0 ? [omission] : [])
  }

  /// The line and column of a place, for messages that speak of a second place.
  func mention(_ place: Place, from other: Place) -> String {
    place.source == other.source ? "on line \(place.line)" : "in \(sources[place.source].file):\(place.line)"
  }

  private func published(_ place: Place) -> Finding.Place {
    Finding.Place(file: sources[place.source].file, line: place.line, column: place.column)
  }

  private var omission: Finding {
    Finding(
      id: MistakeKind.tooManyFindings.rawValue, message: "\(omitted) more findings are not shown",
      advice: "Mend some of the others and check again.", place: published(.start(of: 0)))
  }
}
