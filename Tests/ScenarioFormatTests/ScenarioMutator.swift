import TestSupport

/// Makes broken scenarios out of good ones, the same ones for the same seed.
///
/// Some mutations work on bytes, as a broken disk or a wrong encoding would; most work on lines and words, as people do.
struct ScenarioMutator {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  /// A number from zero up to, but without, a bound; zero when there is none.
  mutating func number(below bound: Int) -> Int {
    bound > 1 ? random.int(in: 0...bound - 1) : 0
  }

  /// A scenario with one to four mutations.
  mutating func mutant(of text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0...number(below: 4) {
      switch number(below: 12) {
      case 0: mutateByte(&text)
      case 1: removeBytes(&text)
      case 2: repeatBytes(&text)
      case 3: text.insert(contentsOf: pick(Self.fragments).utf8, at: number(below: text.count + 1))
      case 4, 5: mutateLines(&text)
      case 6, 7, 8: replaceWord(&text, by: pick(Self.values))
      case 9: replaceWord(&text, by: pick(words(of: text)))
      case 10: indentLine(&text)
      default: replaceValue(&text)
      }
    }
    return text
  }

  /// Values that readers of numbers, dates and YAML are known to stumble over.
  static let values = [
    "", "~", "null", "yes", "no", "on", "nan", ".nan", "inf", "-.inf", "0x1F", "0o17", "1e300", "-1e-300",
    "1_0", "-0", "-5k",
    "12:30:45", "99999999999999999999999999", ".", "%", "5%%", "k", "4.5% per", "per month", "per per per",
    "3 months 2 days",
    "2027-02-30", "0000-00-00", "9999-12-31", "00-00", "[", "]", "{", "}", "[]", "{}", "[[]]",
    "[1w, 2w, 3w, 4w]", "[3w, 1w]",
    "{ range: [] }", "{ en: }", "&a b", "*a", "!!int 3", "!!binary AAAA", "<<", "? a", "- a", "| ", ">-",
    "\"", "'", "\"\\u0000\"",
    "\"\\xZZ\"", "@", "`", "#", "a: b", "\t", "visits >= 1", ">=", "storefront", "é€😀", "\u{202E}abc", "1e",
    "+", "+-1",
    "-9223372036854775808", "1e15", "1e16", "999999999999999", "1000001w", "40 years",
  ]

  /// Pieces that change how the text around them is read.
  static let fragments = [
    "\0", "\r", "\t", "\u{FEFF}", "---\n", "...\n", "%YAML 9.9\n", "\n\n", "  ", "# ", " #", ": ", "- ", ", ",
    "[", "]", "{", "}",
    "&x ", "*x ", "<<: *x\n", "!!str ", "? ", "| ", "\"", "'", "null", "extends: scenario.yaml\n",
    "extends: base.yaml\n",
    "catalog: commerce\n", "catalog: base.yaml\n", "gait: 1\n",
  ]

  private mutating func pick(_ list: [String]) -> String {
    list.isEmpty ? "" : list[number(below: list.count)]
  }

  private mutating func mutateByte(_ text: inout [UInt8]) {
    guard !text.isEmpty else { return }
    text[number(below: text.count)] = UInt8(number(below: 256))
  }

  private mutating func slice(of text: [UInt8]) -> Range<Int> {
    let start = number(below: text.count + 1)
    return start..<min(text.count, start + number(below: 60))
  }

  private mutating func removeBytes(_ text: inout [UInt8]) {
    text.removeSubrange(number(below: 20) == 0 ? number(below: text.count + 1)..<text.count : slice(of: text))
  }

  private mutating func repeatBytes(_ text: inout [UInt8]) {
    let piece = Array(text[slice(of: text)])
    let count = number(below: 40) == 0 ? 200 : 1
    let position = number(below: text.count + 1)
    text.insert(contentsOf: repeatElement(piece, count: count).joined(), at: position)
  }

  private mutating func mutateLines(_ text: inout [UInt8]) {
    var lines = text.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
    let first = number(below: lines.count)
    let second = number(below: lines.count)
    switch number(below: 4) {
    case 0: lines.remove(at: first)
    case 1: lines.insert(lines[first], at: second)
    case 2: lines.swapAt(first, second)
    default: lines.removeSubrange(min(first, second)..<min(max(first, second), min(first, second) + 8))
    }
    text = Array(lines.joined(separator: [newline]))
  }

  private mutating func indentLine(_ text: inout [UInt8]) {
    var lines = text.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
    let position = number(below: lines.count)
    if number(below: 2) == 0 {
      lines[position].insert(contentsOf: repeatElement(UInt8(ascii: " "), count: 1 + number(below: 4)), at: 0)
    } else {
      lines[position].removeFirst(
        min(number(below: 5), lines[position].prefix { $0 == UInt8(ascii: " ") }.count))
    }
    text = Array(lines.joined(separator: [newline]))
  }

  private func wordRanges(of text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (position, byte) in (text + [newline]).enumerated() {
      if " \n,:[]{}\"".utf8.contains(byte) {
        if let begin = start { ranges.append(begin..<position) }
        start = nil
      } else if start == nil {
        start = position
      }
    }
    return ranges
  }

  private func words(of text: [UInt8]) -> [String] {
    wordRanges(of: text).map { String(decoding: text[$0], as: UTF8.self) }
  }

  private mutating func replaceWord(_ text: inout [UInt8], by word: String) {
    let ranges = wordRanges(of: text)
    guard !ranges.isEmpty else { return }
    text.replaceSubrange(ranges[number(below: ranges.count)], with: word.utf8)
  }

  /// Replaces everything after the first colon of a line.
  private mutating func replaceValue(_ text: inout [UInt8]) {
    var lines = text.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
    let position = number(below: lines.count)
    guard let colon = lines[position].firstIndex(of: UInt8(ascii: ":")) else { return }
    lines[position] = lines[position][...colon] + Array(" \(pick(Self.values))".utf8)
    text = Array(lines.joined(separator: [newline]))
  }
}

private let newline = UInt8(ascii: "\n")
