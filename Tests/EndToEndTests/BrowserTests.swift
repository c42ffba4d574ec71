import Foundation
import Testing

/// Drawings as a real browser shows them, with whatever fonts it has.
@Suite(
  .enabled(
    if: Browser.program != nil, "no Chromium is installed; install the package chromium to run these tests"))
struct BrowserTests {
  @Test(arguments: ["roadmap", "dependencies", "levels", "critical", "decisions"], ["light", "dark"])
  func everyTextIsInItsBox(view: String, appearance: String) throws {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    let run = try Tool.run(
      [
        "diagram", "shop.yaml", "--effort", "quick", "--view", view, "--appearance", appearance, "-o",
        "x.svg",
      ],
      in: scratch.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    let svg = String(decoding: try scratch.bytes("x.svg"), as: UTF8.self)
    let picture = svg.drop { $0 != "\n" }
    try scratch.write(
      "<!doctype html><meta charset=utf-8>\(picture)<script>\(Self.measuring)</script>", to: "x.html")
    let page = try Browser.show(scratch.path("x.html"))
    let report = try #require(page.firstMatch(of: /measured (\d+) texts, bad: \[(.*?)\]/))
    #expect((Int(report.1) ?? 0) > 5)
    #expect(report.2 == "")
  }

  /// Compares the box of each text, as it is set, with that of the shape around it, or with the whole drawing.
  private static let measuring = """
    const svg = document.querySelector('svg'), whole = svg.getBoundingClientRect(), bad = [];
    const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() != '');
    for (const text of texts) {
      const box = text.getBoundingClientRect(), node = text.closest('g.node');
      const shape = node && !node.classList.contains('label') ? node.querySelector('polygon, path, ellipse') : null;
      const room = shape ? shape.getBoundingClientRect() : whole;
      const fits = box.left >= room.left - 1 && box.right <= room.right + 1
        && box.top >= room.top - 2 && box.bottom <= room.bottom + 2;
      if (!fits) bad.push(text.textContent);
    }
    document.title = `measured ${texts.length} texts, bad: [${bad.join('; ')}]`;
    """
}

/// A headless browser, if there is one.
enum Browser {
  static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return names.lazy.flatMap { name in folders.map { URL(filePath: "\($0)/\(name)") } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// The page as it is after its scripts have run.
  static func show(_ path: String) throws -> String {
    let run = try Tool.run(
      try #require(program),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom",
        "file://\(path)",
      ])
    return run.text
  }
}
