import Testing

@testable import Diagrams

/// That the check of geometry sees each kind of mistake.
@Suite struct SceneTests {
  private func node(_ name: String, _ x: Double, _ y: Double, text: String? = nil) -> Scene.Node {
    let frame = Rectangle(x: x, y: y, width: 60, height: 20)
    return Scene.Node(
      name: name, frame: frame,
      text: text.map { TextBox([$0], style: .bar, alignment: .centre, x: frame.midX, midY: frame.midY) })
  }

  private func label(_ name: String, _ x: Double, _ y: Double) -> Scene.Label {
    Scene.Label(name: name, text: TextBox(["label"], style: .bar, alignment: .leading, x: x, midY: y))
  }

  private var sound: Scene {
    var scene = Scene(frame: Rectangle(x: 0, y: 0, width: 400, height: 100))
    scene.nodes = [node("a", 10, 10, text: "a"), node("b", 200, 60)]
    scene.labels = [label("l", 300, 20)]
    scene.edges = [
      Scene.Edge(
        tail: "a", head: "b", corners: [Point(70, 20), Point(120, 20), Point(120, 70), Point(200, 70)])
    ]
    return scene
  }

  @Test func aSoundSceneHasNoFlaws() {
    #expect(sound.flaws == [] && sound.crowding == [])
  }

  private func small(_ x: Double, _ y: Double) -> Scene.Node {
    Scene.Node(name: "c", frame: Rectangle(x: x, y: y, width: 9, height: 9), text: nil)
  }

  private func flaws(of spoil: (inout Scene) -> Void) -> [String] {
    var scene = sound
    spoil(&scene)
    return scene.flaws
  }

  private func crowding(of spoil: (inout Scene) -> Void) -> [String] {
    var scene = sound
    spoil(&scene)
    return scene.crowding
  }

  @Test func nodesThatOverlapOrLeaveTheDrawingAreSeen() {
    #expect(flaws { $0.nodes.append(small(65, 5)) } == ["'a' overlaps 'c'"])
    #expect(flaws { $0.nodes.append(small(395, 5)) } == ["'c' is not on the drawing"])
  }

  @Test func objectsOfOneNameAreSeen() {
    let region = Scene.Region(
      name: "r", frame: Rectangle(x: 0, y: 0, width: 9, height: 9), fill: nil, outline: Theme.standard.noLine)
    #expect(flaws { $0.regions = [region, region] } == ["two objects are called 'region r'"])
    #expect(flaws { $0.nodes.append(node("a", 120, 10)) }.contains("two objects are called 'a'"))
  }

  @Test func textsInTheWayAreSeen() {
    #expect(flaws { $0.labels.append(label("m", 240, 65)) } == ["the text 'm' lies over 'b'"])
    #expect(flaws { $0.labels.append(label("m", 305, 20)) } == ["the texts 'l' and 'm' overlap"])
    #expect(flaws { $0.labels.append(label("m", 390, 80)) } == ["the text 'm' is not on the drawing"])
  }

  @Test func textsOverLinesAreSeen() {
    func line(_ x: Double, _ y: ClosedRange<Double>) -> [String] {
      flaws { $0.lines.append(Scene.Line(name: "deadline", x: x, y: y)) }
    }
    #expect(line(310, 0...100) == ["the text 'l' lies over the line of 'deadline'"])
    #expect(line(310, 40...100) == [])
    #expect(line(290, 0...100) == [])
  }

  @Test func arrowsThatLoseTheirWayAreSeen() {
    let name = "the arrow from 'a' to 'b'"
    func flaws(along corners: [Point], to head: String = "b") -> [String] {
      self.flaws { $0.edges[0] = Scene.Edge(tail: "a", head: head, corners: corners) }
    }
    #expect(self.flaws { $0.labels.append(label("m", 110, 45)) } == ["\(name) runs through the text 'm'"])
    #expect(self.flaws { $0.nodes.append(small(115, 40)) } == ["\(name) runs through 'c'"])
    let bent = [Point(120, 20), Point(120, 70)]
    #expect(flaws(along: [Point(75, 20)] + bent + [Point(200, 70)]) == ["\(name) does not begin at its node"])
    #expect(flaws(along: [Point(70, 20)] + bent + [Point(190, 70)]) == ["\(name) does not end at its node"])
    #expect(flaws(along: [Point(70, 20), Point(200, 70)]) == ["\(name) does not run along the axes"])
    #expect(flaws(along: [Point(70, 20)], to: "x") == ["the arrow from 'a' to 'x' has no ends"])
  }

