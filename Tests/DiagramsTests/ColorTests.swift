import Testing

@testable import Diagrams

@Suite struct ColorTests {
  @Test(arguments: ["#000000", "#E69F00", "#FFFFFF", "#0A0B0C", "#11223344", "#12345600"])
  func hexTextComesBack(_ text: String) {
    #expect(Color(hex: text)?.hex == text)
  }

  @Test func smallLettersAndFullAlphaAreNormalised() {
    #expect(Color(hex: "#e69f00")?.hex == "#E69F00")
    #expect(Color(hex: "#E69F00ff")?.hex == "#E69F00")
    #expect(Color(hex: "#E69F00") == Color(0xE69F00))
    #expect(Color(0x010203).withAlpha(128).hex == "#01020380")
  }

  @Test(arguments: [
    "", "#", "red", "E69F00", "#E69F0", "#E69F000", "#eef", "#GGGGGG", "#E69F00 ", " #E69F00", "#E69F00;",
    "&amp;",
    "#E69F00\"", "#-1-1-1", "#\u{FF11}\u{FF11}\u{FF11}\u{FF11}\u{FF11}\u{FF11}", "#E69F0\u{0}",
    "#E69F00\u{301}",
  ])
  func otherTextIsNoColor(_ text: String) {
    #expect(Color(hex: text) == nil)
  }

  /// Values from the examples of WCAG and from the definition of L*.
  @Test func luminanceAndLightnessHaveTheirEnds() {
    #expect(Color.white.relativeLuminance == 1)
    #expect(Color.black.relativeLuminance == 0)
    #expect(abs(Color.white.lightness - 100) < 1e-9)
    #expect(Color.black.lightness == 0)
    #expect(abs(Color(0x777777).lightness - 50.03) < 0.01)
    #expect(abs(Color(0xFF0000).lightness - 53.23) < 0.02)
  }

  @Test func contrastIsThatOfWCAG() {
    #expect(abs(Color.white.contrast(with: .black) - 21) < 1e-9)
    #expect(Color.white.contrast(with: .white) == 1)
    #expect(abs(Color(0x777777).contrast(with: .white) - 4.478) < 0.001)
    #expect(Color(0x777777).contrast(with: .white) == Color.white.contrast(with: Color(0x777777)))
  }

  @Test func readableTextIsAlwaysReadable() {
    for grey: UInt32 in 0...255 {
      let color = Color(grey << 16 | grey << 8 | grey)
      #expect(color.contrast(with: color.readableText) >= 4.5)
    }
    #expect(Color(0x0072B2).readableText == .white)
    #expect(Color(0xF0E442).readableText == .black)
  }
}
