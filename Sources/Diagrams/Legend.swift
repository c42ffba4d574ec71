/// The things that a legend may explain, in the order in which it does.
enum LegendKey: Hashable, Sendable, CaseIterable {
  case planned
  case critical
  case live
  case begun
  case missing
  case unplanned
  case notApplicable
  case somePlanned
  case someCritical
  case allLive
  case someBegun
  case someMissing
  case someUnplanned
  case need
  case prerequisite
  case tightPrerequisite
  case criticalPrerequisite
  case choice
  case junction
  case lag
  case alternatives
  case milestone
  case deadline
  case today
  case finishRange
  case freeze
  case load
  case demanded
  case demandedChoice
  case front
  case slack
  case slackBeyond
  case sharedPeople
  case sharedPlace
  case sharedPeopleOrPlace
  case added
  case goneLive
  case dropped
  case movedFrom
  case moved
  case recosted
  case unchanged
  case question
  case waiting
  case chosen
  case taken
  case notTaken

  /// What it is called.
  func name(in words: DiagramVocabulary) -> String {
    switch self {
    case .planned: words.legendPlanned
    case .critical: words.legendCritical
    case .live: words.legendLive
    case .begun: words.legendBegun
    case .missing: words.legendMissing
    case .unplanned: words.legendUnplanned
    case .notApplicable: words.legendNotApplicable
    case .somePlanned: words.legendSomePlanned
    case .someCritical: words.legendSomeCritical
    case .allLive: words.legendAllLive
    case .someBegun: words.legendSomeBegun
    case .someMissing: words.legendSomeMissing
    case .someUnplanned: words.legendSomeUnplanned
    case .need: words.legendNeed
    case .prerequisite: words.legendPrerequisite
    case .tightPrerequisite: words.legendTightPrerequisite
    case .criticalPrerequisite: words.legendCriticalPrerequisite
    case .choice: words.legendChoice
    case .junction: words.legendJunction
    case .lag: words.legendLag
    case .alternatives: words.legendAlternatives
    case .milestone: words.legendMilestone
    case .deadline: words.legendDeadline
    case .today: words.legendToday
    case .finishRange: words.legendFinishRange
    case .freeze: words.legendFreeze
    case .load: words.legendLoad
    case .demanded: words.legendDemanded
    case .demandedChoice: words.legendDemandedChoice
    case .front: words.legendFront
    case .slack: words.legendSlack
    case .slackBeyond: words.legendSlackBeyond
    case .sharedPeople: words.legendSharedPeople
    case .sharedPlace: words.legendSharedPlace
    case .sharedPeopleOrPlace: words.legendSharedPeopleOrPlace
    case .added: words.legendAdded
    case .goneLive: words.legendGoneLive
    case .dropped: words.legendDropped
    case .movedFrom: words.legendMovedFrom
    case .moved: words.legendMoved
    case .recosted: words.legendRecosted
    case .unchanged: words.legendUnchanged
    case .question: words.legendQuestion
    case .waiting: words.legendTrigger
    case .chosen: words.legendChosen
    case .taken: words.legendTaken
    case .notTaken: words.legendNotTaken
    }
  }
}

extension LegendKey {
  /// The key of one capability that looks like a box for several.
  var ofOne: LegendKey {
    switch self {
    case .somePlanned: .planned
    case .someCritical: .critical
    case .allLive: .live
    case .someBegun: .begun
    case .someMissing: .missing
    case .someUnplanned: .unplanned
    default: self
    }
  }
}

/// Samples of what a diagram shows, with their names, in as many rows as they need.
struct Legend: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let key: LegendKey
    /// Where the sample is drawn.
    let sample: Rectangle
    let name: TextBox
  }

  let entries: [Entry]
  let maxY: Double

  private static let sampleSize = (width: 26.0, height: 12.0)
  private static let rowHeight = 19.0

  /// Lays out entries from left to right, in rows no wider than `width` unless a single entry is.
  init(_ keys: [LegendKey], words: DiagramVocabulary, minX: Double, minY: Double, width: Double) {
    var entries: [Entry] = []
    var (x, row) = (minX, 0)
    for key in LegendKey.allCases where keys.contains(key) {
      let text = key.name(in: words)
      let needed = Self.sampleSize.width + 6 + TextStyle.legend.metrics.width(of: text)
      if x > minX, x + needed > minX + width { (x, row) = (minX, row + 1) }
      let midY = minY + (Double(row) + 0.5) * Self.rowHeight
      let sample = Rectangle(
        x: x, y: midY - Self.sampleSize.height / 2, width: Self.sampleSize.width,
        height: Self.sampleSize.height)
      let name = TextBox([text], style: .legend, alignment: .leading, x: sample.maxX + 6, midY: midY)
      entries.append(Entry(key: key, sample: sample, name: name))
      x += needed + 20
    }
    self.entries = entries
    self.maxY = entries.isEmpty ? minY : minY + Double(row + 1) * Self.rowHeight
  }
}
