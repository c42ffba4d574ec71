/// The words of an instance file, line by line, with errors that name the line.
struct InstanceText {
  /// A line that has at least one word.
  struct Line {
    /// Its number in the file, counted from 1.
    let number: Int
    /// Its words.
    let words: [Substring]
  }

  /// The name of the file, for errors.
  let file: String
  /// The lines that are not blank.
  let lines: [Line]

  /// Splits a text into words.
  ///
  /// - Parameters:
  ///   - separators: what stands between words, beside blanks, tabs and carriage returns.
  ///   - comment: the character that begins a comment, if there is one.
  /// - Complexity: O(length of the text).
  init(_ text: String, file: String, separators: Set<Character> = [], comment: Character? = nil) {
    self.file = file
    var lines: [Line] = []
    // A carriage return with a line feed is one character, and a new line as well.
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let code = comment.map { mark in line.prefix { $0 != mark } } ?? line
      let words = code.split { $0 == " " || $0 == "\t" || separators.contains($0) }
      if !words.isEmpty { lines.append(Line(number: index + 1, words: words)) }
    }
    self.lines = lines
  }

  /// An error in a line.
  func error(_ line: Line?, _ message: String) -> InstanceError {
    InstanceError(file: file, line: line?.number, message)
  }

  /// A word of a line as an integer of a range.
  func integer(_ line: Line, _ position: Int, _ name: String, in range: ClosedRange<Int>)
    throws(InstanceError)
    -> Int
  {
    guard position < line.words.count else { throw error(line, "\(name) is missing") }
    guard let value = Int(line.words[position]) else {
      throw error(line, "\(name) is no integer: \(line.words[position])")
    }
    guard range.contains(value) else {
      throw error(line, "\(name) is \(value), not in \(range.lowerBound)...\(range.upperBound)")
    }
    return value
  }

  /// A word of a line as a finite number.
  func number(_ line: Line, _ position: Int, _ name: String) throws(InstanceError) -> Double {
    guard position < line.words.count else { throw error(line, "\(name) is missing") }
    guard let value = Double(line.words[position]), value.isFinite else {
      throw error(line, "\(name) is no number: \(line.words[position])")
    }
    return value
  }

  /// A word of a line as an exact decimal number.
  func decimal(_ line: Line, _ position: Int, _ name: String) throws(InstanceError) -> DecimalNumber {
    guard position < line.words.count else { throw error(line, "\(name) is missing") }
    guard let value = DecimalNumber(line.words[position]) else {
      throw error(line, "\(name) is no decimal number of at most 15 digits: \(line.words[position])")
    }
    return value
  }
}
