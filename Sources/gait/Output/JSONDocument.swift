import Foundation

/// Writes values as JSON that is the same at every run: keys are sorted, and the text ends with a new line.
enum JSONDocument {
  /// The bytes of a document.
  static func bytes(of value: some Encodable) throws(CommandFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try Array(encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      throw CommandFailure(.internalError, "the result has no JSON form: \(error)")
    }
  }
}
