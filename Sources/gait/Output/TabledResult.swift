/// The result of an analysis in the forms that it has: one document, a report in words, and a table.
struct TabledResult<Document: Encodable> {
  let document: Document
  let report: Report
  let table: CommaSeparatedTable
  /// What is printed when the report is in files; nil prints all of it.
  var gist: Report?
  /// The layout of the report as Markdown.
  var markdown = MarkdownLayout()
  /// The pictures that a file of a drawn form stands for: one, or several with names of their own.
  var pictures: (OutputFile) throws(CommandFailure) -> [(file: OutputFile, bytes: [UInt8])] = { _ in [] }

  /// Writes the files, and what belongs on standard output.
  func write(to outputs: [OutputFile], _ format: ReportFormat, _ words: LanguageOption, _ speech: QuietOption)
    throws
  {
    let files = try outputs.flatMap { output throws(CommandFailure) in try contents(of: output) }
    for (file, bytes) in files { try file.write(bytes) }
    if format == .json {
      try Terminal.output.write(bytes: JSONDocument.bytes(of: document))
    } else if !outputs.contains(where: { $0.path == nil }) {
      let printed = outputs.isEmpty ? report : gist ?? report
      try Terminal.output.write(words.layout.text(of: printed))
      try OutputFile.name(files.map(\.file), words, speech)
    }
  }

  private func contents(of output: OutputFile) throws(CommandFailure) -> [(file: OutputFile, bytes: [UInt8])]
  {
    switch output.form {
    case .json: [(output, try JSONDocument.bytes(of: document))]
    case .csv: [(output, Array(table.text.utf8))]
    case .md: [(output, Array(markdown.text(of: report).utf8))]
    default: try pictures(output)
    }
  }
}
