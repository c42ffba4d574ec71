import RoadmapModel
import Testing

@testable import Diagrams

/// That what a drawing leaves out, at its end or in its units, is said.
@Suite struct MoneyAndSlackTests {
  private func roadmap(weeks: Int) throws -> RoadmapLayout {
    let sample = try SampleRoadmap(
      [.init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 4))], weeks: weeks)
    return RoadmapLayout(
      of: RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english))
  }

  @Test func moneyAfterTheDrawingIsSaid() throws {
    let cut = try #require(try roadmap(weeks: 40).footer.moneyNote).lines.joined(separator: " ")
    #expect(cut.contains("Quarters are not discounted"))
    #expect(cut.contains("The drawing ends on 31\u{A0}Mar\u{A0}2027; after that come a cost of EUR\u{A0}"))
    let whole = try #require(try roadmap(weeks: 8).footer.moneyNote).lines.joined(separator: " ")
    #expect(!whole.contains("The drawing ends"))
  }

  @Test func budgetsSayHowOftenTheyCome() {
    func cycle(_ starts: [String]) -> LoadStrip.Cycle {
      let days = starts.compactMap { CivilDate(iso: $0) }
      return LoadStrip.Cycle(
        of: days.map { Budget.Window(from: $0, through: $0, amount: .zero) })
    }
    #expect(cycle(["2027-01-04"]) == .once)
    #expect(cycle(["2027-02-08", "2027-04-01", "2027-07-01"]) == .quarter)
    #expect(cycle(["2027-01-04", "2027-02-01", "2027-03-01"]) == .month)
    #expect(cycle(["2027-06-07", "2028-01-01", "2029-01-01"]) == .year)
    #expect(cycle(["2027-01-04", "2027-03-01", "2027-09-01", "2027-10-01"]) == .irregular)
    #expect(DiagramVocabulary(.english).allowance("EUR 9k", in: .quarter) == "EUR 9k a quarter")
  }

  /// Slack that reaches beyond the drawing has a mark, which the legend explains.
  @Test(arguments: [157, 12]) func slackThatGoesOnHasAMark(weeks: Int) throws {
    let sample = try SampleRoadmap(
      [
        .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 4), isCritical: true),
        .init(id: "b", name: "B", stage: "crawl", element: "data", weeks: (0, 2)),
      ], weeks: weeks)
    let (plan, calendar) = (sample.plan, sample.roadmap.calendar)
    // A plan that reaches no stage: slack lasts until the calendar ends.
    let free = Plan(
      scenario: plan.scenario, currency: plan.currency, status: plan.status, objective: plan.objective,
      value: plan.value, stages: [], capabilities: plan.capabilities, notPlanned: plan.notPlanned,
      budget: plan.budget, quarters: plan.quarters, teams: plan.teams, seed: plan.seed, effort: plan.effort,
      inputHash: plan.inputHash)
    let layout = CriticalLayout(
      of: CriticalContent(RoadmapContent(plan: free, roadmap: sample.roadmap, language: .english)))
    let isCut = calendar.end > layout.axis.end
    #expect(isCut == (weeks == 157))
    #expect(layout.bars.map(\.goesOn) == [false, isCut])
    #expect(layout.legend.entries.map(\.key).contains(.slackBeyond) == isCut)
    let slack = try #require(layout.bars[1].slack)
    #expect(slack.maxX <= layout.axis.endX)
    #expect(layout.bars[1].label.frame.minX - slack.maxX > 8)
  }

  @Test func slackIsSaidToEndAtStagesAndPromises() {
    let note = DiagramVocabulary(.english).slackNote
    #expect(
      note.contains("a stage up to the target, a promised day") && note.contains("the end of the calendar"))
  }

  /// A strip that no screen shows whole is known to be one.
  @Test func stripsAreKnown() throws {
    let sample = try SampleRoadmap(
      [.init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 150))])
    func isStrip(_ scale: RoadmapOptions.Scale) -> Bool {
      RoadmapDiagram(
        plan: sample.plan, roadmap: sample.roadmap, options: RoadmapOptions(scale: scale)
      ).document.isStrip
    }
    #expect(isStrip(.weeks))
    #expect(!isStrip(.quarters))
  }

  /// A part of a roadmap names below its lanes what its bars need and lead to elsewhere.
  @Test func partsNameWhatLeadsElsewhere() throws {
    let shop = try SampleRoadmap.shop()
    func texts(_ filter: CapabilityFilter) -> [String] {
      let content = RoadmapContent(
        plan: shop.plan, roadmap: shop.roadmap, language: .english, options: RoadmapOptions(filter: filter))
      #expect(content.summary.contains("elsewhere") == !filter.isEmpty)
      let footer = RoadmapLayout(of: content).footer
      #expect(footer.moneyNote?.lines.first?.hasPrefix("Whole plan: ") == !filter.isEmpty)
      return footer.elsewhere.texts.map { $0.lines.joined(separator: " ") }
    }
    #expect(texts(CapabilityFilter()) == [])
    let data = texts(CapabilityFilter(elements: ["data"]))
    #expect(data.contains { $0.hasPrefix("Complete cart interactions needs: Product catalogue (15") })
    #expect(data.contains { $0.contains("leads to: Abandoned cart email (") })
    let document = RoadmapDiagram(
      plan: shop.plan, roadmap: shop.roadmap,
      options: RoadmapOptions(filter: CapabilityFilter(elements: ["data"]))
    ).document
    #expect(document.flaws == [])
  }

  /// So do a part of the critical chain and of a comparison, whose titles name the part.
  @Test func partsOfOtherViewsNameWhatLeadsElsewhere() throws {
    let (shop, before) = (try SampleRoadmap.shop(), try SampleRoadmap.earlierShop())
    for elements in [[], ["data"]] as [Set<ElementID>] {
      let options = RoadmapOptions(filter: CapabilityFilter(elements: elements))
      let base = RoadmapContent(plan: shop.plan, roadmap: shop.roadmap, language: .english, options: options)
      let critical = CriticalLayout(of: CriticalContent(base))
      let difference = DifferenceLayout(
        of: DifferenceContent(
          PlanDifference(from: before.plan, to: shop.plan), base: base, earlier: before.roadmap))
      for (notes, plotMaxY, legendMinY) in [
        (critical.elsewhere, critical.plotMaxY, critical.legend.entries[0].sample.minY),
        (difference.elsewhere, difference.plotMaxY, difference.legend.entries[0].sample.minY),
      ] {
        let texts = notes.texts.map { $0.lines.joined(separator: " ") }
        #expect(texts.contains { $0.contains("leads to: Abandoned cart email (") } == !elements.isEmpty)
        for text in notes.texts { #expect(text.frame.minY >= plotMaxY && text.frame.maxY <= legendMinY) }
      }
      #expect(critical.content.title.contains("only Data") == !elements.isEmpty)
      #expect(difference.content.title.contains("only Data") == !elements.isEmpty)
      #expect(CriticalDrawing(critical, theme: .standard).canvas.scene.flaws == [])
      #expect(DifferenceDrawing(difference, theme: .standard).canvas.scene.flaws == [])
    }
  }

  /// An arrow for people does not hide under one for a prerequisite between the same bars.
  @Test func arrowsForPeopleHaveLinesOfTheirOwn() throws {
    let shop = try SampleRoadmap.shop()
    let base = RoadmapContent(plan: shop.plan, roadmap: shop.roadmap, language: .english)
    var content = CriticalContent(base)
    content.links += content.links.map { .init(tail: $0.tail, head: $0.head, kind: .people) }
    let routes = CriticalLayout(of: content).routes
    #expect(routes.count >= 4)
    #expect(
      SharedLine.pairs(among: routes.map(\.corners)) {
        (routes[$0].link.kind == .people) != (routes[$1].link.kind == .people)
      } == [])
  }

  /// A dashed arrow on the line of a solid one would seem to begin in it.
  @Test func dashedArrowsHaveLinesOfTheirOwn() throws {
    let shop = try SampleRoadmap.shop()
    let roadmap = RoadmapLayout(
      of: RoadmapContent(plan: shop.plan, roadmap: shop.roadmap, language: .english))
    let words = DiagramVocabulary(.english)
    let network = DependencyNetwork(roadmap: shop.roadmap, plan: shop.plan)
    let layout = DependencyLayout(of: network, title: "", words: words, theme: .standard)
    let decisions = DecisionContent(
      roadmap: shop.roadmap, plan: shop.plan, filter: CapabilityFilter(), words: words)
    for canvas in [
      RoadmapDrawing(roadmap, theme: .standard).canvas, DependencyDrawing(layout, DependencyOptions()).canvas,
      DecisionDrawing(DecisionLayout(of: decisions), links: nil, theme: .standard).canvas,
    ] {
      let edges = canvas.scene.edges
      #expect(Set(edges.map(\.stroke.dash)) == [.solid, .dashed])
      let shared = SharedLine.pairs(among: edges.map(\.corners)) {
        edges[$0].stroke.dash != edges[$1].stroke.dash
      }
      #expect(shared == [])
    }
  }

  /// Arrows keep clear of the lines of stages, and out of the gap between a bar and its name.
  @Test func arrowsKeepClearOfLinesAndNames() throws {
    let shop = try SampleRoadmap.shop()
    let layout = RoadmapLayout(
      of: RoadmapContent(plan: shop.plan, roadmap: shop.roadmap, language: .english))
    let scene = RoadmapDrawing(layout, theme: .standard).canvas.scene
    let gaps = layout.lanes.bars.filter { !$0.isLabelInside }.map {
      Rectangle(between: $0.frame, and: $0.label.frame)
    }
    #expect(!gaps.isEmpty && !scene.lines.isEmpty)
    for edge in scene.edges {
      for (from, to) in zip(edge.corners, edge.corners.dropFirst()) where from.x == to.x {
        let isLong = abs(from.y - to.y) > RoadmapMeasures.rowHeight
        #expect(!isLong || scene.lines.allSatisfy { abs($0.x - from.x) >= 6 })
        #expect(!isLong || !gaps.contains { $0.overlaps(Rectangle(spanning: from, to)) })
      }
    }
  }

  /// A stage whose band is narrow has its name there all the same as long as that fits, and the first one has it to the left of the band.
  @Test func narrowBandsHaveNames() throws {
    func bands(weeks: Int) throws -> [RoadmapHeader.StageBand] {
      let sample = try SampleRoadmap([
        .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, weeks)),
        .init(id: "b", name: "B", stage: "walk", element: "data", weeks: (0, 60)),
      ])
      let content = RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english)
      return RoadmapLayout(of: content).header.bands
    }
    func labels(weeks: Int) throws -> [String?] { try bands(weeks: weeks).map { $0.label?.lines[0] } }
    #expect(try bands(weeks: 1).map(\.isLabelBeside) == [true, false])
    #expect(try labels(weeks: 20) == ["towards Crawl", "towards Walk"])
    #expect(try labels(weeks: 7) == ["\u{2192} Crawl", "towards Walk"])
    #expect(try labels(weeks: 5) == ["towards Crawl", "towards Walk"])
    #expect(try labels(weeks: 1) == ["towards Crawl", "towards Walk"])
  }

  /// What waits under the limit on work is not said to wait for people.
  @Test func theLimitOnWorkIsNotCalledPeople() throws {
    func keys(_ kinds: [Plan.Wait.Kind]) throws -> [LegendKey] {
      var items: [SampleRoadmap.Item] = [
        .init(
          id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 4), isCritical: true, teams: ["t"])
      ]
      for (index, kind) in kinds.enumerated() {
        items.append(
          .init(
            id: CapabilityID("b\(index)"), name: "B", stage: "crawl", element: "data", weeks: (4, 9),
            isCritical: true, waitsFor: Plan.Wait(kind), teams: ["t"]))
      }
      let sample = try SampleRoadmap(items)
      let layout = CriticalLayout(
        of: CriticalContent(
          RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english)))
      #expect(layout.routes.count == kinds.count)
      let shared: [LegendKey] = [.sharedPeople, .sharedPlace, .sharedPeopleOrPlace]
      return layout.legend.entries.map(\.key).filter(shared.contains)
    }
    #expect(try keys([.team]) == [.sharedPeople])
    #expect(try keys([.workInProgress]) == [.sharedPlace])
    #expect(try keys([.workInProgress, .team]) == [.sharedPeopleOrPlace])
    #expect(try keys([]) == [])
  }

  /// Names of the catalog are not shortened on the critical chain, in whatever language.
  @Test func longNamesStayWhole() throws {
    let name = "Analys av senaste k\u{F6}p, k\u{F6}pfrekvens och k\u{F6}pv\u{E4}rde (RFM-analys)"
    let sample = try SampleRoadmap([
      .init(id: "a", name: LocalizedText(name), stage: "crawl", element: "data", weeks: (0, 4))
    ])
    let content = CriticalContent(
      RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .swedish))
    #expect(content.items[0].lines[0].hasSuffix(name))
  }

  /// What a plan is worth is what its parts add up to, in the figures that are written.
  @Test func figuresAddUp() {
    let words = DiagramVocabulary(.english)
    func sum(_ amounts: [Double]) -> [String] {
      words.sum(of: amounts.map { Money(units: $0) }, currency: "EUR")
    }
    let space = "\u{A0}"
    #expect(
      sum([1_184_000, 2_061_000, 877_000]) == ["EUR\(space)1.18M", "EUR\(space)2.06M", "EUR\(space)0.88M"])
    // Rounded alone, the parts would make 1.01.
    #expect(
      sum([1_004_000, 1_998_000, 994_000]) == ["EUR\(space)1.00M", "EUR\(space)1.99M", "EUR\(space)0.99M"])
    #expect(
      sum([-40_600, 9_400, 50_000]) == ["\u{2212}EUR\(space)40.6k", "EUR\(space)9.4k", "EUR\(space)50.0k"])
    #expect(sum([-50_000, 0, 50_000])[1] == "EUR\(space)0")
    #expect(sum([0, 0, 0]) == ["EUR\(space)0", "EUR\(space)0", "EUR\(space)0"])
    #expect(sum([310, 420, 110]) == ["EUR\(space)310", "EUR\(space)420", "EUR\(space)110"])
    #expect(
      DiagramVocabulary(.dutch).sum(of: [2_500, 5_000, 2_500].map { Money(units: $0) }, currency: nil) == [
        "2,50k", "5,00k", "2,50k",
      ])
  }

  /// For whatever amounts, in the last digit that is written.
  @Test(arguments: 0..<40 as Range<UInt64>) func roundedFiguresAddUp(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let (impact, scores, cost) = (numbers.below(90_000_000), numbers.below(500_000), numbers.below(9_000_000))
    let amounts = [impact + scores - cost, impact, scores, cost].map { Money(cents: Int64($0)) }
    let texts = DiagramVocabulary(.english).sum(of: amounts, currency: nil)
    let figures = try texts.map { text in
      let digits = text.filter { $0.isNumber }
      // Thousandths of a million are thousands.
      #expect(text.last == texts[0].last || ["0", "k"].contains(text.last) && !text.contains("."))
      return try #require(Int(digits)) * (text.hasPrefix("\u{2212}") ? -1 : 1)
    }
    #expect(figures[0] == figures[1] + figures[2] - figures[3], "\(texts)")
  }
}
