public import RoadmapModel

/// A plan as a PlantUML Gantt chart: sections are elements, and arrows are needs that hold between planned capabilities.
public struct PlantUMLGantt: Sendable {
  /// The text of the chart.
  public let text: String

  /// Writes a plan.
  ///
  /// - Complexity: linear in the sizes of plan and roadmap.
  public init(plan: Plan, roadmap: Roadmap, language: Language = .english) {
    var lines = ["@startgantt", "title \(Self.plain(plan.scenario))"]
    let start = plan.capabilities.map(\.start).min() ?? roadmap.calendar.start
    lines += ["Project starts \(min(start, roadmap.calendar.start))", "projectscale monthly"]
    for group in PlanGroup.groups(of: plan, in: roadmap, language) {
      lines.append("-- \(Self.plain(group.name)) --")
      for entry in group.members {
        let name = Self.plain(roadmap.capability(entry.id)?.name[language] ?? entry.id.text)
        let alias = Self.alias(entry.id.text)
        if entry.start == entry.finish {
          lines.append("[\(name)] as [\(alias)] happens \(entry.start)")
        } else {
          // The last day of work is the day before it is live.
          lines.append(
            "[\(name)] as [\(alias)] starts \(entry.start) and ends \(entry.finish.advanced(by: -1))")
        }
        if entry.isCritical { lines.append("[\(alias)] is colored in #E0A080/#C25600") }
      }
    }
    for need in PlanNeed.needs(in: roadmap) {
      guard let first = plan.planned(need.prerequisite), let then = plan.planned(need.dependent),
        first.start < first.finish, then.start < then.finish, first.finish <= then.start
      else { continue }
      lines.append("[\(Self.alias(first.id.text))] -> [\(Self.alias(then.id.text))]")
    }
    for stage in plan.stages {
      let name = roadmap.maturity.stages.first { $0.id == stage.stage }?.name[language] ?? stage.stage.text
      lines.append(
        "[\(Self.plain(name)) ] as [\(Self.alias("stage-\(stage.stage)"))] happens \(stage.reachedOn)")
    }
    text = (lines + ["@endgantt"]).joined(separator: "\n") + "\n"
  }

  /// A text without what ends a name or starts markup; there is no way to quote.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "[": result.append("(")
      case "]": result.append(")")
      case "<": result.append("\u{2039}")
      case ">": result.append("\u{203A}")
      case "@": result.append("\u{FF20}")
      case "!": result.append("\u{FF01}")
      case "\\", "~", "\"", "*", "/", "_", "-", "'", "#", "%", "$", "{", "}", "|":
        // A single one of these is harmless; doubled, some start markup.
        if result.last != scalar { result.append(scalar == "\\" || scalar == "%" ? " " : scalar) }
      default:
        let category = scalar.properties.generalCategory
        let isBreak = category == .control || category == .lineSeparator || category == .paragraphSeparator
        result.append(isBreak ? " " : scalar)
      }
    }
    let words = String(result).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? "\u{2026}" : words
  }

  private static func alias(_ text: String) -> String { MermaidText.name(text) }
}
