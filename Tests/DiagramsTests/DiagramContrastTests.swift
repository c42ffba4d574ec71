import Testing

@testable import Diagrams

/// Whether what diagrams draw on top of each other can be told apart (WCAG 2.2: 4.5 for text, 3 for lines).
@Suite struct DiagramContrastTests {
  private let theme = Theme.standard

  /// The colours that the tint of a lane gives on the bands of the stages, and on nothing.
  private var lanes: [Color] {
    theme.swatches.flatMap { swatch in
      (theme.stageBands + [theme.background]).map {
        Self.blend(swatch.fill, RoadmapDrawing.laneTint, over: $0)
      }
    }
  }

  private static func blend(_ color: Color, _ alpha: UInt8, over behind: Color) -> Color {
    func mix(_ front: UInt8, _ back: UInt8) -> UInt8 {
      UInt8((Int(front) * Int(alpha) + Int(back) * (255 - Int(alpha))) / 255)
    }
    return Color(
      red: mix(color.red, behind.red), green: mix(color.green, behind.green),
      blue: mix(color.blue, behind.blue))
  }

  @Test func labelsBesideBarsAreReadable() {
    for lane in lanes { #expect(theme.text.contrast(with: lane) >= 7, "\(lane.hex)") }
  }

  @Test func labelsInBarsAreReadable() {
    for swatch in theme.swatches {
      #expect(Color.white.contrast(with: swatch.line) >= 4.5, "\(swatch.line.hex)")
      #expect(Color.black.contrast(with: swatch.fill) >= 7, "\(swatch.fill.hex)")
    }
  }

  @Test(arguments: [LegendKey.prerequisite, .tightPrerequisite, .criticalPrerequisite, .choice, .need])
  func arrowsAreVisible(key: LegendKey) {
    for lane in lanes { #expect(theme.stroke(of: key).color.contrast(with: lane) >= 3, "\(lane.hex)") }
  }

  @Test func arrowsDifferWithoutColour() {
    let keys: [LegendKey] = [.prerequisite, .tightPrerequisite, .criticalPrerequisite, .choice]
    let looks = keys.map { "\(theme.stroke(of: $0).width) \(theme.stroke(of: $0).dash)" }
    #expect(Set(looks).count == looks.count)
  }
}
