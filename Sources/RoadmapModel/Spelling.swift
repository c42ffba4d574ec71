/// Finds the known word that a misspelt one was probably meant to be.
package enum Spelling {
  /// The longest word that is compared; longer ones have no suggestion, which bounds the work on hostile input.
  package static let longestWord = 64

  /// The nearest known word, or nil when none is near enough to be worth a suggestion.
  ///
  /// Words that differ only in case, in hyphens or in underscores are always near enough; otherwise one edit in
  /// three letters is allowed. Of several equally near words the first in the given order is taken.
  ///
  /// - Complexity: O(k * n * n) for `k` known words of at most `n` letters.
  package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    guard word.utf8.count <= longestWord else { return nil }
    let plainWord = plain(word)
    var best: (distance: Int, word: String)?
    for candidate in known where candidate.utf8.count <= longestWord {
      let plainCandidate = plain(candidate)
      let allowed = max(1, min(plainWord.count, plainCandidate.count) / 3)
      guard abs(plainWord.count - plainCandidate.count) <= allowed else { continue }
      let distance = distance(plainWord, plainCandidate)
      guard distance <= allowed, distance < min(plainWord.count, plainCandidate.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.word
  }

  /// A ready next step, "Maybe you meant 'x'.", or nil.
  package static func suggestion(for word: String, among known: some Sequence<String>) -> String? {
    nearest(to: word, among: known).map { "Maybe you meant '\($0)'." }
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
  ///
  /// Wagner and Fischer's table with the transposition of Damerau (1964), three rows at a time.
  package static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for i in 0..<left.count {
      var current = [i + 1]
      current.reserveCapacity(right.count + 1)
      for j in 0..<right.count {
        var cost = min(previous[j + 1], current[j]) + 1
        cost = min(cost, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }

  /// Lower case without hyphens, underscores and spaces, so that `costToServe` and `cost-to-serve` are one word.
  private static func plain(_ word: String) -> [UInt8] {
    word.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: byte
      }
    }
  }
}
