/// Renames keys that are given twice, so that the composer, which stops at the first of them, can read on.
///
/// The first letter of the earlier key becomes a private-use character; the key keeps its length, so all places stay right. The
/// conversion puts the letter back and then reports every later key with its place.
struct DuplicateKeyRepairs {
  /// A file may need this many rounds.
  static let limit = 20
  /// All rounds together may read this many bytes.
  static let byteLimit = 2_000_000

  /// The text with the repairs made so far.
  private(set) var text: String

  private var letters: [Place: Unicode.Scalar] = [:]

  init(text: String) {
    self.text = text
  }

  /// Renames the key at a place; false when that is not possible or enough has been tried.
  mutating func repair(_ key: String, at place: Place) -> Bool {
    let count = letters.count
    guard count < Self.limit, (count + 2) * text.utf8.count <= Self.byteLimit else { return false }
    guard let letter = key.unicodeScalars.first, let mark = Unicode.Scalar(0xE000 + count) else {
      return false
    }
    guard letters[place] == nil, var index = index(of: place) else { return false }
    var scalars = text.unicodeScalars
    if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
    guard index < scalars.endIndex, scalars[index] == letter else { return false }
    scalars.replaceSubrange(index...index, with: [mark])
    text = String(scalars)
    letters[place] = letter
    return true
  }

  /// A key as it was before the repairs.
  func original(_ key: String, at place: Place) -> String {
    guard let letter = letters[place] else { return key }
    var scalars = key.unicodeScalars
    scalars.replaceSubrange(scalars.startIndex...scalars.startIndex, with: [letter])
    return String(scalars)
  }

  private func index(of place: Place) -> String.Index? {
    let source = SourceText(file: "", text: text)
    guard let scalars = source.line(place.line)?.unicodeScalars else { return nil }
    guard
      let index = scalars.index(scalars.startIndex, offsetBy: place.column - 1, limitedBy: scalars.endIndex),
      index < scalars.endIndex
    else { return nil }
    return index
  }
}
