import RoadmapModel

/// The columns and rows of the view of dependencies.
///
/// Stages follow each other from left to right. Within a stage, a capability stands to the right of all that it needs
/// there (longest path); columns that would be too high are split. Rows are then chosen so that boxes are near their
/// neighbours: sweeps over the columns as in K. Sugiyama, S. Tagawa and M. Toda (1981), with the best rows for an order of
/// boxes found by dynamic programming.
struct DependencyColumns: Sendable {
  /// A box, or boxes that stay together, in one column.
  struct Item: Hashable, Sendable {
    /// The positions of the capabilities, from the top.
    let members: [Int]
    /// The group of alternatives, by its place in ``DependencyNetwork/groups``.
    let group: Int?
  }

  struct Column: Hashable, Sendable {
    /// The place of the stage in the maturity model.
    let stage: Int
    fileprivate(set) var items: [Item]
    /// The rows of the items' first boxes.
    fileprivate(set) var rows: [Int]

    var height: Int { items.reduce(0) { $0 + $1.members.count } }
  }

  /// Items of one stage that need none of each other, to be put into one column or several.
  private struct Layer {
    let stage: Int
    let items: [Item]

    var height: Int { items.reduce(0) { $0 + $1.members.count } }
  }

  private(set) var columns: [Column] = []
  private(set) var rowCount: Int
  private let boxHeight: Double
  /// The columns that stand side by side, from the top: one run unless the drawing would be a long strip.
  private(set) var bands: [Range<Int>] = []

  /// Arranges a network in so many rows that the drawing is about as wide as a screen for its height.
  ///
  /// A network of long chains is too wide however high its columns are; its columns then follow each other in several bands, as the
  /// words of a text do.
  init(_ network: DependencyNetwork, boxHeight: Double = DependencyMeasures.leastBoxHeight) {
    let layers = network.roadmap.maturity.stages.indices.flatMap { Self.layers(of: $0, in: network) }
    let limits = 3...max(3, layers.map(\.height).max() ?? 0)
    let trials = limits.lazy.map { Self(layers, rowLimit: $0, boxHeight) }
    // The higher the columns, the fewer there are, so the first trial that is narrow enough is the widest such.
    self =
      trials.first { $0.aspect(ofBands: 1) <= DependencyMeasures.aspect }
      ?? Self(layers, rowLimit: limits.upperBound, boxHeight)
    arrange(network)
    bands = evenBands
  }

  private init(_ layers: [Layer], rowLimit: Int, _ boxHeight: Double) {
    self.rowCount = 1
    self.boxHeight = boxHeight
    for layer in layers { columns += Self.columns(of: layer, rowLimit: rowLimit) }
    rowCount = columns.map(\.height).max() ?? 1
  }

  /// The width of the widest of so many bands, about.
  private func width(ofBands count: Int) -> Double {
    let widest = (columns.count + count - 1) / count
    return Double(widest) * (DependencyMeasures.boxWidth + DependencyMeasures.gutter)
  }

  /// The ratio of width to height that the drawing will have, about, with its columns in so many bands.
  private func aspect(ofBands count: Int) -> Double {
    let rows = Double(rowCount) * (boxHeight + DependencyMeasures.rowGap)
    return width(ofBands: count) / (Double(count) * (rows + DependencyMeasures.bandGap) + 120)
  }

  /// The columns in as few runs of about the same length as make the drawing no long strip.
  private var evenBands: [Range<Int>] {
    guard !columns.isEmpty else { return [] }
    let isStrip =
      aspect(ofBands: 1) > DependencyMeasures.stripAspect && width(ofBands: 1) > DependencyMeasures.stripWidth
    let count =
      isStrip
      ? (1...columns.count).first { aspect(ofBands: $0) <= DependencyMeasures.aspect } ?? columns.count : 1
    return (0..<count).map { columns.count * $0 / count..<columns.count * ($0 + 1) / count }
  }

  /// The place of the band in which a column stands.
  func band(ofColumn column: Int) -> Int { bands.firstIndex { $0.contains(column) } ?? 0 }

  /// The column and row of each capability, by position.
  var places: [Int: (column: Int, row: Int)] {
    var places: [Int: (column: Int, row: Int)] = [:]
    for (index, column) in columns.enumerated() {
      for (item, row) in zip(column.items, column.rows) {
        for (offset, member) in item.members.enumerated() { places[member] = (index, row + offset) }
      }
    }
    return places
  }

  // MARK: Columns

  private static func layers(of stage: Int, in network: DependencyNetwork) -> [Layer] {
    let items = items(of: stage, in: network)
    let depths = depths(of: items, in: network)
    var layers = Array(repeating: [Item](), count: (depths.max() ?? -1) + 1)
    for (item, depth) in zip(items, depths) { layers[depth].append(item) }
    return layers.map { Layer(stage: stage, items: $0) }.filter { !$0.items.isEmpty }
  }

