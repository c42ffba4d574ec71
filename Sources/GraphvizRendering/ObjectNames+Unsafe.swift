/// The names of one graph's objects, numbered in the order in which they are first used.
///
/// Graphviz enumerates subgraphs by number, and by default takes the address of the name as the number. Layouts of
/// clustered graphs then depend on where the heap happened to put a string. Counting makes them depend on the text
/// alone. Names have even numbers and objects without a name odd ones, which is how Graphviz tells them apart.
final class ObjectNames<Graph> {
  /// The graph, whose table of strings holds each name once, so that names are equal if their addresses are.
  let graph: UnsafeMutablePointer<Graph>
  private var numbers: [UnsafeMutablePointer<CChar>: UInt64] = [:]
  private var names: [UnsafeMutablePointer<CChar>] = []
  private var unnamedCount: UInt64 = 0

  /// Creates the table of a graph without objects.
  init(of graph: UnsafeMutablePointer<Graph>) {
    self.graph = graph
  }

  /// The number for the next object without a name.
  func numberForUnnamed() -> UInt64 {
    unnamedCount += 1
    return 2 * unnamedCount - 1
  }

  /// The number of a name that was added before, or nil.
  func number(of name: UnsafeMutablePointer<CChar>) -> UInt64? {
    numbers[name]
  }

  /// Gives a new name the next number.
  func add(_ name: UnsafeMutablePointer<CChar>) -> UInt64 {
    names.append(name)
    let number = 2 * UInt64(names.count)
    numbers[name] = number
    return number
  }

  /// The name with a number, or nil for an object without one.
  func name(of number: UInt64) -> UnsafeMutablePointer<CChar>? {
    guard number.isMultiple(of: 2), number > 0, number / 2 <= UInt64(names.count) else { return nil }
    return names[Int(number / 2) - 1]
  }
}
