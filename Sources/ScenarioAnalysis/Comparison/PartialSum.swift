internal import Synchronization

/// The sum of what several parts that run at the same time have come to; no part falls back.
final class PartialSum<Amount: AdditiveArithmetic & Comparable & Sendable>: Sendable {
  private let amounts: Mutex<[Amount]>

  /// The sum of so many parts, all at zero.
  init(parts count: Int) {
    amounts = Mutex([Amount](repeating: .zero, count: count))
  }

  /// The sum now that a part has come to an amount; may be called from any thread.
  func update(_ part: Int, to amount: Amount) -> Amount {
    amounts.withLock { amounts in
      amounts[part] = max(amounts[part], amount)
      return amounts.reduce(.zero, +)
    }
  }
}
