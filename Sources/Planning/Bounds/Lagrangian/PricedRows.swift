/// What each node of the time-expanded graph uses of the rows that have prices.
///
/// A node says "has started by then", so a start uses the sum over its node and all later ones of its activity: what a node counts is the difference between starting
/// at its period and starting at the next allowed one. For work that is two periods, whatever the duration.
struct PricedRows: Sendable {
  /// The entries of node `v` are `offsets[v] ..< offsets[v + 1]`.
  private(set) var offsets: [Int32]
  /// The row of each entry.
  private(set) var rows: [Int32]
  /// What one unit of the node uses of the row, scaled as the limit of the row.
  private(set) var amounts: [Double]
  /// One more than the largest row of an entry.
  private(set) var rowEnd: Int

  /// The entries of an instance.
  ///
  /// - Complexity: linear in nodes x (duration x families + segments).
  init(_ instance: Instance, _ expansion: TimeExpansion, _ table: PriceTable) {
    var collector = Collector(rowCount: table.rowCount)
    for activity in 0..<instance.activityCount {
      var later: [(row: Int, amount: Double)] = []
      for (index, start) in expansion.allowed[activity].enumerated().reversed() {
        let own =
          Self.work(instance, table, activity, start) + Self.money(instance, table, activity, start)
          + instance.groupsOfActivity[activity].map { (table.groupRow + $0, 1) }
        collector.add(own, sign: 1)
        collector.add(later, sign: -1)
        collector.flush(to: expansion.first[activity] + index)
        later = own
      }
    }
    for choice in table.choices { collector.add(choice, instance, expansion) }
    (offsets, rows, amounts, rowEnd) = collector.compressed(nodeCount: expansion.nodeCount)
  }

  /// What the parts of a partition use of the rows; less than `least` counts as rounding.
  ///
  /// - Complexity: linear in the entries.
  init(_ nodes: PricedRows, by partition: NodePartition, rowCount: Int, least: Double) {
    var collector = Collector(rowCount: rowCount)
    for part in 0..<partition.count {
      for node in partition.nodes(of: part) {
        let entries = Int(nodes.offsets[node])..<Int(nodes.offsets[node + 1])
        collector.add(entries.map { (Int(nodes.rows[$0]), nodes.amounts[$0]) }, sign: 1)
      }
      collector.flush(to: part, least: least)
    }
    (offsets, rows, amounts, rowEnd) = collector.compressed(nodeCount: partition.count)
  }

  /// Adds what nodes use of the rows of limits of what can be in work together.
  ///
  /// - Complexity: linear in the entries.
  mutating func add(
    _ cuts: [FeasibleSetCut], _ instance: Instance, _ expansion: TimeExpansion, firstRow: Int
  ) {
    let nodeCount = offsets.count - 1
    var collector = Collector(rowCount: 0)
    for node in 0..<nodeCount {
      for entry in Int(offsets[node])..<Int(offsets[node + 1]) {
        collector.add(node, Int(rows[entry]), amounts[entry])
      }
    }
    for (index, cut) in cuts.enumerated() {
      for share in cut.shares {
        // In work is what has started by the period but not by so long before it that it is done.
        let begun = expansion.node(of: share.activity, startedBy: cut.period)
        let done = expansion.node(
          of: share.activity, startedBy: cut.period - instance.duration[share.activity])
        guard begun != done else { continue }
        let amount = share.share * PriceTable.shareScale
        if let begun { collector.add(begun, firstRow + index, amount) }
        if let done { collector.add(done, firstRow + index, -amount) }
      }
    }
    (offsets, rows, amounts, rowEnd) = collector.compressed(nodeCount: nodeCount)
  }

