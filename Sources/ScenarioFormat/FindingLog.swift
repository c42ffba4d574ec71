import RoadmapModel

/// Collects what is found while the files of one scenario are read, and the files themselves.
///
/// One log lives as long as one reading and is never shared between threads.
final class FindingLog {
  /// More findings than this help nobody; the rest is counted.
  static let limit = 500

  /// The most characters of a message; the middle of longer ones is left out.
  static let lengthLimit = 400

  /// The files in the order of reading; a place refers to them by position.
  private(set) var sources: [SourceText] = []

  private var placed: [(place: Place, finding: Finding)] = []
  private var omitted = 0
  private var known: Set<Finding> = []
  private(set) var part: [String] = []
  private var broken: Set<[String]> = []
  private var incomplete: Set<[String]> = []

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

  /// Notes a mistake of the reader's own kinds; its words are only made when they will be shown.
  ///
  /// What is being read counts as broken from here on.
  func report(_ mistake: @autoclosure () -> Mistake, at place: Place) {
    if !part.isEmpty { broken.insert(part) }
    guard placed.count < Self.limit else {
      omitted += 1
      return
    }
    let mistake = mistake()
    let finding = Finding(
      id: mistake.kind.rawValue, message: mistake.message, advice: mistake.advice, path: part)
    report(finding, at: place)
  }

  /// Notes a finding that has no place yet; the same finding at the same place is noted once.
  ///
  /// Its place is only looked up when it will be shown.
  func report(_ finding: Finding, at place: @autoclosure () -> Place) {
    guard placed.count < Self.limit else {
      omitted += 1
      return
    }
    let place = place()
    var finding = finding
    finding.place = published(place)
    finding.message = Self.printable(finding.message)
    finding.advice = finding.advice.map(Self.printable)
    var withoutPath = finding
    withoutPath.path = []
    if known.insert(withoutPath).inserted { placed.append((place, finding)) }
  }

  /// Reads the part of the scenario at a path, to which mistakes then belong.
  func reading<Value>(_ path: [String], _ read: () -> Value) -> Value {
    let outer = part
    part = path
    defer { part = outer }
    return read()
  }

  /// Reads something whose parts have no lasting names, such as a list: a mistake in one of them makes it broken as a whole.
  func readingWhole<Value>(_ read: () -> Value) -> Value {
    let count = mistakeCount
    let value = read()
    if mistakeCount > count { broken.insert(part) }
    return value
  }

  /// Notes that the table at a path lacks an entry, because that could not be read.
  func lacksEntry(_ path: [String]) { incomplete.insert(path) }

  /// Whether the table at a path lacks an entry that could not be read.
  func isIncomplete(_ path: [String]) -> Bool { incomplete.contains(path) }

  /// Whether something at this path, below it or around it could not be read.
  func isBroken(around path: [String]) -> Bool {
    broken.contains { $0.starts(with: path) || path.starts(with: $0) }
  }

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

  /// A text that is one line of bounded length, whatever it quotes from the files.
  ///
  /// Line breaks and the controls of writing direction would let a file draw messages of its own; they are shown as escapes.
  static func printable(_ text: String) -> String {
    let shown =
      text.count <= lengthLimit ? text : "\(text.prefix(lengthLimit / 2)) ... \(text.suffix(lengthLimit / 2))"
    return shown.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x0A: "\\n"
      case 0x0D: "\\r"
      case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
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
