/// The first futures, one by one: a row of numbers for each, in blocks that never move, in the order of their places.
struct RowTable: Sendable {
  /// The numbers of a row.
  let width: Int
  private var blocks: [Block] = []

  /// Rows whose places follow each other, column by column.
  private struct Block: Sendable {
    let first: Int
    var count = 0
    var values: [Float]

    /// The place after the last row.
    var end: Int { first + count }
  }

  init(width: Int) {
    self.width = width
  }

  /// The number of rows.
  var count: Int { blocks.reduce(0) { $0 + $1.count } }

  /// Adds a row.
  ///
  /// - Parameter place: its place among all rows, which no other row has.
  mutating func add(_ row: [Float], place: Int) {
    let size = FutureSampler.blockSize
    var index = blocks.lastIndex { $0.first <= place } ?? -1
    if index < 0 || blocks[index].end != place || blocks[index].count == size {
      index += 1
      blocks.insert(
        Block(first: place, values: [Float](repeating: 0, count: width * size)), at: index)
    }
    var cell = blocks[index].count
    for number in row {
      blocks[index].values[cell] = number
      cell += size
    }
    blocks[index].count += 1
  }

  /// Adds the rows of another table of the same width.
  mutating func add(_ other: RowTable) {
    blocks = (blocks + other.blocks).sorted { $0.first < $1.first }
  }

  /// The numbers of a column in the order of places.
  func column(_ column: Int) -> [Float] {
    var numbers: [Float] = []
    numbers.reserveCapacity(count)
    let start = column * FutureSampler.blockSize
    for block in blocks { numbers += block.values[start..<start + block.count] }
    return numbers
  }
}
