import RoadmapModel

extension ValueReader {
  /// A range with its evidence: one value, a list of two or three, or a map with `range`, `distribution`, `evidence` and `source`.
  func estimate(_ node: LocatedNode, at place: Place, _ number: (LocatedNode) -> Double?) -> Estimate? {
    guard case .mapping = node.content else { return range(node, number) }
    guard let section = section(node, at: place, keys: EstimateKey.self) else { return nil }
    let evidence = evidence(section, grade: .evidence, source: .source)
    let distribution = distribution(section, .distribution)
    var estimate = required(.range, of: section) { range($0, number) }
    estimate?.evidence = evidence
    estimate?.distribution = distribution
    return estimate
  }

  /// A range of money for each month: every value is a rate, or the map says `per`.
  func monthlyEstimate(_ node: LocatedNode, at place: Place) -> Estimate? {
    guard case .mapping = node.content else { return range(node, monthlyAmount) }
    guard let section = section(node, at: place, keys: MonthlyEstimateKey.self) else { return nil }
    let evidence = evidence(section, grade: .evidence, source: .source)
    let distribution = distribution(section, .distribution)
    var estimate = monthlyRange(section, range: .range, per: .per)
    estimate?.evidence = evidence
    estimate?.distribution = distribution
    return estimate
  }

  /// The range of a map that may say `per` once for all its values.
  func monthlyRange<Key>(_ section: Section<Key>, range rangeKey: Key, per perKey: Key) -> Estimate? {
    guard section[perKey] != nil else {
      return required(rangeKey, of: section) { range($0, monthlyAmount) }
    }
    let unit: TimeUnit? = optional(perKey, of: section, word)
    let estimate = required(rangeKey, of: section) { range($0, amount) }
    guard let unit, let estimate else { return nil }
    func monthly(_ value: Double) -> Double { Rate.convert(value, from: unit, to: .month, .proportional) }
    return Estimate(
      low: monthly(estimate.low), likely: monthly(estimate.likely), high: monthly(estimate.high))
  }

  /// Low, likely and high: one value has no spread, and between two values the likely one lies half way.
  func range(_ node: LocatedNode, _ number: (LocatedNode) -> Double?) -> Estimate? {
    guard let members = node.sequence else { return number(node).map { Estimate($0) } }
    guard (2...3).contains(members.count) else {
      let mistake = Mistake(
        .rangeSize, "a range has two or three values, not \(members.count)",
        advice: "Write it as [low, high] or [low, likely, high].")
      log.report(mistake, at: node.place)
      return nil
    }
    let values = members.compactMap(number)
    guard values.count == members.count, let low = values.first, let high = values.last else { return nil }
    return Estimate(low: low, likely: values.count == 3 ? values[1] : (low + high) / 2, high: high)
  }

  /// How the values of a range are distributed; PERT when it does not say.
  func distribution<Key>(_ section: Section<Key>, _ key: Key) -> Estimate.Distribution {
    optional(key, of: section, word) ?? .pert
  }

  /// Where the numbers of a section come from; a guess when it does not say.
  func evidence<Key>(_ section: Section<Key>, grade: Key, source: Key) -> Evidence {
    let written: EvidenceGrade? = optional(grade, of: section, word)
    let sourceID: SourceID? = optional(source, of: section, identifier)
    if section[source] != nil && section[grade] == nil {
      let mistake = Mistake(
        .sourceWithoutEvidence, "there is a source, but no grade of evidence",
        advice: "Add 'evidence: A', B, C, V or M, or take the source out.")
      log.reading(section.path + [source.rawValue]) { log.report(mistake, at: section.place(of: source)) }
    }
    return Evidence(written ?? .guess, source: sourceID)
  }
}
