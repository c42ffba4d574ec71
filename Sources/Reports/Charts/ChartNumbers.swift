import RoadmapModel

/// How numbers are written beside the axes of a chart: short, and the same on every machine.
struct ChartNumbers: Sendable {
  let language: Language
  /// The currency's code; nil when amounts stand alone.
  let currency: String?

  /// An amount such as `EUR 1.24M` or `350k`.
  func money(_ amount: Double) -> String {
    let number = short(amount)
    return currency.map { "\($0)\u{A0}\(number)" } ?? number
  }

  /// A number with at most three digits and `k`, `M` or `bn`.
  func short(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    let size = value.magnitude
    let units: [(Double, String)] = [(1e9, billion), (1e6, million), (1e3, "k")]
    for (unit, letter) in units where size >= unit * 0.99995 {
      return digits(value / unit, decimals: size / unit < 9.995 ? 2 : size / unit < 99.95 ? 1 : 0) + letter
    }
    return digits(value, decimals: size < 9.995 && size != size.rounded() ? 2 : 0)
  }

  private var million: String { language == .dutch ? "\u{A0}mln" : language == .swedish ? "\u{A0}mn" : "M" }
  private var billion: String { language == .dutch ? "\u{A0}mld" : language == .swedish ? "\u{A0}md" : "bn" }

  /// A share such as `4.5%`.
  func percent(_ share: Double) -> String {
    let points = share * 100
    let sign = language == .swedish ? "\u{A0}%" : "%"
    return digits(points, decimals: points.magnitude < 9.995 && points != points.rounded() ? 1 : 0) + sign
  }

  /// A value of a path.
  func value(_ value: Double, of measure: Forecast.Path.Measure) -> String {
    switch measure {
    case .cash, .revenue, .profit, .orderValue, .costToServe: money(value)
    case .conversion, .margin, .returnRate, .churn, .reorderRate: percent(value)
    case .visits, .customers, .orders: short(value)
    }
  }

  private func digits(_ value: Double, decimals: Int) -> String {
    let factor = [1.0, 10, 100][decimals]
    let whole = Int64((value * factor).rounded(.toNearestOrAwayFromZero))
    var text = String(whole.magnitude)
    while text.count <= decimals { text = "0" + text }
    var fraction = Substring()
    if decimals > 0 {
      fraction = text.suffix(decimals)
      text = String(text.dropLast(decimals))
      while fraction.last == "0" { fraction.removeLast() }
    }
    let mark = language == .english ? "." : ","
    return (whole < 0 ? "-" : "") + text + (fraction.isEmpty ? "" : mark + fraction)
  }
}
