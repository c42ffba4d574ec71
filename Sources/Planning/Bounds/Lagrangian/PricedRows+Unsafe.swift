/// The two sums over all entries that each step of a bound takes.
///
/// The invariants that make it safe to read entries and write sums without a check, all of them established where entries are compressed:
/// - offsets ascend from 0, one for each node and one more, and the last is the number of entries;
/// - there is a row and an amount for each entry;
/// - each row is at least 0 and less than `rowEnd`.
extension PricedRows {
  /// What each node costs at some prices.
  ///
  /// - Parameter prices: one for each row.
  /// - Complexity: linear in the entries.
  func costs(_ prices: [Double]) -> [Double] {
    precondition(prices.count >= rowEnd, "Every row has a price")
    var costs = [Double](repeating: 0, count: offsets.count - 1)
    let offsets = offsets.span
    let rows = rows.span
    let amounts = amounts.span
    let prices = prices.span
    var sums = costs.mutableSpan
    var entry = 0
    for node in sums.indices {
      let end = Int(offsets[unchecked: node + 1])
      var sum = 0.0
      while entry < end {
        sum += amounts[unchecked: entry] * prices[unchecked: Int(rows[unchecked: entry])]
        entry += 1
      }
      sums[unchecked: node] = sum
    }
    return costs
  }

  /// What nodes use beyond limits.
  ///
  /// Members mostly come in runs, as an activity that has started stays so; the entries of a run are in one piece.
  ///
  /// - Parameters:
  ///   - members: whether each node is one of them.
  ///   - limits: one for each row.
  /// - Complexity: linear in the nodes and in the entries of the members.
  func excess(of members: [Bool], beyond limits: [Double]) -> [Double] {
    precondition(members.count == offsets.count - 1, "Every node is a member or not")
    precondition(limits.count >= rowEnd, "Every row has a limit")
    var excess = limits.map { -$0 }
    let offsets = offsets.span
    let rows = rows.span
    let amounts = amounts.span
    let members = members.span
    var sums = excess.mutableSpan
    var node = 0
    while node < members.count {
      let first = node
      while node < members.count, members[unchecked: node] { node += 1 }
      for entry in Int(offsets[unchecked: first])..<Int(offsets[unchecked: node]) {
        sums[unchecked: Int(rows[unchecked: entry])] += amounts[unchecked: entry]
      }
      node += 1
    }
    return excess
  }
}
