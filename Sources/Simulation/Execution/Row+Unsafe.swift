/// A row of cells whose number never changes and which has one owner, so that writing a cell is a bounds check and a store.
///
/// An array asks before each write whether somebody else holds it too, and the loops that carry plans out consist of such writes. The pointer is made and freed here, every
/// index is checked, and as the row cannot be copied, nobody else has the pointer.
struct Row<Cell: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let cells: UnsafeMutablePointer<Cell>
  /// The number of cells.
  let count: Int

  /// Cells of one value.
  init(repeating cell: Cell, count: Int) {
    self.count = count
    cells = .allocate(capacity: count)
    cells.initialize(repeating: cell, count: count)
  }

  /// The cells of an array.
  init(_ array: [Cell]) {
    count = array.count
    cells = .allocate(capacity: array.count)
    for place in array.indices { cells.advanced(by: place).initialize(to: array[place]) }
  }

  deinit { cells.deallocate() }

  /// The places of the cells.
  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(place: Int) -> Cell {
    get {
      precondition(place >= 0 && place < count, "The place is in the row")
      return cells[place]
    }
    set {
      precondition(place >= 0 && place < count, "The place is in the row")
      cells[place] = newValue
    }
  }

  /// Writes one value into all cells.
  mutating func fill(_ cell: Cell) {
    cells.update(repeating: cell, count: count)
  }

  /// Writes the elements of an array of the same length into the cells.
  mutating func copy(_ array: [Cell]) {
    precondition(array.count == count, "A row keeps its length")
    array.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { cells.update(from: first, count: count) }
    }
  }

  /// The cells as an array.
  var array: [Cell] { indices.map { self[$0] } }
}
