import ArgumentParser

/// A file that a command writes, in the form that its ending names.
struct OutputFile: Hashable, Sendable {
  /// The forms of results; the raw value is the ending of the file.
  enum Form: String, Hashable, Sendable, CaseIterable {
    case json
    case svg
    case png
    case pdf
    case dot
    case csv
    case md
    case mmd
    case puml
    case drawio

    /// Whether it is a picture, of which a result may have several.
    var isDrawn: Bool { [.svg, .png, .pdf, .dot].contains(self) }
  }

  /// Where the result goes; nil for standard output.
  let path: String?
  /// The form of the result.
  let form: Form

  /// Reads an argument such as `roadmap.svg`; `-` is standard output in the first known form, `-.svg` names its form.
  ///
  /// - Throws: `ValidationError` that names the known endings.
  init(argument: String, known: [Form]) throws {
    let name = argument.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if argument == "-", let first = known.first {
      (path, form) = (nil, first)
      return
    }
    guard !name.isEmpty else {
      throw ValidationError("'\(argument)' is a directory; name a file.")
    }
    let ending = parts.count > 1 ? parts.last.map { $0.lowercased() } : nil
    guard let ending, let form = Form(rawValue: ending), known.contains(form) else {
      let endings = known.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw ValidationError("'\(argument)' has no known ending; known are \(endings).")
    }
    self.path = parts.count == 2 && parts[0] == "-" && name == argument ? nil : argument
    self.form = form
  }

  private init(path: String?, form: Form) {
    self.path = path
    self.form = form
  }

  /// The file of a part, with the id of the part before the ending; the file itself when there is no part.
  func named(part: String?) -> OutputFile {
    guard let part, let path, let dot = path.lastIndex(of: ".") else { return self }
    return OutputFile(path: path[..<dot] + "-" + part + path[dot...], form: form)
  }

  /// Makes sure that files can be written together and with what else goes to standard output.
  ///
  /// - Throws: `ValidationError` when two results would go to the same place.
  static func validate(_ files: [OutputFile], format: ReportFormat) throws {
    let onOutput = files.count { $0.path == nil }
    if onOutput > 1 || (onOutput == 1 && format == .json) {
      throw ValidationError("Only one result can go to standard output.")
    }
    var seen: Set<String> = []
    if let twice = files.compactMap(\.path).first(where: {
      !seen.insert(AtomicFile.identity(of: $0)).inserted
    }) {
      throw ValidationError("'\(twice)' is named twice.")
    }
  }

  /// Tells early what would keep the files from being written.
  static func check(_ files: [OutputFile]) throws(CommandFailure) {
    for path in files.compactMap(\.path) { try AtomicFile.check(path) }
  }

  /// Writes the bytes.
  func write(_ bytes: [UInt8]) throws {
    if let path {
      try AtomicFile.write(bytes, to: path)
    } else {
      try Terminal.output.write(bytes: bytes)
    }
  }

  /// Says which files have been written, unless nothing but results is to be said.
  static func name(_ files: [OutputFile], _ words: LanguageOption, _ speech: QuietOption) throws {
    guard !speech.quiet else { return }
    for path in files.compactMap(\.path) {
      try Terminal.output.write("\(Vocabulary[words.language].wrote) \(path)\n")
    }
  }
}
