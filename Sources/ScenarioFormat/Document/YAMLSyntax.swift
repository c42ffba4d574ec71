import Yams

/// Says in plain words what the YAML parser complains about.
enum YAMLSyntax {
  /// The mistake behind an error of the parser, and where it is when the parser knows.
  static func explain(_ error: YamlError, in source: SourceText) -> (Mistake, Mark?) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return explain(Complaint(problem: problem, mark: mark, context: context, source: source))
    case .duplicatedKeysInMapping(let keys, let context):
      let mistake = Mistake(
        .duplicateKey, "the map that begins near here has more than one '\(keys.first ?? "")'",
        advice: "Keep one of them.")
      return (mistake, context.mark)
    case .reader, .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return (Mistake(.yamlSyntax, "the file cannot be read as YAML"), nil)
    }
  }

  /// What the parser says: the problem, where it is, and what it was doing.
  private struct Complaint {
    let problem: String
    let mark: Mark
    let context: YamlError.Context?
    let source: SourceText

    /// The line at which the construct begins that the parser was reading.
    var contextLine: Int { context?.mark.line ?? mark.line }

    func says(_ words: String) -> Bool { problem.contains(words) }

    func isWhile(_ words: String) -> Bool { context?.text.contains(words) ?? false }

    /// The character at the mark.
    var character: Unicode.Scalar? {
      source.line(mark.line)?.unicodeScalars.dropFirst(mark.column - 1).first
    }

    /// The last character before the mark that is not a blank.
    var characterBefore: Unicode.Scalar? {
      source.line(mark.line)?.unicodeScalars.prefix(mark.column - 1).last { $0 != " " && $0 != "\t" }
    }
  }

  private static func explain(_ complaint: Complaint) -> (Mistake, Mark) {
    if let opening = unclosed(complaint) { return opening }
    let mistake =
      indentation(complaint) ?? character(complaint) ?? notSupported(complaint)
      ?? Mistake(
        .yamlSyntax, "this is not valid YAML: \(complaint.problem)",
        advice: "Put texts with special characters in quotes and check the lines above.")
    return (mistake, complaint.mark)
  }

  /// Mistakes that are shown where the thing begins that has no end.
  private static func unclosed(_ complaint: Complaint) -> (Mistake, Mark)? {
    guard let begin = complaint.context?.mark else { return nil }
    if complaint.isWhile("quoted scalar"), complaint.says("found unexpected") {
      let mistake = Mistake(
        .unclosedQuote, "the quote that opens here is not closed",
        advice: "Add the closing quote; inside single quotes write '' for an apostrophe.")
      return (mistake, begin)
    }
    if complaint.says("could not find expected ':'") {
      let mistake = Mistake(
        .missingColon, "this line has no ': ' after its key",
        advice: "Write 'key: value' with a space after the colon, or '- value' in a list.")
      return (mistake, begin)
    }
    return nil
  }

  private static func indentation(_ complaint: Complaint) -> Mistake? {
    if complaint.character == "\t" || complaint.says("tab character") {
      return Mistake(
        .tabIndentation, "a tab stands where YAML wants spaces", advice: "Indent with spaces.")
    }
    if complaint.says("did not find expected ',' or") {
      let bracket = complaint.says("']'") ? "list" : "map"
      return Mistake(
        .unclosedBracket,
        "the \(bracket) that opens on line \(complaint.contextLine) is not closed before this",
        advice: "Add the closing bracket, or a comma between two values.")
    }
    if complaint.says("did not find expected key") || complaint.says("did not find expected '-' indicator") {
      return afterValue(complaint) ?? misfit(complaint)
    }
    return nil
  }

  private static func afterValue(_ complaint: Complaint) -> Mistake? {
    guard let before = complaint.characterBefore, "]}\"'".unicodeScalars.contains(before) else { return nil }
    return Mistake(
      .textAfterValue, "there is more text after a list, a map or a quoted text",
      advice: "Put the whole value in one pair of quotes, or move the text inside the brackets.")
  }

  private static func misfit(_ complaint: Complaint) -> Mistake {
    let collection = complaint.says("'-'") ? "list" : "map"
    return Mistake(
      .badIndentation, "this does not fit the \(collection) that begins on line \(complaint.contextLine)",
      advice:
        "Indent all \(collection == "map" ? "keys of a map" : "dashes of a list") by the same number of spaces."
    )
  }

  private static func character(_ complaint: Complaint) -> Mistake? {
    if complaint.says("mapping values are not allowed") {
      return Mistake(
        .unexpectedColon, "a ':' is not expected here",
        advice:
          "Put a text that contains ': ' in quotes, and indent all keys of a map by the same number of spaces."
      )
    }
    if complaint.says("block sequence entries are not allowed") {
      return Mistake(
        .unexpectedDash, "a list item is not expected here",
        advice: "Begin the list on a line of its own, or write it as [a, b].")
    }
    if complaint.says("cannot start any token") {
      let character = complaint.character.map { "'\($0)'" } ?? "this character"
      return Mistake(
        .reservedCharacter, "\(character) cannot begin a value", advice: "Put the text in quotes.")
    }
    if complaint.says("escape") || complaint.says("hexdecimal") {
      return Mistake(
        .badEscape, "this is not an escape that double quotes know",
        advice: "Write \\\\ for a backslash, or use single quotes.")
    }
    return nil
  }

  private static func notSupported(_ complaint: Complaint) -> Mistake? {
    if complaint.says("nesting level") {
      return Mistake(
        .tooDeep, "maps and lists stand far too deep in each other",
        advice: "No part of a scenario is that deep; look for brackets that are not closed.")
    }
    if complaint.says("undefined alias") || complaint.isWhile("an alias") || complaint.isWhile("an anchor") {
      return Mistake(
        .aliasNotSupported, "anchors (&) and aliases (*) are not part of the format",
        advice: "Put quotes around a text that begins with & or *.")
    }
    if complaint.says("tag handle") || complaint.isWhile("a tag") {
      return Mistake(
        .tagNotSupported, "tags are not part of the format",
        advice: "Remove the word that begins with '!', or put the text in quotes.")
    }
    return nil
  }
}
