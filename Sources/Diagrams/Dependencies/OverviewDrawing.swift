import RoadmapModel

/// Draws the collapsed view of dependencies.
struct OverviewDrawing {
  private(set) var canvas: Canvas

  init(_ layout: OverviewLayout, theme: Theme) {
    canvas = Canvas(frame: layout.frame)
    let (network, words) = (layout.network, layout.words)
    canvas.add(layout.header[0], named: "dependencies title", color: theme.text)
    canvas.add(layout.header[1], named: "dependencies note", color: theme.mutedText)
    for heading in layout.headings {
      canvas.fill(heading.frame, theme.heading(forStage: heading.stage))
      canvas.add(heading.title, named: "stage name \(heading.stage + 1)", color: theme.onStrong)
    }
    for box in layout.boxes {
      let kind = layout.kind(of: box)
      canvas.add(
        Canvas.Node(
          name: box.name, frame: box.frame, text: box.text,
          look: theme.look(of: kind.ofOne, theme.swatch(forElement: box.element)),
          id:
            "cluster-\(network.roadmap.maturity.stages[box.stage].id)-\(network.roadmap.maturity.elements[box.element].id)",
          classes: ["cluster", "\(kind.ofOne)"],
          tip: box.members.map { network.roadmap.capabilities[$0].name[words.language] }.joined(
            separator: "\n")))
    }
    for arrow in layout.arrows {
      let (tail, head) = (layout.boxes[arrow.tail].name, layout.boxes[arrow.head].name)
      canvas.connect(
        tail, head, along: arrow.corners, theme.stroke(of: arrow.key), classes: ["need"],
        tip: words.needs(arrow.count))
    }
    canvas.draw(layout.legend, theme)
  }
}
