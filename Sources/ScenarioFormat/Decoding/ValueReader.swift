import RoadmapModel

/// Reads values of the tree and notes in the log what is wrong with them; nil always means that the log knows why.
struct ValueReader {
  let log: FindingLog

  /// Reads a scalar.
  func scalar<Value>(_ node: LocatedNode, _ read: (String) throws(Mistake) -> Value) -> Value? {
    guard let text = node.scalar, !node.isNull else {
      let mistake = Mistake(
        .expectedValue, "a single value is wanted here, not \(node.shapeDescription)",
        advice: "Write one value after the key.")
      log.report(mistake, at: node.place)
      return nil
    }
    do {
      return try read(text)
    } catch {
      log.report(error, at: node.place)
      return nil
    }
  }

  func amount(_ node: LocatedNode) -> Double? { scalar(node, ScalarValue.amount) }
  func fraction(_ node: LocatedNode) -> Double? { scalar(node, ScalarValue.fraction) }
  func people(_ node: LocatedNode) -> People? { scalar(node, ScalarValue.people) }
  func wholeNumber(_ node: LocatedNode) -> Int? { scalar(node, ScalarValue.wholeNumber) }
  func answer(_ node: LocatedNode) -> Bool? { scalar(node, ScalarValue.answer) }
  func weeks(_ node: LocatedNode) -> Double? { scalar(node, TimeSpan.weeks) }
  func date(_ node: LocatedNode) -> CivilDate? { scalar(node, DayText.date) }
  func plainText(_ node: LocatedNode) -> String? { scalar(node, Word.text) }

  func identifier<Subject>(_ node: LocatedNode) -> Identifier<Subject>? {
    scalar(node) { text throws(Mistake) in try Word.identifier(text) }
  }

  func word<Value: RawRepresentable<String> & CaseIterable>(_ node: LocatedNode) -> Value? {
    scalar(node) { text throws(Mistake) in try Word.read(text, as: Value.self) }
  }

  /// A number of something for each month.
  func monthlyAmount(_ node: LocatedNode) -> Double? {
    scalar(node) { text throws(Mistake) in
      try Rate.value(text, per: .month, .proportional, number: ScalarValue.amount)
    }
  }

  /// A growth for each year, as a fraction.
  func yearlyGrowth(_ node: LocatedNode) -> Double? {
    scalar(node) { text throws(Mistake) in
      try Rate.value(text, per: .year, .growth, number: ScalarValue.fraction)
    }
  }

  /// A text in one language for all, or in several.
  func localizedText(_ node: LocatedNode) -> LocalizedText? {
    guard case .mapping = node.content else { return plainText(node).map { LocalizedText($0) } }
    guard let section = section(node, at: node.place, keys: Language.self) else { return nil }
    let english = required(.english, of: section, plainText)
    let dutch = optional(.dutch, of: section, plainText)
    let swedish = optional(.swedish, of: section, plainText)
    return english.map { LocalizedText($0, dutch: dutch, swedish: swedish) }
  }

  /// A list of identifiers, none of them twice.
  func identifiers<Subject>(_ node: LocatedNode) -> [Identifier<Subject>]? {
    placedIdentifiers(node)?.map(\.id)
  }

  /// A list of identifiers with their places, none of them twice.
  func placedIdentifiers<Subject>(_ node: LocatedNode) -> [(id: Identifier<Subject>, place: Place)]? {
    var seen: Set<Identifier<Subject>> = []
    return list(node) { member in
      guard let id: Identifier<Subject> = identifier(member) else { return nil }
      if seen.insert(id).inserted { return (id, member.place) }
      log.report(.listedTwice(id.text), at: member.place)
      return nil
    }
  }
}

extension Mistake {
  fileprivate static func listedTwice(_ id: String) -> Mistake {
    Mistake(.listedTwice, "'\(id)' stands in the list already", advice: "Take it out once.")
  }
}
