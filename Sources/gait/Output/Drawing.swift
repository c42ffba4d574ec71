import Diagrams
import GraphvizRendering

/// Draws a diagram in the form that an output file asks for.
enum Drawing {
  /// The bytes of a diagram: DOT text as it is, anything else as Graphviz draws it.
  static func bytes(of document: DiagramDocument, as form: OutputFile.Form) throws(CommandFailure) -> [UInt8]
  {
    let format: OutputFormat
    switch form {
    case .svg: format = .svg
    case .png: format = .png()
    case .pdf: format = .pdf
    default: return Array(document.dot.utf8)
    }
    do {
      return try GraphvizRenderer().render(document.dot, engine: .pinned, format: format)
    } catch .tooManyNodes(let count, let limit) {
      throw CommandFailure(
        .inputOutput,
        "the diagram has \(count) nodes, and at most \(limit) can be drawn; write a .dot file instead")
    } catch .imageTooLarge(let width, let height) {
      throw CommandFailure(
        .inputOutput,
        "the picture would have \(width) x \(height) pixels; write an .svg or a .pdf file instead")
    } catch {
      throw CommandFailure(.internalError, "the diagram cannot be drawn: \(error)")
    }
  }
}