  /// What a start uses of capacity.
  private static func work(
    _ instance: Instance, _ table: PriceTable, _ activity: Int, _ start: Int
  ) -> [(row: Int, amount: Double)] {
    let periods = start..<max(start, min(start + instance.duration[activity], instance.periodCount))
    return table.capacity.uses[activity].flatMap { use in
      periods.map { (table.row(family: use.family, period: $0), use.share * PriceTable.shareScale) }
    }
  }

  /// What a start spends by segments; with carry-over it counts in all later ones, too.
  private static func money(
    _ instance: Instance, _ table: PriceTable, _ activity: Int, _ start: Int
  ) -> [(row: Int, amount: Double)] {
    guard instance.budget.isLimited else { return [] }
    let costUpTo = instance.budget.costUpTo[activity]
    var spent: [(segment: Int, cents: Int64)] = []
    for week in 0..<costUpTo.count - 1 where start + week < instance.periodCount {
      let cost = costUpTo[week + 1] - costUpTo[week]
      guard cost != 0, let segment = instance.budget.segment[start + week] else { continue }
      if spent.last?.segment == segment {
        spent[spent.count - 1].cents += cost
      } else {
        spent.append((segment, cost))
      }
    }
    guard instance.budget.carriesOver, let first = spent.first else {
      return spent.map { (table.budgetRow + $0.segment, Double($0.cents) / table.budgetScale) }
    }
    var total: Int64 = 0
    var next = 0
    return (first.segment..<instance.budget.limits.count).map { segment in
      while next < spent.count, spent[next].segment <= segment {
        total += spent[next].cents
        next += 1
      }
      return (table.budgetRow + segment, Double(total) / table.budgetScale)
    }
  }
}

/// Entries on their way into rows by node.
private struct Collector {
  private var entries: [(node: Int32, row: Int32, amount: Double)] = []
  private var sums: [Double]
  private var touched: [Int] = []

  init(rowCount: Int) { sums = [Double](repeating: 0, count: rowCount) }

  /// Adds amounts to those of the present node.
  mutating func add(_ amounts: [(row: Int, amount: Double)], sign: Double) {
    for (row, amount) in amounts {
      if sums[row] == 0 { touched.append(row) }
      sums[row] += sign * amount
    }
  }

  /// Adds what a node uses of a row.
  mutating func add(_ node: Int, _ row: Int, _ amount: Double) {
    entries.append((Int32(node), Int32(row), amount))
  }

  /// Writes what the present node uses.
  mutating func flush(to node: Int, least: Double = 0) {
    for row in touched {
      if sums[row].magnitude > least { add(node, row, sums[row]) }
      sums[row] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// The activity that waits uses the choice, and those that meet it give back, for every start.
  mutating func add(_ choice: PriceTable.Choice, _ instance: Instance, _ expansion: TimeExpansion) {
    let requirement = instance.requirements[choice.requirement]
    let first = expansion.first[requirement.activity]
    for (index, start) in expansion.allowed[requirement.activity].enumerated() {
      let row = choice.firstRow + index
      add(first + index, row, Double(requirement.count))
      for member in requirement.slots.flatMap(\.self) {
        let by = start - requirement.lag - instance.duration[member]
        guard let met = expansion.node(of: member, startedBy: by) else { continue }
        add(met, row, -1)
      }
    }
  }

  /// The entries, those of one node together.
  func compressed(nodeCount: Int) -> (offsets: [Int32], rows: [Int32], amounts: [Double], rowEnd: Int) {
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    var rowEnd: Int32 = 0
    for entry in entries {
      precondition(entry.row >= 0, "Rows are counted from 0")
      offsets[Int(entry.node) + 1] += 1
      rowEnd = max(rowEnd, entry.row + 1)
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: entries.count)
    var amounts = [Double](repeating: 0, count: entries.count)
    for entry in entries {
      let place = Int(next[Int(entry.node)])
      next[Int(entry.node)] += 1
      rows[place] = entry.row
      amounts[place] = entry.amount
    }
    return (offsets, rows, amounts, Int(rowEnd))
  }
}
