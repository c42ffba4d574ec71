import Testing

@testable import Diagrams

/// Whether what diagrams draw on top of each other can be told apart (WCAG 2.2: 4.5 for text, 3 for lines), on light and dark ground.
@Suite struct DiagramContrastTests {
  private static let themes = [Theme.standard, Theme.dark]

  /// The colours that the tint of a lane gives on the bands of the stages, and on nothing.
  private func lanes(_ theme: Theme) -> [Color] {
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

  @Test(arguments: themes) func labelsBesideBarsAreReadable(theme: Theme) {
    for lane in lanes(theme) { #expect(theme.text.contrast(with: lane) >= 7, "\(lane.hex)") }
  }

  @Test(arguments: themes) func labelsInBarsAreReadable(theme: Theme) {
    for swatch in theme.swatches {
      #expect(theme.onStrong.contrast(with: swatch.strong) >= 4.5, "\(swatch.strong.hex)")
      #expect(theme.onFill.contrast(with: swatch.fill) >= 7, "\(swatch.fill.hex)")
    }
  }

  private static let arrows: [LegendKey] = [
    .prerequisite, .tightPrerequisite, .criticalPrerequisite, .choice, .need,
  ]

  @Test(arguments: arrows, themes) func arrowsAreVisible(key: LegendKey, theme: Theme) {
    for lane in lanes(theme) { #expect(theme.stroke(of: key).color.contrast(with: lane) >= 3, "\(lane.hex)") }
  }

  @Test func arrowsDifferWithoutColour() {
    let theme = Theme.standard
    let keys: [LegendKey] = [.prerequisite, .tightPrerequisite, .criticalPrerequisite, .choice]
    let looks = keys.map { "\(theme.stroke(of: $0).width) \(theme.stroke(of: $0).dash)" }
    #expect(Set(looks).count == looks.count)
  }
}
