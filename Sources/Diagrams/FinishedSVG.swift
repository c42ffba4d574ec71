extension DiagramDocument {
  /// Graphviz' SVG of this diagram as one for readers: named and described as a whole and in its parts, styled, and without comments.
  ///
  /// Graphviz gives every object the title that it has in DOT, which screen readers read out and browsers show; here each object gets
  /// what there is to be said about it, or nothing.
  public func finished(svg: [UInt8]) -> [UInt8] {
    var finisher = SVGFinisher(self)
    for line in svg.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      finisher.take(line)
    }
    return finisher.bytes
  }
}

/// Goes through Graphviz' SVG line by line.
private struct SVGFinisher {
  private let document: DiagramDocument
  private(set) var bytes: [UInt8] = []
  /// The identifier of the object whose title comes next.
  private var object: String?
  /// Whether an opening tag that goes on in the next line is that of the whole drawing.
  private var isInRoot = false
  /// What ends the lines that are being left out, if any are.
  private var skippingThrough: String?
  /// Groups and anchors that only carry a tooltip: how many of them are open.
  private var openWrappers = 0

  init(_ document: DiagramDocument) {
    self.document = document
  }

  mutating func take(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    if let end = skippingThrough ?? Self.leftOut.first(where: { text.hasPrefix($0.start) })?.end {
      if text.hasPrefix("<title>") { addTip() }
      skippingThrough = text.hasSuffix(end) ? nil : end
    } else if text.hasPrefix("<svg ") || isInRoot {
      takeRoot(text)
    } else if text.hasPrefix("<g id=\"a_") {
      takeWrapper(text)
    } else if openWrappers > 0, text == "</a>" || text == "</g>" {
      openWrappers -= 1
    } else if text.hasPrefix("<g id=\"") {
      takeGroup(text)
    } else {
      add(text, endsLine: !text.isEmpty)
    }
  }

  private mutating func add(_ text: String, endsLine: Bool = true) {
    bytes += text.utf8
    if endsLine { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func takeRoot(_ text: String) {
    isInRoot = !text.hasSuffix(">")
    guard !isInRoot else { return add(text) }
    add(
      text.dropLast()
        + " role=\"graphics-document document\" aria-labelledby=\"diagram-title diagram-description\" \(document.digestAttribute)>"
    )
    add("<title id=\"diagram-title\">\(Self.escaped(document.title))</title>")
    add("<desc id=\"diagram-description\">\(Self.escaped(document.summary.joined(separator: "\n")))</desc>")
    add("<style>\n\(document.styleSheet)</style>")
  }

  private mutating func takeGroup(_ text: String) {
    let rest = text.dropFirst("<g id=\"".count)
    guard let end = rest.firstIndex(of: "\"") else { return add(text) }
    let id = String(rest[..<end]).replacing("&#45;", with: "-")
    object = id
    let role = document.tips[id] == nil ? "" : " role=\"graphics-symbol img\""
    add("<g id=\"\(id)\"\(role)\(String(rest[end...].dropFirst()).replacing("&#45;", with: "-"))")
  }

  /// What is left out: comments, which repeat titles, titles, which are names in DOT, and the document type of SVG 1.1.
  private static let leftOut = [
    (start: "<!--", end: "-->"), (start: "<!DOCTYPE", end: ">"), (start: "<title>", end: "</title>"),
  ]

  private mutating func addTip() {
    if let tip = object.flatMap({ document.tips[$0] }) { add("<title>\(Self.escaped(tip))</title>") }
    object = nil
  }

  /// Keeps the anchor of a link and leaves out the wrappers of a tooltip, which is a title already.
  private mutating func takeWrapper(_ text: String) {
    guard let anchor = text.firstRange(of: "<a ") else { return }
    let attributes = text[anchor.upperBound...]
    guard attributes.hasPrefix("xlink:href=") else {
      openWrappers = 2
      return
    }
    // A title of the anchor would come before that of the object.
    let link =
      attributes.firstRange(of: " xlink:title=").map { attributes[..<$0.lowerBound] + ">" } ?? attributes
    add("<g><a \(link)")
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      default: if DotText.isAllowed(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }
}
