/// The people, and the room for work in progress, that are left in every period.
struct ResourceUsage {
  private let table: ResourceTable
  private let periodCount: Int
  private let duration: [Int]
  private var left: [Int64]

  /// All capacity of an instance.
  init(_ instance: Instance) {
    table = instance.resources
    periodCount = instance.periodCount
    duration = instance.duration
    left = table.capacity
  }

  /// Gives all capacity back.
  mutating func clear() {
    for index in left.indices { left[index] = table.capacity[index] }
  }

  /// Takes what an activity needs from its start on.
  mutating func add(_ activity: Int, at start: Int) {
    change(activity, at: start, by: -1)
  }

  /// Gives back what an activity took.
  mutating func remove(_ activity: Int, at start: Int) {
    change(activity, at: start, by: 1)
  }

  private mutating func change(_ activity: Int, at start: Int, by sign: Int64) {
    let end = min(start + duration[activity], periodCount)
    for need in table.needs[activity] {
      let row = need.resource * periodCount
      for period in start..<max(start, end) { left[row + period] += sign * need.units }
    }
  }

  /// The last period in which an activity that starts in a period would lack something; nil when it lacks nothing.
  ///
  /// - Complexity: O(duration x needs).
  func lastConflict(_ activity: Int, at start: Int) -> Int? {
    var last: Int?
    let end = min(start + duration[activity], periodCount)
    for need in table.needs[activity] {
      let row = need.resource * periodCount
      var period = end - 1
      while period >= max(start, (last ?? -1) + 1) {
        if left[row + period] < need.units {
          last = period
          break
        }
        period -= 1
      }
    }
    return last
  }

  /// The first resource that an activity would lack; nil when it lacks nothing.
  func missingResource(_ activity: Int, at start: Int) -> Int? {
    let end = min(start + duration[activity], periodCount)
    return table.needs[activity].first { need in
      (start..<max(start, end)).contains { left[need.resource * periodCount + $0] < need.units }
    }?.resource
  }

  /// Whether less of a resource is left in a period than is needed; nothing is left outside the calendar.
  func isShort(of need: ResourceTable.Need, in period: Int) -> Bool {
    !(0..<periodCount ~= period) || left[need.resource * periodCount + period] < need.units
  }

  /// The number of periods and resources that are used beyond what there is.
  var overload: Int {
    left.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
  }
}