  @Test func arrowsThatTouchHeadsOfOthersAreSeen() {
    func flaws(_ corners: [Point], from tail: String = "a", to head: String = "c") -> [String] {
      self.flaws {
        $0.nodes.append(small(300, 80))
        $0.edges.append(Scene.Edge(tail: tail, head: head, corners: corners))
      }
    }
    let below = [Point(300, 84)]
    let flaw = "the arrow from 'a' to 'c' runs into the head of that from 'a' to 'b'"
    // Past the head, upright and beside it.
    #expect(flaws([Point(70, 24), Point(194, 24), Point(194, 84)] + below) == [flaw])
    #expect(
      flaws([Point(70, 24), Point(150, 24), Point(150, 74), Point(196, 74), Point(196, 84)] + below) == [flaw]
    )
    #expect(flaws([Point(70, 24), Point(184, 24), Point(184, 84)] + below) == [])
    // Towards the head, as if it led into it.
    #expect(
      flaws([Point(70, 24), Point(130, 24), Point(130, 70), Point(189, 70), Point(189, 84)] + below) == [flaw]
    )
    #expect(
      flaws([Point(70, 24), Point(130, 24), Point(130, 70), Point(186, 70), Point(186, 84)] + below) == [])
    // An arrow that begins at the node is none of those that end there.
    let out = [Point(200, 66), Point(190, 66), Point(190, 74), Point(300, 74), Point(300, 80)]
    #expect(
      flaws(out, from: "b").contains {
        $0.hasPrefix("the arrow from 'b' to 'c' runs into the head of that from 'a' to 'b'")
      })
    // Arrows to one node may share a head.
    #expect(flaws([Point(70, 24), Point(150, 24), Point(150, 70), Point(200, 70)], to: "b") == [])
  }

  @Test func arrowsOnOneLineAreSeen() {
    func crowding(at x: Double, from tail: String = "c", to head: String = "d") -> [String] {
      self.crowding {
        $0.nodes += [
          small(65, 80),
          Scene.Node(name: "d", frame: Rectangle(x: 200, y: 20, width: 9, height: 9), text: nil),
        ]
        $0.edges.append(
          Scene.Edge(
            tail: tail, head: head,
            corners: [Point(74, 84), Point(x, 84), Point(x, 24), Point(200, 24)]))
      }
    }
    #expect(
      crowding(at: 120) == ["the arrow from 'a' to 'b' and the arrow from 'c' to 'd' run on one line"])
    #expect(crowding(at: 124) == [])
    #expect(crowding(at: 120, from: "a") == [])
  }

  @Test func arrowsAlongALineAreSeen() {
    func crowding(_ x: Double, _ y: ClosedRange<Double>) -> [String] {
      self.crowding { $0.lines.append(Scene.Line(name: "deadline", x: x, y: y)) }
    }
    #expect(crowding(121, 0...100) == ["the arrow from 'a' to 'b' runs along the line of 'deadline'"])
    #expect(crowding(123, 0...100) == [])
    #expect(crowding(120, 0...30) == [])
  }

  @Test func aTextThatIsTooWideIsSeen() {
    var scene = sound
    scene.nodes[0] = node("a", 10, 10, text: "a text that is much too wide")
    #expect(scene.flaws == ["the text of 'a' does not fit"])
  }

  @Test func arrowsCloseToTextsAreSeen() {
    func crowding(_ y: Double) -> [String] { self.crowding { $0.labels.append(label("m", 140, y)) } }
    let half = TextStyle.bar.metrics.lineHeight / 2
    #expect(crowding(70 - half - 3.5) == ["the arrow from 'a' to 'b' runs close to the text 'm'"])
    #expect(crowding(70 - half - 4.5) == [])
  }

  @Test func arrowsOutsideOfTheDaysAreSeen() {
    func crowding(_ span: ClosedRange<Double>) -> [String] { self.crowding { $0.span = span } }
    let flaw = ["the arrow from 'a' to 'b' runs outside of the days"]
    #expect(crowding(70...200) == [])
    #expect(crowding(72...200) == flaw)
    #expect(crowding(70...198) == flaw)
  }
}
