import RoadmapModel

/// Words out of a fixed set, and identifiers.
enum Word {
  /// The case that a word names.
  static func read<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, as type: Value.Type
  ) throws(Mistake) -> Value {
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    throw Mistake(
      .unknownWord, "'\(text)' is not known here",
      advice: Spelling.suggestion(for: text, among: known) ?? "Take one of \(known.joined(separator: ", ")).")
  }

  /// An identifier; nothing says yet whether something has it.
  static func identifier<Subject>(_ text: String) throws(Mistake) -> Identifier<Subject> {
    guard Identifier<Subject>.isWellFormed(text) else { throw .malformedID(text) }
    return Identifier(text)
  }

  /// A text for people.
  static func text(_ text: String) throws(Mistake) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Mistake(.emptyText, "the text is empty", advice: "Write something that people can read.")
    }
    return text
  }

  /// The code of a currency.
  static func currency(_ text: String) throws(Mistake) -> String {
    guard text.utf8.count == 3, text.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }) else {
      throw Mistake(
        .notACurrency, "'\(text)' is not the code of a currency",
        advice: "Write three capitals, such as EUR or SEK.")
    }
    return text
  }

  /// The address of a page.
  static func webAddress(_ text: String) throws(Mistake) -> String {
    let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !"<>\"'`\\^{|}".unicodeScalars.contains($0)
    }
    guard let scheme, text.utf8.count > scheme.utf8.count, isPlain else {
      throw Mistake(
        .notAWebAddress, "'\(text)' is not the address of a page",
        advice: "Write it as https://example.org/page.")
    }
    return text
  }
}

extension Mistake {
  /// The mistake of an identifier, with the well-formed one that comes nearest.
  static func malformedID(_ text: String) -> Mistake {
    var repaired = ""
    for scalar in text.lowercased().unicodeScalars.prefix(64) {
      let fits = "a"..."z" ~= scalar || "0"..."9" ~= scalar
      if fits { repaired.unicodeScalars.append(scalar) } else if !repaired.hasSuffix("-") { repaired += "-" }
    }
    let rule = "Use lower-case letters, digits and hyphens, a letter first, at most 64."
    return Mistake(
      .malformedID, "'\(text)' cannot be an id",
      advice: CapabilityID.isWellFormed(repaired) ? "Maybe '\(repaired)'. \(rule)" : rule)
  }
}
