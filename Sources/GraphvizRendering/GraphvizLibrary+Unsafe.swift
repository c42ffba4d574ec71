import CGraphviz
import Synchronization

/// The Graphviz library behind one lock; the only code that calls it.
///
/// Graphviz keeps its state in global variables, even with a context per thread, so all of reading, layout,
/// rendering and release happens while the lock is held. What a job acquires is released by a `defer` beside it.
struct GraphvizLibrary: ~Copyable {
  /// One drawing to make.
  struct Job: Sendable {
    let text: String
    let engine: LayoutEngine
    let format: OutputFormat
    let nodeLimit: Int
    let tolerated: [String]
  }

  private typealias Graph = UnsafeMutablePointer<Agraph_t>

  private static let shared = Mutex(GraphvizLibrary())

  private let disciplines = Disciplines()
  /// The library's context, which stays from job to job, since each one that is made costs some memory for good.
  private var context: OpaquePointer?
  /// Names of shapes that the library has called unknown; it does so once in a process and then keeps silent.
  private var unknownShapes: Set<String> = []

  private init() {}

  /// Makes a drawing, after the drawings that were asked for before it.
  static func run(_ job: Job) throws(RenderingError) -> [UInt8] {
    try shared.withLock { library throws(RenderingError) in try library.run(job) }
  }

  private mutating func run(_ job: Job) throws(RenderingError) -> [UInt8] {
    agseterrf(Self.collect)
    agseterr(AGWARN)
    Self.pieces.withLock { $0 = [] }

    let context = self.context ?? gvContext()
    self.context = context
    // With the context goes the memory of which colours and fonts the library has complained of, as it does once.
    defer {
      if Self.pieces.withLock({ !$0.isEmpty }) {
        gvFreeContext(context)
        self.context = nil
      }
    }
    let graph = try read(job.text)
    defer { agclose(graph) }
    try Self.check(graph, nodeLimit: job.nodeLimit)
    if let dpi = job.format.resolution {
      gait_set_graph_attribute(graph, "dpi", String(dpi))
    }

    let layoutStatus = gvLayout(context, graph, job.engine.rawValue)
    defer {
      if job.engine.isPinned { gait_free_pinned_layout(graph) }
      gvFreeLayout(context, graph)
    }
    recallUnknownShapes(of: graph)
    try Self.judge(layoutStatus, tolerated: job.tolerated)
    if let dpi = job.format.resolution {
      try Self.checkSize(graph, dpi: dpi)
    }
    return try draw(graph, job, in: context)
  }

  private func draw(
    _ graph: Graph, _ job: Job, in context: OpaquePointer?
  ) throws(RenderingError) -> [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    var count = 0
    let status = gait_render(context, graph, job.format.graphvizName, &data, &count)
    defer { gvFreeRenderData(data) }
    try Self.judge(status, tolerated: job.tolerated)
    return Array(UnsafeRawBufferPointer(start: data, count: count))
  }
}

// MARK: - Reading

extension GraphvizLibrary {
  /// The name of a graph that is put behind the text, to see that the reader gets that far and no farther.
  private static let endMark = "_endOfText"

  /// Reads the one graph in a text; the caller closes it.
  private func read(_ text: String) throws(RenderingError) -> Graph {
    agsetfile(nil)
    let graphs = readAll(text + "\ndigraph \(Self.endMark) {}")
    let messages = Self.messages()
    let problem = messages.first { $0.level == .error }
    if problem == nil, graphs.count == 2, Self.name(of: graphs[1]) == Self.endMark {
      agclose(graphs[1])
      return graphs[0]
    }
    let names = graphs.map(Self.name(of:))
    for graph in graphs { agclose(graph) }
    resetReader(openBrackets: text.utf8.count { $0 == UInt8(ascii: "<") })
    if let problem { throw Self.syntaxError(problem, in: text) }
    throw names.isEmpty || names == [Self.endMark] ? .noGraph : .textAfterGraph
  }

  /// The first line of a message, as an error in the text; what follows quotes text beyond its end.
  private static func syntaxError(_ message: GraphvizMessage, in text: String) -> RenderingError {
    let lineCount = 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
    let firstLine = message.text.prefix { !$0.isNewline }
    return .syntax(line: min(message.line ?? 1, lineCount), message: String(firstLine))
  }

