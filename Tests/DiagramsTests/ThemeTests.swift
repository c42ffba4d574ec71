import Foundation
import Testing

@testable import Diagrams

@Suite struct ThemeTests {
  private let theme = Theme.standard
  private static let themes = [Theme.standard, Theme.dark]

  private var fillPairs: [(Color, Color)] {
    let fills = theme.swatches.map(\.fill)
    return fills.indices.flatMap { first in fills[(first + 1)...].map { (fills[first], $0) } }
  }

  @Test(arguments: themes) func textIsReadableOnEverything(theme: Theme) {
    let backgrounds = theme.stageBands + [theme.background]
    for background in backgrounds {
      #expect(theme.text.contrast(with: background) >= 4.5, "\(background.hex)")
    }
    for background in theme.stageBands + [theme.background] {
      #expect(theme.mutedText.contrast(with: background) >= 4.5, "\(background.hex)")
    }
    for heading in theme.stageHeadings {
      #expect(theme.onStrong.contrast(with: heading) >= 4.5, "\(heading.hex)")
    }
  }

  @Test(arguments: themes) func linesAreVisible(theme: Theme) {
    for swatch in theme.swatches {
      #expect(swatch.line.contrast(with: theme.background) >= 4.5, "\(swatch.line.hex)")
    }
    for role in Theme.LineRole.allCases where role != .grid {
      for background in theme.stageBands + [theme.background] {
        #expect(theme.stroke(role).color.contrast(with: background) >= 3, "\(role) on \(background.hex)")
      }
    }
  }

  /// What is critical stands out from the colour of every element that it is filled with.
  @Test(arguments: themes) func criticalOutlinesAreSeenOnEveryElement(theme: Theme) {
    for swatch in theme.swatches {
      #expect(theme.criticalOutline.color.contrast(with: swatch.strong) >= 2.5, "\(swatch.strong.hex)")
      #expect(theme.criticalOutline.color != swatch.line)
    }
    for stroke in [theme.inapplicableOutline, theme.stroke(.removed)] { #expect(stroke.width >= 1.8) }
  }

  @Test func fillsDifferWithoutColour() {
    #expect(theme.swatches.count == 8)
    for (one, other) in fillPairs {
      #expect(abs(one.lightness - other.lightness) >= 3.5, "\(one.hex) \(other.hex)")
    }
    #expect(Set(theme.swatches.map(\.symbol)).count == 8)
  }

  @Test(arguments: ColorVision.allCases) func fillsDifferForEveryKindOfSight(_ vision: ColorVision) {
    for (one, other) in fillPairs {
      #expect(vision.difference(one, other) >= 10, "\(one.hex) \(other.hex)")
    }
  }

  @Test func symbolsHaveAWidthAndAreNoEmoji() {
    let metrics = TextMetrics(size: 1_000)
    for swatch in theme.swatches { #expect(metrics.width(of: String(swatch.symbol)) < 1_000) }
  }

  @Test func linesDifferByMoreThanColour() {
    let looks = Theme.LineRole.allCases.map { role in
      let stroke = theme.stroke(role)
      return "\(stroke.width) \(stroke.dash)"
    }
    #expect(Set(looks).count == looks.count)
  }

  @Test func neighbouringBandsDiffer() {
    for bands in [theme.stageBands, theme.stageHeadings] {
      for (one, other) in zip(bands, bands.dropFirst()) {
        #expect(one.lightness - other.lightness >= 3, "\(one.hex) \(other.hex)")
      }
    }
  }

  /// The style sheet names a colour by its use; a colour with two roles of one use would be turned into the wrong one.
  @Test func darkRulesAreUnambiguous() {
    let rules = Theme.standard.styleSheet(dark: .dark).split(separator: "\n").filter { $0.contains("]{") }
    let selectors = rules.map { $0.prefix { $0 != "{" } }
    #expect(rules.count > 30)
    #expect(Set(selectors).count == selectors.count)
    for fill in theme.swatches.flatMap({ [$0.fill, $0.strong] }) {
      #expect(!selectors.contains { $0.hasPrefix("  :not(text)") && $0.contains(fill.hex.lowercased()) })
    }
    for text in [theme.onStrong, theme.onFill] {
      #expect(!selectors.contains { $0.hasPrefix("  text") && $0.contains(text.hex.lowercased()) })
    }
  }

  @Test func looksRepeat() {
    #expect(theme.swatch(forElement: 3) == theme.swatch(forElement: 11))
    #expect(theme.swatch(forElement: 0) != theme.swatch(forElement: 7))
    #expect(theme.band(forStage: 1) == theme.band(forStage: 4))
    #expect(theme.heading(forStage: 2) == theme.heading(forStage: 5))
  }
}

/// How a colour looks to people with and without the three kinds of colour blindness.
///
/// The matrices are those of Machado, Oliveira and Fernandes (2009) for the strongest form, on linear light.
enum ColorVision: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The distance of two colours as they look, in CIELAB (CIE 1976); about 2 can just be seen.
  func difference(_ one: Color, _ other: Color) -> Double {
    zip(lab(one), lab(other)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func lab(_ color: Color) -> [Double] {
    let light = [color.red, color.green, color.blue].map { value in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let seen = product(matrix, light).map { min(1, max(0, $0)) }
    let whitePoint = [0.95047, 1, 1.08883]
    let xyz = product(
      [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], seen)
    let roots = zip(xyz, whitePoint).map { value, white in
      value / white > 216.0 / 24_389 ? cbrt(value / white) : (24_389.0 / 27 * value / white + 16) / 116
    }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }

  private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
  }
}
