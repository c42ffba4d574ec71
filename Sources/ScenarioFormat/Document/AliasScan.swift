/// Finds aliases that refer to anchors before anything expands them.
///
/// The composer copies the anchored value for each alias and compares the keys of maps by value, so a small file of aliases to
/// aliases can cost exponential time. This scan knows nothing of quotes and comments: it takes every `*name` for an alias and every
/// `&name` for an anchor, and refuses a file only when a name occurs as both. Ordinary text does not do that.
enum AliasScan {
  /// The place of the first alias whose name is an anchor too, or nil.
  ///
  /// - Complexity: O(n) for `n` bytes.
  static func aliasPlace(in source: SourceText, at position: Int) -> Place? {
    let bytes = Array(source.text.utf8)
    let anchors = Set(marks(anchor, in: bytes).map { bytes[$0.name] })
    guard !anchors.isEmpty else { return nil }
    guard let alias = marks(alias, in: bytes).first(where: { anchors.contains(bytes[$0.name]) }) else {
      return nil
    }
    return place(ofByte: alias.offset, in: bytes, source: position)
  }

  /// The occurrences of a mark that are followed by a name and do not stand inside a word.
  private static func marks(_ mark: UInt8, in bytes: [UInt8]) -> [(offset: Int, name: Range<Int>)] {
    var found: [(offset: Int, name: Range<Int>)] = []
    for offset in bytes.indices where bytes[offset] == mark {
      guard offset == 0 || !isNameByte(bytes[offset - 1]) else { continue }
      let name = offset + 1
      let end = bytes[name...].firstIndex { !isNameByte($0) } ?? bytes.endIndex
      if end > name { found.append((offset, name..<end)) }
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func place(ofByte offset: Int, in bytes: [UInt8], source: Int) -> Place {
    var place = Place.start(of: source)
    for index in 0..<offset {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n"))
      {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}

private let anchor = UInt8(ascii: "&")
private let alias = UInt8(ascii: "*")
