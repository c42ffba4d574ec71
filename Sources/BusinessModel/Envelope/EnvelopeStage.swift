/// A point on the way from the worst shop to the best: how far what helps has come, and how far what hurts has been put off.
struct EnvelopeStage: Hashable {
  /// The go-live of each capability for its effects that help.
  let help: [Int]
  /// The go-live of each capability for its effects that hurt.
  let harm: [Int]

  /// The number of levels at which a relaxation is cut.
  private static let levelCount = 8

  /// The stages through which a way passes that has a plan's own go-lives on it, or those of a relaxation by falling share.
  ///
  /// A pair of a capability and a period comes the earlier the larger its share is, and the freedom from harm the earlier the smaller the share is.
  static func stages(through point: LiveShares) -> [EnvelopeStage] {
    var stages: [EnvelopeStage] = []
    for step in (0..<levelCount).reversed() {
      let level = (Double(step) + 0.5) / Double(levelCount)
      let stage = EnvelopeStage(
        help: point.goLives { $0 >= level }, harm: point.goLives { $0 > 1 - level })
      if stage != stages.last { stages.append(stage) }
    }
    return stages
  }
}
