package import RoadmapModel

/// The names of things in one language, and dates and amounts as people write them.
package struct Names: Sendable {
  package let roadmap: Roadmap
  package let language: Language

  /// The names of a roadmap in a language.
  package init(_ roadmap: Roadmap, language: Language) {
    self.roadmap = roadmap
    self.language = language
  }

  /// The name of a capability.
  package func capability(_ id: CapabilityID) -> String {
    roadmap.capability(id)?.name[language] ?? id.text
  }

  /// The name of a team.
  package func team(_ id: TeamID) -> String {
    roadmap.team(id)?.name[language] ?? id.text
  }

  /// The name of a stage.
  package func stage(_ id: StageID) -> String {
    roadmap.maturity.stages.first { $0.id == id }?.name[language] ?? id.text
  }

  /// The name of an alternative.
  package func alternative(_ alternative: Alternative) -> String {
    alternative.name[language]
  }

  /// The quoted name of what an activity stands for.
  func quoted(activity: Int, _ compiled: CompiledRoadmap) -> String {
    switch compiled.subject(of: activity) {
    case .capability(let position): "'\(roadmap.capabilities[position].name[language])'"
    case .milestone(let rank): "'\(roadmap.maturity.stages[rank].name[language])'"
    }
  }

  /// The first day of a period.
  package func date(_ period: Int) -> String {
    roadmap.calendar.date(of: Period(period)).description
  }

  /// Cents as an amount with thousands set apart, without cents.
  package func money(_ cents: Int64) -> String {
    let units = (cents.magnitude + 50) / 100
    var digits = String(units)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    let separator = language == .english ? "," : language == .dutch ? "." : " "
    let number = groups.joined(separator: separator)
    let currency = roadmap.business.map { "\($0.currency) " } ?? ""
    return "\(currency)\(cents < 0 && units > 0 ? "-" : "")\(number)"
  }

  /// Hundredths as a number with one decimal.
  package func tenths(_ hundredths: Int) -> String {
    let tenths = (hundredths + 5) / 10
    return "\(tenths / 10)\(language == .english ? "." : ",")\(tenths % 10)"
  }
}
