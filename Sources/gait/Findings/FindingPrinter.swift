import RoadmapModel
import ScenarioFormat

/// Writes findings as compilers do: place, kind, message and id, then the line in question, then what to do.
///
/// ```
/// shop.yaml:14:7: error: there is no capability 'fraud-scoring' [unknown-capability]
///   requires: [fraud-scoring]
///              ^~~~~~~~~~~~~
/// Maybe you meant 'fraud-screening'.
/// ```
struct FindingPrinter {
  let reading: ScenarioReading
  let showsColor: Bool

  /// The most characters of a source line to show.
  private static let widestLine = 100

  /// One finding in a few lines, without a line break at its end.
  func text(of finding: Finding) -> String {
    var lines = [heading(of: finding)]
    if let place = finding.place, let source = reading.sourceLine(of: finding) {
      lines += excerpt(of: source, column: place.column)
    }
    if let advice = finding.advice { lines.append(advice.withoutControls) }
    return lines.joined(separator: "\n")
  }

  private func heading(of finding: Finding) -> String {
    let place = finding.place.map { "\($0.file):\($0.line):\($0.column): " } ?? "\(reading.path): "
    let color: TextStyle = finding.severity == .error ? .red : .yellow
    return TextStyle.bold.applied(to: place.withoutControls, when: showsColor)
      + color.applied(to: "\(finding.severity.rawValue):", when: showsColor)
      + " \(finding.message.withoutControls) [\(finding.id)]"
  }

  /// The line with a mark below the word that begins at a column, counted in Unicode scalars from 1.
  private func excerpt(of source: Substring, column: Int) -> [String] {
    let scalars = Array(source.unicodeScalars)
    let position = min(max(0, column - 1), scalars.count)
    let end = Self.endOfWord(in: scalars, from: position)
    // A long line is shown from shortly before the word.
    let first = end <= Self.widestLine ? 0 : max(0, position - Self.widestLine / 4)
    let last = min(scalars.count, first + Self.widestLine)
    func shown(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view).withoutControls
    }
    let line = (first > 0 ? "..." : "") + shown(first..<last) + (last < scalars.count ? "..." : "")
    let before = String(
      repeating: " ", count: shown(first..<position).displayWidth + (first > 0 ? 3 : 0))
    let word = shown(position..<min(max(end, position), last)).displayWidth
    let mark = "^" + String(repeating: "~", count: max(0, word - 1))
    return ["  " + line, "  " + before + TextStyle.bold.applied(to: mark, when: showsColor)]
  }

  private static func endOfWord(in scalars: [Unicode.Scalar], from position: Int) -> Int {
    guard position < scalars.count else { return position }
    let quote = scalars[position]
    if quote == "\"" || quote == "'" {
      return scalars[(position + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? scalars.count
    }
    return scalars[position...].firstIndex { " \t,:[]{}#".unicodeScalars.contains($0) } ?? scalars.count
  }
}
