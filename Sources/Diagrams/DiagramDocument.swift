/// A diagram: DOT text that pins every node and every arrow, and what there is to be said about it in words.
///
/// `neato -n2`, also called `nop2`, draws the text as it stands. ``finished(svg:)`` makes Graphviz' SVG one for readers.
public struct DiagramDocument: Hashable, Sendable {
  /// One named graph in the DOT language.
  public let dot: String
  /// What the diagram is called.
  public let title: String
  /// What it shows, in a few lines.
  public let summary: [String]
  /// All that it shows, for those who read rather than look.
  public let tables: [DiagramTable]
  /// The width of the drawing at its true size, in points.
  public let width: Double
  /// The height of the drawing at its true size, in points.
  public let height: Double
  let scene: Scene
  let tips: [String: String]
  let styleSheet: String

  /// The diagram that a canvas holds.
  init(
    _ canvas: Canvas, named name: String, title: String, summary: [String], tables: [DiagramTable],
    _ appearance: DiagramAppearance
  ) {
    dot = canvas.graph(named: name, appearance.theme).text
    self.title = title
    self.summary = summary
    self.tables = tables
    width = canvas.frame.width
    height = canvas.frame.height
    scene = canvas.scene
    tips = canvas.tips
    styleSheet = appearance.styleSheet
  }

  /// What is wrong with the places of nodes, texts and arrows, one line each; nothing unless a layout has a mistake.
  ///
  /// - Complexity: quadratic in the number of objects.
  public var flaws: [String] { scene.flaws }

  /// What makes the drawing hard to follow because it is full, one line each: arrows that share a line without a common end, or run
  /// along the line of a stage or a deadline.
  ///
  /// - Complexity: O(a log a) for a arrows, and their number times that of the lines.
  public var crowding: [String] { scene.crowding }
}

// MARK: - Size

extension DiagramDocument {
  /// A sheet of paper, by ISO 216.
  public enum Sheet: String, Hashable, Sendable, CaseIterable {
    case a4, a3, a2, a1, a0

    /// The sides in points, the longer one first.
    var sides: (long: Double, short: Double) {
      switch self {
      case .a4: (842, 595)
      case .a3: (1_191, 842)
      case .a2: (1_684, 1_191)
      case .a1: (2_384, 1_684)
      case .a0: (3_370, 2_384)
      }
    }
  }

  /// How much the drawing may be reduced for its smallest text, of 9 points, still to be read: to that of 6 points.
  static let leastScale = 6.0 / 9.0

  /// The ratio of the sides from which a drawing is a strip.
  static let stripAspect = 5.0

  /// Whether the diagram is so long for its height, or the other way round, and so large that a screen shows it too small to be read.
  public var isStrip: Bool {
    let (long, short) = (max(width, height), min(width, height))
    return long > short * Self.stripAspect && long * Self.leastScale > Sheet.a3.sides.long
  }

  /// The least sheet on which the diagram can be read, either way up; nil when even the largest is too small.
  public var sheet: Sheet? {
    let (long, short) = (max(width, height) * Self.leastScale, min(width, height) * Self.leastScale)
    return Sheet.allCases.first { long <= $0.sides.long && short <= $0.sides.short }
  }
}

// MARK: - Digest

extension DiagramDocument {
  /// A digest of all that is drawn, which is the same on every machine.
  ///
  /// It has the 64 bits of FNV-1a (Fowler, Noll and Vo, 1991).
  /// It tells a diagram that has changed from one that has not; it is no protection against forgery.
  public var digest: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in dot.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private static let digestMark = Array("data-diagram=\"".utf8)

  /// The attribute of an SVG that carries the digest.
  var digestAttribute: String { String(decoding: Self.digestMark, as: UTF8.self) + digest + "\"" }

  /// The digest that a finished SVG carries; nil when it has none.
  public static func digest(inSVG svg: [UInt8]) -> String? {
    var start = svg.startIndex
    while let first = svg[start...].firstIndex(of: digestMark[0]) {
      if svg[first...].starts(with: digestMark) {
        let digest = svg[(first + digestMark.count)...].prefix { $0 != UInt8(ascii: "\"") }
        return String(decoding: digest, as: UTF8.self)
      }
      start = first + 1
    }
    return nil
  }
}

/// Rows and columns of a diagram in words.
public struct DiagramTable: Hashable, Sendable {
  /// What the table is about.
  public let title: String
  /// The headings of the columns.
  public let columns: [String]
  /// The rows, each with a text for every column.
  public let rows: [[String]]
}

/// Whether a diagram is light or dark.
public enum DiagramAppearance: String, Hashable, Sendable, CaseIterable {
  /// Light, and dark in SVG where readers have set their screens to dark.
  case automatic = "auto"
  /// Light for everyone.
  case light
  /// Dark for everyone.
  case dark

  /// The colours that the drawing has.
  var theme: Theme { self == .dark ? .dark : .standard }

  /// The style sheet of the drawing as SVG.
  var styleSheet: String {
    self == .automatic ? Theme.standard.styleSheet(dark: .dark) : Theme.fixedStyleSheet
  }
}
