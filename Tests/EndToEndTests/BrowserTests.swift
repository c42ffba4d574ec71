import Diagrams
import Foundation
import GraphvizRendering
import RoadmapModel
import Testing

/// Drawings as a real browser shows them, with whatever fonts it has.
@Suite(
  .enabled(
    if: Browser.program != nil, "no Chromium is installed; install the package chromium to run these tests"))
struct BrowserTests {
  /// Every view of a small shop, light and dark.
  @Test(arguments: ["light", "dark"]) func everyTextOfASmallShopIsInItsBox(appearance: String) throws {
    let shop = try DiagramCommandTests.shop.get()
    let scratch = try Scratch()
    var drawings: [String] = []
    for view in ["roadmap", "dependencies", "levels", "critical", "decisions", "diff"] {
      let against = view == "diff" ? ["--against", shop.path("poor.json")] : []
      let run = try Tool.run(
        [
          "diagram", "shop.yaml", "--plan", "shop.json", "--view", view, "--appearance", appearance, "-o",
          scratch.path("x.svg"),
        ] + against, in: shop.url)
      #expect(run.status == 0, "\(run.diagnostics)")
      drawings.append(String(decoding: try scratch.bytes("x.svg"), as: UTF8.self))
    }
    let report = try Self.measure(drawings)
    #expect(report.texts > 60)
    #expect(report.bad == "")
  }

  /// A large scenario, with the long names of the catalog.
  @Test(
    arguments: [
      ("global-brand", Language.dutch, []), ("fashion-retailer-lean", .swedish, []),
      ("global-brand-lean", .english, [.element, .team]),
    ] as [(String, Language, [RoadmapOptions.Lanes])])
  func everyTextOfAScenarioIsInItsBox(
    name: String, language: Language, lanes: [RoadmapOptions.Lanes]
  ) throws {
    let sample = try ScenarioDiagramsTests.Sample(name)
    let drawings = try sample.documents(in: language, lanes: lanes, stages: []).map { _, document in
      let svg = try GraphvizRenderer().render(document.dot, engine: .pinned, format: .svg)
      return String(decoding: document.finished(svg: svg), as: UTF8.self)
    }
    let report = try Self.measure(drawings)
    #expect(report.texts > 200)
    #expect(report.bad == "")
  }

  /// The number of texts in drawings, and those that are not within their shapes.
  private static func measure(_ drawings: [String]) throws -> (texts: Int, bad: String) {
    let scratch = try Scratch()
    let pictures = drawings.map { "<div>\($0.drop { $0 != "\n" })</div>" }.joined()
    try scratch.write(
      "<!doctype html><meta charset=utf-8>\(pictures)<script>\(measuring)</script>", to: "x.html")
    let page = try Browser.show(scratch.path("x.html"))
    let report = try #require(page.firstMatch(of: /measured (\d+) texts, bad: \[(.*?)\]/))
    return (Int(report.1) ?? 0, String(report.2))
  }

  /// Compares the box of each text, as it is set, with that of the shape around it, or with the whole drawing.
  private static let measuring = """
    const bad = [];
    let count = 0;
    for (const svg of document.querySelectorAll('svg')) {
      const whole = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() != '');
      count += texts.length;
      for (const text of texts) {
        const box = text.getBoundingClientRect(), node = text.closest('g.node');
        const shape = node && !node.classList.contains('label') ? node.querySelector('polygon, path, ellipse') : null;
        const room = shape ? shape.getBoundingClientRect() : whole;
        const fits = box.left >= room.left - 1 && box.right <= room.right + 1
          && box.top >= room.top - 2 && box.bottom <= room.bottom + 2;
        if (!fits) bad.push(text.textContent);
      }
    }
    document.title = `measured ${count} texts, bad: [${bad.join('; ')}]`;
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
