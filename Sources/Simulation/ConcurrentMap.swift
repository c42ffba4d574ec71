/// The results of a body for the numbers below a count, in their order, by several threads.
///
/// - Complexity: that of the bodies; each thread takes every so manyth number.
func concurrentMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  let threads = max(1, min(threads, count))
  let parts = await withTaskGroup(of: (Int, [Result]).self) { group in
    for thread in 0..<threads {
      group.addTask { (thread, stride(from: thread, to: count, by: threads).map(body)) }
    }
    return await group.reduce(into: [[Result]](repeating: [], count: threads)) { $0[$1.0] = $1.1 }
  }
  return (0..<count).map { parts[$0 % threads][$0 / threads] }
}
