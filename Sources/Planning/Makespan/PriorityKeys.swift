/// Orders of activities from keys, such as the starts of a schedule.
///
/// The order of the starts of a schedule is the activity list that stands for it, free of the duplicates of other lists (the topological order of
/// Debels, De Reyck, Leus, Vanhoucke, *A hybrid scatter search/electromagnetism meta-heuristic for project scheduling*, 2006).
struct PriorityKeys: Sendable {
  private let problem: MakespanProblem
  private var sortable: [Int]

  init(_ problem: MakespanProblem) {
    self.problem = problem
    sortable = [Int](repeating: 0, count: problem.activityCount)
  }

  /// The order of keys, smallest first, with everything after what it waits for; a key that would come too early counts as that of what it waits for.
  ///
  /// - Complexity: O(precedences + n log n).
  mutating func order(_ keys: inout [Int], into order: inout [Int]) {
    let count = problem.activityCount
    for rank in 0..<count {
      let activity = problem.topologicalOrder[rank]
      var key = keys[activity]
      for index in problem.predecessorOffsets[activity]..<problem.predecessorOffsets[activity + 1] {
        key = max(key, keys[problem.predecessors[index].activity])
      }
      keys[activity] = key
      sortable[rank] = (key &* count) &+ rank
    }
    sortable.sort()
    for place in 0..<count {
      let rank = sortable[place] % count
      order[place] = problem.topologicalOrder[rank < 0 ? rank + count : rank]
    }
  }
}
