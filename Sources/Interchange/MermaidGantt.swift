public import RoadmapModel

/// A plan as a Mermaid Gantt chart, which GitHub, GitLab and many wikis draw.
///
/// Sections are elements; critical capabilities are marked `crit`. Mermaid draws no arrows between tasks and no freezes, so those are left
/// out; days are the true ones, stages are milestones.
public struct MermaidGantt: Sendable {
  /// The text of the chart.
  public let text: String

  /// Writes a plan.
  ///
  /// - Complexity: linear in the size of the plan.
  public init(plan: Plan, roadmap: Roadmap, language: Language = .english) {
    var lines = [
      "gantt", "  title \(MermaidText.plain(plan.scenario))", "  dateFormat YYYY-MM-DD", "  axisFormat %b %Y",
    ]
    for group in PlanGroup.groups(of: plan, in: roadmap, language) {
      lines.append("  section \(MermaidText.plain(group.name))")
      for entry in group.members {
        let name = roadmap.capability(entry.id)?.name[language] ?? entry.id.text
        let tags = (entry.isCritical ? ["crit"] : []) + [MermaidText.name(entry.id.text)]
        // A task of no time would be drawn as one of a day; as a milestone it has none.
        let kind = entry.start == entry.finish ? ["milestone"] : []
        let days = ["\(entry.start)", entry.start == entry.finish ? "0d" : "\(entry.finish)"]
        lines.append("  \(MermaidText.plain(name)) :\((kind + tags + days).joined(separator: ", "))")
      }
    }
    if !plan.stages.isEmpty {
      lines.append("  section \(Self.stages(language))")
      for stage in plan.stages {
        let name = roadmap.maturity.stages.first { $0.id == stage.stage }?.name[language] ?? stage.stage.text
        lines.append(
          "  \(MermaidText.plain(name)) :milestone, \(MermaidText.name("stage-\(stage.stage)")), \(stage.reachedOn), 0d"
        )
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func stages(_ language: Language) -> String {
    LocalizedText("Stages", dutch: "Fasen", swedish: "Steg")[language]
  }
}
