import Diagrams
import GraphvizRendering
import Interchange

/// Draws a diagram in the form that an output file asks for.
enum Drawing {
  /// The bytes of a diagram: words and DOT text as they are, anything else as Graphviz draws it.
  static func bytes(
    of document: DiagramDocument, as form: OutputFile.Form, resolution: Int = 96
  ) throws(CommandFailure) -> [UInt8] {
    let format: OutputFormat
    switch form {
    case .svg: format = .svg
    case .png: format = .png(dpi: resolution)
    case .pdf: format = .pdf
    case .drawio: return Array(DrawIODiagram(document).text.utf8)
    case .md: return Array(MarkdownLayout().text(of: report(of: document)).utf8)
    default: return Array(document.dot.utf8)
    }
    do {
      let drawing = try GraphvizRenderer().render(document.dot, engine: .pinned, format: format)
      return form == .svg ? document.finished(svg: drawing) : drawing
    } catch .tooManyNodes(let count, let limit) {
      throw CommandFailure(
        .inputOutput,
        "the diagram has \(count) nodes, and at most \(limit) can be drawn; write a .dot file instead")
    } catch .imageTooLarge(let width, let height) {
      throw CommandFailure(
        .inputOutput,
        "the picture would have \(width) x \(height) pixels; ask for a lower --resolution, or write an .svg or a .pdf file"
      )
    } catch {
      throw CommandFailure(.internalError, "the diagram cannot be drawn: \(error)")
    }
  }

  /// A diagram in words.
  private static func report(of document: DiagramDocument) -> Report {
    var report = Report([.title(document.title)] + document.summary.map { .paragraph($0) })
    for table in document.tables where !table.rows.isEmpty {
      let content = Report.Table(
        columns: table.columns.map { .text($0) }, rows: table.rows.map { Report.Row($0) })
      report.section(table.title, [.table(content)])
    }
    return report
  }
}
