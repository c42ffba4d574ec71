import Foundation

/// A colour of the screen (sRGB), with the measures by which people can tell colours apart.
public struct Color: Hashable, Sendable {
  /// The share of red light, as the screen's value.
  public let red: UInt8
  /// The share of green light, as the screen's value.
  public let green: UInt8
  /// The share of blue light, as the screen's value.
  public let blue: UInt8
  /// How much the colour covers; 255 hides what is behind it.
  public let alpha: UInt8

  /// A colour from its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour from six hexadecimal digits, such as `0xE69F00`.
  public init(_ rgb: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb))
  }

  /// A colour from text, if that is `#RRGGBB` or `#RRGGBBAA` and nothing else.
  ///
  /// Colours from elsewhere come in here: other text has made Graphviz crash, or would end the attribute it is in.
  public init?(hex: String) {
    let digits = hex.utf8.dropFirst().map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 8 else { return nil }
    let values = digits.compactMap(\.self)
    guard values.count == digits.count else { return nil }
    let bytes = stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes.count == 4 ? bytes[3] : 255)
  }

  /// The colour as `#RRGGBB`, or as `#RRGGBBAA` if something shines through; for DOT, SVG and CSS alike.
  public var hex: String {
    let bytes = [red, green, blue] + (alpha == 255 ? [] : [alpha])
    return "#" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// The same colour, covering only so much of what is behind it.
  public func withAlpha(_ alpha: UInt8) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }
}

extension Color {
  /// White.
  public static let white = Color(0xFFFFFF)
  /// Black.
  public static let black = Color(0x000000)

  /// How much light the opaque colour gives, from 0 (black) to 1 (white), as WCAG 2.2 defines it.
  public var relativeLuminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// How light the opaque colour looks, from 0 (black) to 100 (white): L* of CIE 1976.
  ///
  /// It is what is left of a colour on a black-and-white print; steps of 2 to 3 can be seen side by side.
  public var lightness: Double {
    let luminance = relativeLuminance
    return luminance > 216 / 24_389 ? 116 * cbrt(luminance) - 16 : luminance * 24_389 / 27
  }

  /// The contrast of two opaque colours, from 1 (equal) to 21 (black on white).
  ///
  /// WCAG 2.2 asks for 4.5 between a text and what is behind it, and for 3 between a line and what is beside it.
  public func contrast(with other: Color) -> Double {
    let luminances = [relativeLuminance, other.relativeLuminance]
    return (max(luminances[0], luminances[1]) + 0.05) / (min(luminances[0], luminances[1]) + 0.05)
  }

  /// Black or white, whichever is easier to read on this colour; the contrast is never below 4.5.
  public var readableText: Color {
    contrast(with: .white) >= contrast(with: .black) ? .white : .black
  }

  private static func linear(_ value: UInt8) -> Double {
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
