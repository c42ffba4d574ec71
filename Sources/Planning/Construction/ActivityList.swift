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
}