  /// Reads graphs until the text ends or is wrong; the caller closes them.
  private func readAll(_ text: String) -> [Graph] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { buffer in
      var rest = buffer
      var graphs: [Graph] = []
      while let graph = agread(&rest, disciplines.all) { graphs.append(graph) }
      return graphs
    }
  }

  /// Brings the reader back to where a text starts.
  ///
  /// The reader of Graphviz keeps its state between texts: after one that ends inside a comment or a string it goes
  /// on in there. Closing each kind in turn ends that, and a graph that comes back shows that it did.
  private func resetReader(openBrackets: Int) {
    for closing in ["", "*/", "\"", String(repeating: ">", count: openBrackets)] {
      for graph in readAll(closing) { agclose(graph) }
      let probes = readAll("digraph probe {}")
      for probe in probes { agclose(probe) }
      if !probes.isEmpty { break }
    }
    Self.pieces.withLock { $0 = [] }
  }

  private static func name(of graph: Graph) -> String {
    agnameof(graph).map { String(cString: $0) } ?? ""
  }
}

// MARK: - Checks

extension GraphvizLibrary {
  /// The longest side of a bitmap that the drawing library makes.
  private static let maximumSide = 32_767.0
  /// The most pixels in a bitmap, which take four bytes each.
  private static let maximumPixels = 100_000_000.0

  /// Refuses what Graphviz would answer with a crash or with a drawing that cannot be repeated.
  private static func check(_ graph: Graph, nodeLimit: Int) throws(RenderingError) {
    if name(of: graph).utf8.first ?? UInt8(ascii: "%") == UInt8(ascii: "%") { throw .unnamedGraph }
    let count = Int(agnnodes(graph))
    if count > nodeLimit { throw .tooManyNodes(count: count, limit: nodeLimit) }
    if let color = colorWithSemicolon(in: graph) { throw .colorWithSemicolon(color) }
  }

  /// A colour of a node, graph or subgraph with a semicolon in it, if there is one.
  private static func colorWithSemicolon(in graph: Graph) -> String? {
    let names: Set = ["color", "fillcolor", "bgcolor"]
    var colors = values(of: names, atNodesOf: graph)
    colors.formUnion(values(of: names, atSubgraphsOf: graph))
    return colors.filter { $0.utf8.contains(UInt8(ascii: ";")) }.min()
  }

  /// Repeats the warnings about shapes that the library gave for an earlier graph, and remembers new ones.
  private mutating func recallUnknownShapes(of graph: Graph) {
    let mark = "for unknown shape "
    let reported = Set(
      Self.messages().compactMap { message in
        message.text.firstRange(of: mark).map { String(message.text[$0.upperBound...]) }
      })
    let silent = Self.values(of: ["shape"], atNodesOf: graph).intersection(unknownShapes).subtracting(
      reported)
    for shape in silent.sorted() {
      Self.pieces.withLock { $0 += ["Warning", ": ", "using box \(mark)\(shape)\n"] }
    }
    unknownShapes.formUnion(reported)
  }

  private static func values(of names: Set<String>, atNodesOf graph: Graph) -> Set<String> {
    var values: Set<String> = []
    for symbol in symbols(named: names, kind: AGNODE, in: graph) {
      var node = agfstnode(graph)
      while let current = node {
        if let value = agxget(current, symbol) { values.insert(String(cString: value)) }
        node = agnxtnode(graph, current)
      }
    }
    return values
  }

  private static func values(of names: Set<String>, atSubgraphsOf root: Graph) -> Set<String> {
    let symbols = symbols(named: names, kind: AGRAPH, in: root)
    var values: Set<String> = []
    var remaining = symbols.isEmpty ? [] : [root]
    while let graph = remaining.popLast() {
      for symbol in symbols {
        if let value = agxget(graph, symbol) { values.insert(String(cString: value)) }
      }
      var child = agfstsubg(graph)
      while let subgraph = child {
        remaining.append(subgraph)
        child = agnxtsubg(subgraph)
      }
    }
    return values
  }

  private static func symbols(
    named names: Set<String>, kind: CInt, in graph: Graph
  ) -> [UnsafeMutablePointer<Agsym_t>] {
    var symbols: [UnsafeMutablePointer<Agsym_t>] = []
    var symbol = agnxtattr(graph, kind, nil)
    while let current = symbol {
      if names.contains(String(cString: current.pointee.name)) { symbols.append(current) }
      symbol = agnxtattr(graph, kind, current)
    }
    return symbols
  }

