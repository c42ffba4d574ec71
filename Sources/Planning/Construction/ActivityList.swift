/// What the search varies: an order of activities, which optional ones are wanted, and how far starts are put off.
///
/// A ``ScheduleBuilder`` turns it into one schedule; the same list always gives the same schedule. The order decides who gets people and money
/// first, and which member is taken wherever there is a choice: the earlier one.
struct ActivityList: Hashable, Sendable {
  /// All activities, the most urgent first.
  var order: [Int]
  /// Whether an optional activity is to be planned; what required ones need is planned anyway.
  var isWanted: [Bool]
  /// The first period in which an activity may start by the list's own will.
  var notBefore: [Int]

  /// A list in an order that wants some activities and puts nothing off.
  init(order: [Int], isWanted: [Bool]) {
    self.order = order
    self.isWanted = isWanted
    self.notBefore = [Int](repeating: 0, count: order.count)
  }

  /// The list from which a ``ScheduleBuilder`` builds a schedule again, or what the rules leave of it.
  ///
  /// Activities stand in the order of their go-lives, so that choices are met by the same members.
  ///
  /// - Parameters:
  ///   - starts: the start of each activity, -1 for what is not wanted.
  ///   - rank: the order of activities that go live together.
  ///   - isPatient: whether nothing starts earlier; milestones are reached as soon as they can be.
  init(rebuilding starts: [Int], of instance: Instance, rank: [Int], isPatient: Bool) {
    func key(_ activity: Int) -> (Int, Int) {
      (starts[activity] < 0 ? Int.max : starts[activity] + instance.duration[activity], rank[activity])
    }
    self.init(order: starts.indices.sorted { key($0) < key($1) }, isWanted: starts.map { $0 >= 0 })
    guard isPatient else { return }
    for activity in starts.indices where starts[activity] >= 0 && !instance.isMilestone[activity] {
      notBefore[activity] = starts[activity]
    }
  }
}
