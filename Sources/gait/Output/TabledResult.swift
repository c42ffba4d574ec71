/// The result of an analysis in the forms that it has: one document, a report in words, and a table.
struct TabledResult<Document: Encodable> {
  let document: Document
  let report: Report
  let table: CommaSeparatedTable
  /// What is printed when the report is in files; nil prints all of it.
  var gist: Report?
  /// The layout of the report as Markdown.
  var markdown = MarkdownLayout()

  /// Writes the files, and what belongs on standard output.
  func write(to outputs: [OutputFile], _ format: ReportFormat, _ words: LanguageOption, _ speech: QuietOption)
    throws
  {
    let contents = try outputs.map { output throws(CommandFailure) in try bytes(as: output.form) }
    for (output, bytes) in zip(outputs, contents) { try output.write(bytes) }
    if format == .json {
      try Terminal.output.write(bytes: JSONDocument.bytes(of: document))
    } else if !outputs.contains(where: { $0.path == nil }) {
      let printed = outputs.isEmpty ? report : gist ?? report
      try Terminal.output.write(words.layout.text(of: printed))
      try OutputFile.name(outputs, words, speech)
    }
  }

  private func bytes(as form: OutputFile.Form) throws(CommandFailure) -> [UInt8] {
    switch form {
    case .json: try JSONDocument.bytes(of: document)
    case .csv: Array(table.text.utf8)
    default: Array(markdown.text(of: report).utf8)
    }
  }
}
