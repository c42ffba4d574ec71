/// The text of one file of a scenario, cut into lines so that a message can show the line it speaks of.
///
/// Lines end at a line feed, a carriage return, or both; the YAML reader counts the same way because
/// `SourceText` refuses the other characters that YAML takes for line breaks.
public struct SourceText: Sendable {
  /// The name to show to people: the path as it was reached, or the name of a part of a built-in catalog.
  public let file: String

  /// The whole text without a byte order mark.
  public let text: String

  /// The offset in UTF-8 of the first byte of each line.
  private let lineStarts: [Int]

  init(file: String, text: String) {
    self.file = file
    self.text = text
    var starts = [0]
    var offset = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      offset += 1
      if byte == newline && previous == carriageReturn {
        starts[starts.count - 1] = offset
      } else if byte == newline || byte == carriageReturn {
        starts.append(offset)
      }
      previous = byte
    }
    lineStarts = starts
  }

  /// The number of lines; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  /// The given line without its line break, counted from 1, or nil when there is no such line.
  ///
  /// - Complexity: O(1).
  public func line(_ number: Int) -> Substring? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: lineStarts[number - 1])
    let length =
      number < lineStarts.count
      ? lineStarts[number] - lineStarts[number - 1] : utf8.count - lineStarts[number - 1]
    var end = utf8.index(start, offsetBy: length)
    while end > start {
      let last = utf8.index(before: end)
      guard utf8[last] == newline || utf8[last] == carriageReturn else { break }
      end = last
    }
    return text[start..<end]
  }
}

extension SourceText {
  /// Whether a character has no business in a scenario: control characters other than tabs and line breaks, the exotic line
  /// breaks of Unicode, which editors do not count as lines, and code points that are not characters.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Decodes a file and notes what keeps it from being text.
  ///
  /// - Returns: The text, or nil when it holds bytes or characters that a scenario cannot have; the log then says which.
  static func decode(_ bytes: [UInt8], file: String, at position: Int, into log: FindingLog) -> SourceText? {
    let content = bytes.dropFirst(bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)
    let source = SourceText(file: file, text: String(decoding: content, as: UTF8.self))
    log.replace(position, with: source)
    if let (mistake, place) = firstMistake(in: content, at: position) {
      log.report(mistake, at: place)
      return nil
    }
    return source
  }

  private static func firstMistake(in content: ArraySlice<UInt8>, at position: Int) -> (Mistake, Place)? {
    var place = Place.start(of: position)
    var previous: Unicode.Scalar = " "
    var bytes = content.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .emptyInput: return nil
      case .error: return (.invalidUTF8, place)
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if isRefused(scalar) { return (.controlCharacter(scalar), place) }
        if scalar == "\r" || (scalar == "\n" && previous != "\r") {
          place.line += 1
          place.column = 1
        } else if scalar != "\n" {
          place.column += 1
        }
        previous = scalar
      }
    }
  }
}

extension Mistake {
  fileprivate static let invalidUTF8 = Mistake(
    .invalidUTF8, "the file is not UTF-8 text from here on", advice: "Save it as UTF-8 in your editor.")

  static func controlCharacter(_ scalar: Unicode.Scalar) -> Mistake {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Mistake(
      .controlCharacter, "the character U+\(code) is not allowed in a scenario",
      advice: "Remove it; it may come from another program's file.")
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
