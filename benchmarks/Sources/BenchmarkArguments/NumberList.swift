public import ArgumentParser

/// Numbers in an argument: `60,120`, and for integers also ranges, `1-5`.
public struct NumberList<Number: LosslessStringConvertible & Sendable>: ExpressibleByArgument, Sendable {
  /// The numbers, in the order of the argument.
  public let numbers: [Number]

  /// A list of numbers.
  public init(numbers: [Number]) {
    self.numbers = numbers
  }

  /// Reads a list; nil when a part of it is no number.
  public init?(argument: String) {
    var numbers: [Number] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      if let number = Number(String(part)) {
        numbers.append(number)
        continue
      }
      let ends = part.split(separator: "-").map { Int($0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last, last - first < 100_000
      else {
        return nil
      }
      for number in first...last {
        guard let number = Number(String(number)) else { return nil }
        numbers.append(number)
      }
    }
    self.numbers = numbers
  }

  /// The list as it is written.
  public var defaultValueDescription: String {
    numbers.map(\.description).joined(separator: ",")
  }
}