  private static func columns(of layer: Layer, rowLimit: Int) -> [Column] {
    // Split evenly, so that the last part is not a stub.
    let parts = (layer.height + rowLimit - 1) / rowLimit
    let share = (layer.height + parts - 1) / parts
    var columns: [Column] = []
    var column = Column(stage: layer.stage, items: [], rows: [])
    for item in layer.items {
      if !column.items.isEmpty, column.height + item.members.count > share {
        columns.append(column)
        column.items = []
      }
      column.items.append(item)
    }
    return columns + [column]
  }

  private static func items(of stage: Int, in network: DependencyNetwork) -> [Item] {
    let capabilities = network.roadmap.capabilities
    let id = network.roadmap.maturity.stages[stage].id
    var groupOf: [Int: Int] = [:]
    for (index, group) in network.groups.enumerated() {
      for member in group.members { groupOf[member] = index }
    }
    return capabilities.indices.filter { capabilities[$0].stage == id && network.isShown[$0] }.compactMap {
      position in
      guard let group = groupOf[position] else { return Item(members: [position], group: nil) }
      let members = network.groups[group].members
      return members.first == position ? Item(members: members, group: group) : nil
    }
  }

  /// The length of the longest chain of needs that leads to each item from others of the same stage.
  private static func depths(of items: [Item], in network: DependencyNetwork) -> [Int] {
    var itemOf: [Int: Int] = [:]
    for (index, item) in items.enumerated() {
      for member in item.members { itemOf[member] = index }
    }
    var heads = Array(repeating: Set<Int>(), count: items.count)
    for need in network.needs {
      guard let head = itemOf[need.dependent] else { continue }
      for tail in need.members.compactMap({ itemOf[$0] }) where tail != head { heads[tail].insert(head) }
    }
    var waiting = Array(repeating: 0, count: items.count)
    for head in heads.joined() { waiting[head] += 1 }
    var depths = Array(repeating: 0, count: items.count)
    var ready = items.indices.filter { waiting[$0] == 0 }
    while let item = ready.popLast() {
      for head in heads[item] {
        depths[head] = max(depths[head], depths[item] + 1)
        waiting[head] -= 1
        if waiting[head] == 0 { ready.append(head) }
      }
    }
    return depths
  }

  // MARK: Rows

  private mutating func arrange(_ network: DependencyNetwork) {
    for index in columns.indices { place(index, wanted: columns[index].items.indices.map { Double($0) }) }
    var neighbours: [Int: [Int]] = [:]
    for need in network.needs {
      for member in need.members {
        neighbours[need.dependent, default: []].append(member)
        neighbours[member, default: []].append(need.dependent)
      }
    }
    for sweep in 0..<DependencyMeasures.sweeps {
      let order = sweep.isMultiple(of: 2) ? Array(columns.indices) : columns.indices.reversed()
      for index in order { settle(index, neighbours, isForward: sweep.isMultiple(of: 2)) }
    }
  }

  /// Moves the items of a column towards their neighbours on the side that the sweep comes from, or else on any side.
  private mutating func settle(_ index: Int, _ neighbours: [Int: [Int]], isForward: Bool) {
    let places = places
    let wanted = columns[index].items.indices.map { position -> Double in
      let item = columns[index].items[position]
      let all = item.members.flatMap { neighbours[$0] ?? [] }.compactMap { places[$0] }
        .filter { $0.column != index }
      let near = all.filter { isForward ? $0.column < index : $0.column > index }
      let rows = (near.isEmpty ? all : near).map { Double($0.row) }
      guard !rows.isEmpty else { return Double(columns[index].rows[position]) }
      return rows.reduce(0, +) / Double(rows.count) - Double(item.members.count - 1) / 2
    }
    place(index, wanted: wanted)
  }

  /// Orders the items of a column by the rows that they want, and gives them the rows with the least total distance.
  private mutating func place(_ index: Int, wanted: [Double]) {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    columns[index].items = order.map { columns[index].items[$0] }
    columns[index].rows = Self.rows(
      of: columns[index].items.map(\.members.count), wanted: order.map { wanted[$0] }, rowCount: rowCount)
  }

  /// The rows of stacked items with the least total distance from those that they want.
  ///
  /// - Complexity: O(items x rows), by dynamic programming from the last item to the first.
  static func rows(of sizes: [Int], wanted: [Double], rowCount: Int) -> [Int] {
    var costs = Array(repeating: 0.0, count: rowCount + 1)
    var choices: [[Int]] = []
    for item in sizes.indices.reversed() {
      var next = Array(repeating: Double.infinity, count: rowCount + 1)
      var choice = Array(repeating: rowCount, count: rowCount + 1)
      for row in stride(from: rowCount - sizes[item], through: 0, by: -1) {
        let cost = abs(Double(row) - wanted[item]) + costs[row + sizes[item]]
        (next[row], choice[row]) = cost <= next[row + 1] ? (cost, row) : (next[row + 1], choice[row + 1])
      }
      costs = next
      choices.append(choice)
    }
    var rows: [Int] = []
    var from = 0
    for (size, choice) in zip(sizes, choices.reversed()) {
      rows.append(choice[from])
      from = choice[from] + size
    }
    return rows
  }
}
