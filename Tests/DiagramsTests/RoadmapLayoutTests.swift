import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct RoadmapLayoutTests {
  private func layout(_ sample: SampleRoadmap, _ language: Language = .english) -> RoadmapLayout {
    RoadmapLayout(of: RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: language))
  }

  @Test(arguments: SampleRoadmap.shapes)
  func generatedPlansKeepAllRules(seed: UInt64, count: Int, weeks: Int) throws {
    let sample = try SampleRoadmap.generated(seed: seed, count: count, weeks: weeks)
    let layout = layout(sample)
    #expect(layout.lanes.bars.count == sample.plan.capabilities.count)
    expectRoom(layout, sample)
    expectDates(layout, sample.plan)
  }

  @Test(arguments: Language.allCases) func theShopKeepsAllRules(language: Language) throws {
    let sample = try SampleRoadmap.shop()
    let layout = layout(sample, language)
    expectRoom(layout, sample)
    expectDates(layout, sample.plan)
  }

  /// No two boxes overlap, every label is in its box, and every box is in its lane and on the drawing.
  private func expectRoom(_ layout: RoadmapLayout, _ sample: SampleRoadmap) {
    #expect(RoadmapDrawing(layout, theme: .standard).canvas.scene.flaws == [])
    let bars = layout.lanes.bars
    for bar in bars {
      let lane = layout.lanes.lanes[bar.lane]
      #expect(lane.frame.encloses(bar.frame) && lane.frame.encloses(bar.label.frame), "\(bar.id)")
      for line in bar.label.lines {
        #expect(TextStyle.bar.metrics.width(of: line) <= bar.label.frame.width + 1e-9, "\(bar.id)")
      }
      if bar.isLabelInside {
        #expect(bar.frame.encloses(bar.label.frame), "\(bar.id)")
      } else {
        let offset = RoadmapMeasures.labelOffset - 1e-9
        let isRight = bar.label.frame.minX >= bar.frame.maxX + offset
        #expect(isRight || bar.label.frame.maxX <= bar.frame.minX - offset, "\(bar.id)")
      }
    }
    let extents = layout.header.milestones.map(\.extent)
    for (index, extent) in extents.enumerated() {
      #expect(!extents[(index + 1)...].contains { $0.overlaps(extent) })
      #expect(layout.frame.encloses(extent))
    }
    for lane in layout.lanes.lanes {
      #expect(lane.frame.encloses(lane.name.frame))
      #expect(lane.name.frame.maxX <= RoadmapMeasures.laneNameWidth)
    }
  }

  /// Every bar begins and ends at its dates, in the lane of its element.
  private func expectDates(_ layout: RoadmapLayout, _ plan: Plan) {
    for bar in layout.lanes.bars {
      guard let planned = plan.planned(bar.id) else {
        Issue.record("\(bar.id) is not planned")
        continue
      }
      let element = layout.content.roadmap.capability(bar.id)?.element
      #expect(layout.lanes.lanes[bar.lane].id == element?.text)
      #expect(abs(bar.frame.minX - layout.axis.x(of: planned.start)) < 1e-9)
      let end = max(
        layout.axis.x(of: planned.finish), bar.frame.minX + RoadmapMeasures.leastBarWidth)
      #expect(abs(bar.frame.maxX - end) < 1e-9)
      #expect(planned.finish <= layout.axis.end)
    }
  }

  // MARK: Parts

  @Test func lanesFollowTheModelAndEmptyOnesAreLeftOut() throws {
    let sample = try SampleRoadmap(
      [
        .init(id: "b", name: "B", stage: "crawl", element: "commerce", weeks: (0, 4)),
        .init(id: "a", name: "A", stage: "crawl", element: "action", weeks: (2, 4)),
        .init(id: "c", name: "C", stage: "crawl", element: "data"),
      ])
    #expect(layout(sample).lanes.lanes.map(\.id) == ["action", "commerce"])
  }

  @Test func bandsEndWhereStagesAreReached() throws {
    let layout = try layout(SampleRoadmap.shop())
    let reached = try SampleRoadmap.shop().plan.stages
    #expect(layout.header.bands.map(\.stage) == [0, 1, 2])
    for (band, stage) in zip(layout.header.bands, reached) {
      #expect(abs(band.frame.maxX - layout.axis.x(of: stage.reachedOn)) < 1e-9)
    }
    for (left, right) in zip(layout.header.bands, layout.header.bands.dropFirst()) {
      #expect(left.frame.maxX == right.frame.minX)
    }
  }

  @Test func aStageThatIsReachedTodayHasNoMark() throws {
    let sample = try SampleRoadmap(
      [
        .init(id: "a", name: "A", stage: "crawl", element: "data"),
        .init(id: "b", name: "B", stage: "walk", element: "data", weeks: (0, 40)),
      ], states: ["a": .live])
    let layout = layout(sample)
    #expect(sample.plan.stages.map(\.stage) == ["crawl", "walk"])
    #expect(layout.header.milestones.map(\.kind) == [.stage("walk")])
    #expect(layout.header.bands.map(\.label?.lines) == [["towards Walk"]])
  }

  @Test func freezesCoverTheFrozenDays() throws {
    let layout = try layout(SampleRoadmap.shop())
    let days = (20_940...20_960).map { layout.axis.x(of: CivilDate(dayNumber: $0)) }
    let freeze = try #require(layout.freezes.first)
    #expect(layout.freezes.count == 1)
    #expect(abs(freeze.lowerBound - days[0]) < 1e-9)
    #expect(abs(freeze.upperBound - days[days.count - 1] - layout.axis.pointsPerDay) < 1e-9)
  }

  @Test func legendNamesWhatIsDrawn() throws {
    let full = try layout(SampleRoadmap.shop()).footer.legend.entries.map(\.key)
    #expect(
      full == [
        .planned, .critical, .prerequisite, .criticalPrerequisite, .choice, .milestone, .deadline, .freeze,
      ])
    let one = try SampleRoadmap([
      .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 4))
    ])
    #expect(layout(one).footer.legend.entries.map(\.key) == [.planned, .milestone])
  }

  @Test func anEmptyPlanIsDrawn() throws {
    let sample = try SampleRoadmap([.init(id: "a", name: "A", stage: "crawl", element: "data")])
    let layout = layout(sample)
    #expect(layout.lanes.bars.isEmpty && layout.routes.isEmpty && layout.header.milestones.isEmpty)
    #expect(layout.footer.legend.entries.isEmpty)
    #expect(layout.frame.width > 0 && layout.frame.height > 0)
  }

  @Test func moneyStandsUnderItsQuarter() throws {
    let layout = try layout(SampleRoadmap.shop())
    let row = try #require(layout.footer.moneyRows.first)
    #expect(row.amounts.map(\.lines) == [["85.7k"], ["85.7k"], ["85.7k"]])
    for (amount, quarter) in zip(row.amounts, layout.axis.quarters) {
      #expect(abs(amount.frame.midX - quarter.midX) < 1e-9)
    }
  }
}
