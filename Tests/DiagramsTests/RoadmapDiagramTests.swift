import Foundation
import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct RoadmapDiagramTests {
  @Test(arguments: Language.allCases) func textIsTheGolden(language: Language) throws {
    let shop = try SampleRoadmap.shop()
    let document = RoadmapDiagram(plan: shop.plan, roadmap: shop.roadmap, language: language).document
    try Golden("roadmap-shop-\(language.rawValue).dot").check(document.dot)
  }

  @Test func textIsTheSameEachTime() throws {
    let shop = try SampleRoadmap.shop()
    let texts = (0..<3).map { _ in RoadmapDiagram(plan: shop.plan, roadmap: shop.roadmap).document.dot }
    #expect(Set(texts).count == 1)
  }
}
