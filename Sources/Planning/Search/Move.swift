internal import RandomStreams

/// A small random change of an activity list.
///
/// A move changes the list it is given and nothing else; it draws from the stream only, so the same stream gives the same change. It returns
/// false, and leaves the list as it was, when it finds nothing to change. Moves do not know what the change is worth: the evaluator
/// builds the schedule of the changed list exactly.
protocol Move: Sendable {
  /// Changes a list.
  ///
  /// - Parameter starts: the schedule of the list, -1 for what is not planned.
  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
}
