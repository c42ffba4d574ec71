public import RoadmapModel

/// What needs what as a Mermaid flowchart: stages are subgraphs, choices are dotted arrows, and waiting times stand on the arrows.
public struct MermaidFlowchart: Sendable {
  /// The text of the chart.
  public let text: String

  /// Writes the capabilities of a roadmap, with the days of a plan where there is one.
  ///
  /// - Complexity: linear in the size of the roadmap.
  public init(roadmap: Roadmap, plan: Plan? = nil, language: Language = .english) {
    var lines = ["flowchart LR"]
    for stage in roadmap.maturity.stages {
      let members = roadmap.capabilities.filter { $0.stage == stage.id }
      guard !members.isEmpty else { continue }
      lines.append(
        "  subgraph \(MermaidText.name("stage-\(stage.id)"))[\(MermaidText.quoted(stage.name[language]))]")
      for capability in members {
        let day = plan?.planned(capability.id).map { " \u{B7} \($0.finish)" } ?? ""
        let label = MermaidText.quoted(capability.name[language] + day)
        let name = MermaidText.name(capability.id.text)
        lines.append(
          "    \(name)" + (roadmap.state(of: capability.id) == .live ? "[\(label)]" : "(\(label))"))
      }
      lines.append("  end")
    }
    for need in PlanNeed.needs(in: roadmap) {
      let label = need.lag > 0 ? "|\(MermaidText.quoted("+\(need.lag)w"))|" : ""
      let arrow = need.isChoice ? "-.->" : "-->"
      lines.append(
        "  \(MermaidText.name(need.prerequisite.text)) \(arrow)\(label) \(MermaidText.name(need.dependent.text))"
      )
    }
    let critical = plan?.capabilities.filter(\.isCritical).map { MermaidText.name($0.id.text) } ?? []
    if !critical.isEmpty {
      lines += [
        "  classDef critical stroke:#C25600,stroke-width:3px;",
        "  class \(critical.joined(separator: ",")) critical;",
      ]
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}