  /// Refuses a bitmap that the drawing library would shrink, with a line on the standard error stream.
  private static func checkSize(_ graph: Graph, dpi: Int) throws(RenderingError) {
    let pixelsPerPoint = Double(dpi) / 72
    let width = (gait_layout_width(graph) * pixelsPerPoint).rounded(.up)
    let height = (gait_layout_height(graph) * pixelsPerPoint).rounded(.up)
    if width <= maximumSide, height <= maximumSide, width * height <= maximumPixels { return }
    throw .imageTooLarge(width: Int(exactly: width) ?? .max, height: Int(exactly: height) ?? .max)
  }
}

// MARK: - Messages

extension GraphvizLibrary {
  /// What the library reported since the start of the job; a global, because the callback gets no context.
  private static let pieces = Mutex<[String]>([])

  private static let collect: @convention(c) (UnsafeMutablePointer<CChar>?) -> CInt = { text in
    if let text {
      let piece = String(cString: text)
      GraphvizLibrary.pieces.withLock { $0.append(piece) }
    }
    return 0
  }

  private static func messages() -> [GraphvizMessage] {
    GraphvizMessage.messages(from: pieces.withLock { $0 })
  }

  /// Throws the messages if a step failed or has said anything that is not tolerated.
  ///
  /// The status alone would not do: it is 0 after a malformed HTML label, an unknown colour or a missing image.
  private static func judge(_ status: CInt, tolerated: [String]) throws(RenderingError) {
    let all = messages()
    let serious = all.filter { message in
      message.level == .error || !tolerated.contains { message.text.contains($0) }
    }
    if !serious.isEmpty { throw .graphviz(serious) }
    if status != 0 {
      throw .graphviz(all + [GraphvizMessage(level: .error, text: "the drawing failed without a reason")])
    }
  }
}

// MARK: - Disciplines

/// The callbacks by which graphs get their text and their numbers.
///
/// The library keeps pointers to them, so they stay in place until the process ends.
private struct Disciplines {
  let all: UnsafeMutablePointer<Agdisc_t>

  init() {
    let numbering = UnsafeMutablePointer<Agiddisc_t>.allocate(capacity: 1)
    numbering.initialize(to: Self.numbering)
    let input = UnsafeMutablePointer<Agiodisc_t>.allocate(capacity: 1)
    input.initialize(to: Self.input)
    all = .allocate(capacity: 1)
    all.initialize(to: Agdisc_t(mem: nil, id: numbering, io: input))
  }

  /// Reads from the buffer that the channel points to, and shortens it by what was read.
  private static var input: Agiodisc_t {
    Agiodisc_t(
      afread: { channel, target, capacity in
        guard let channel, let target else { return 0 }
        let rest = channel.assumingMemoryBound(to: UnsafeRawBufferPointer.self)
        let count = min(Int(capacity), rest.pointee.count)
        UnsafeMutableRawBufferPointer(start: target, count: count)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: rest.pointee.prefix(count)))
        rest.pointee = UnsafeRawBufferPointer(rebasing: rest.pointee.dropFirst(count))
        return CInt(count)
      },
      putstr: { _, _ in 0 },
      flush: { _ in 0 })
  }

  /// Numbers objects by ``ObjectNames``, which the graph owns from `open` to `close`.
  ///
  /// Names are kept in the graph's own table of strings: the library looks in front of a name for the mark of an
  /// HTML-like string, so other memory will not do.
  private static var numbering: Agiddisc_t {
    Agiddisc_t(
      open: { graph, _ in Unmanaged.passRetained(ObjectNames(of: graph!)).toOpaque() },
      map: { state, _, name, number, creating in
        let names = Disciplines.names(state)
        guard let name else {
          number?.pointee = names.numberForUnnamed()
          return 1
        }
        if let known = agstrbind(names.graph, name).flatMap(names.number(of:)) {
          number?.pointee = known
          return 1
        }
        guard creating != 0, let kept = agstrdup(names.graph, name) else { return 0 }
        number?.pointee = names.add(kept)
        return 1
      },
      alloc: { _, _, _ in 0 },
      free: { _, _, _ in },
      print: { state, _, number in Disciplines.names(state).name(of: number) },
      close: { state in Unmanaged<ObjectNames<Agraph_t>>.fromOpaque(state!).release() },
      idregister: { _, _, _ in })
  }

  private static func names(_ state: UnsafeMutableRawPointer?) -> ObjectNames<Agraph_t> {
    Unmanaged<ObjectNames<Agraph_t>>.fromOpaque(state!).takeUnretainedValue()
  }
}
