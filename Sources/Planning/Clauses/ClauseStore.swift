/// Learned clauses, one behind another in one column.
struct ClauseStore: Sendable {
  /// All statements of all clauses.
  var statements: [Int32] = []
  /// Where each clause begins; one entry more than there are clauses.
  var offsets: [Int] = [0]
  /// The number of levels that each clause spanned when it was learned: the fewer, the more useful (Audemard and Simon 2009).
  var spans: [Int32] = []

  /// The number of clauses.
  var count: Int { spans.count }

  /// Adds a clause; returns its number.
  mutating func add(_ clause: [Int32], span: Int) -> Int32 {
    statements.append(contentsOf: clause)
    offsets.append(statements.count)
    spans.append(Int32(span))
    return Int32(spans.count - 1)
  }

  /// Drops the longer half of what spans many levels; of equals, the older go first.
  mutating func reduce() {
    let ranked = (0..<count).sorted { (spans[$0], $1) < (spans[$1], $0) }
    var keeps = [Bool](repeating: false, count: count)
    for (place, clause) in ranked.enumerated() where place < count / 2 || spans[clause] <= 2 {
      keeps[clause] = true
    }
    var kept = ClauseStore()
    for clause in 0..<count where keeps[clause] {
      _ = kept.add(Array(statements[offsets[clause]..<offsets[clause + 1]]), span: Int(spans[clause]))
    }
    self = kept
  }
}
