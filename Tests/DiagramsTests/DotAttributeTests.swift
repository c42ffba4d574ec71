import Testing

@testable import Diagrams

@Suite struct DotAttributeTests {
  private func pair(_ attribute: DotAttribute) -> String { "\(attribute.name)=\(attribute.value)" }

  @Test(arguments: [
    (DotAttribute.label("a\nb"), #"label="a\nb""#), (.label(["a"], alignment: .left), #"label="a\l""#),
    (.outerLabel("&"), #"xlabel="&amp;""#), (.tooltip(#"\T"#), #"tooltip="T""#),
    (.id("a b"), #"id="a_20_b""#),
    (.styleClass("\""), #"class="_22_""#), (.link(toID: "javascript:x"), ##"URL="#javascript_3A_x""##),
    (.font(.regular), #"fontname="Helvetica""#), (.font(.bold), #"fontname="Helvetica-Bold""#),
    (.fontSize(9.5), "fontsize=9.5"), (.color(Color(0xE69F00)), ##"color="#E69F00""##),
    (.fillColor(Color.black.withAlpha(1)), ##"fillcolor="#00000001""##), (.penWidth(2), "penwidth=2"),
    (.style(.rounded, .filled, .filled), #"style="filled,rounded""#), (.style(.invisible), #"style="invis""#),
    (.position(x: 1.5, y: -2), #"pos="1.5,-2!""#), (.margin(x: 36, y: 7.2), #"margin="0.5,0.1""#),
    (.padding(18), "pad=0.25"), (.edgeSeparation(3), #"esep="+3""#), (.splines(.orthogonal), "splines=ortho"),
    (.rankDirection(.leftToRight), "rankdir=LR"), (.arrowHead(.open), "arrowhead=vee"),
    (.constraint(false), "constraint=false"), (.minimumLength(2), "minlen=2"),
    (.edgesFirst, "outputorder=edgesfirst"),
  ])
  func attributesAreEncoded(_ attribute: DotAttribute, _ text: String) {
    #expect(pair(attribute) == text)
  }

  @Test func sizesAreInInches() {
    let size = DotAttribute.fixedSize(width: 144, height: 36)
    #expect(size.map(pair) == ["fixedsize=true", "width=2", "height=0.5"])
  }

  @Test func strokesAreColorWidthAndDash() {
    let solid = Theme.Stroke(color: .black, width: 1, dash: .solid)
    let dashed = Theme.Stroke(color: .black, width: 1, dash: .dashed)
    #expect(DotAttribute.stroke(solid).map(pair) == [##"color="#000000""##, "penwidth=1"])
    #expect(DotAttribute.stroke(solid, .filled).last.map(pair) == #"style="filled""#)
    #expect(DotAttribute.stroke(dashed, .filled).last.map(pair) == #"style="dashed,filled""#)
  }

  @Test func routesAreCurvesWithATip() {
    let curve = [(x: 0.0, y: 1.0), (x: 2, y: 1), (x: 3.5, y: 1), (x: 4, y: 1)]
    let next = [(x: 4.0, y: 1.0), (x: 5, y: 1), (x: 6, y: 1), (x: 7, y: 1)]
    let route = DotAttribute.route([curve], tip: (x: 10, y: 1))
    #expect(route.name == "pos")
    #expect(route.value == #""e,10,1 0,1 2,1 3.5,1 4,1""#)
    #expect(
      DotAttribute.route([curve, next], tip: (x: 10, y: 1)).value
        == #""0,1 2,1 3.5,1 4,1;e,10,1 4,1 5,1 6,1 7,1""#)
  }

  @Test func outlinesHaveASizeOfTheirOwn() {
    let size = DotAttribute.fixedOutline(width: 144, height: 36)
    #expect(size.map { "\($0.name)=\($0.value)" } == ["fixedsize=shape", "width=2", "height=0.5"])
  }
}
