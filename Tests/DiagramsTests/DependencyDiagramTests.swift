import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct DependencyDiagramTests {
  @Test(arguments: Language.allCases) func textIsTheGolden(language: Language) throws {
    let shop = try SampleRoadmap.shop()
    let document = DependencyDiagram(roadmap: shop.roadmap, plan: shop.plan, language: language).document
    try Golden("dependencies-shop-\(language.rawValue).dot").check(document.dot)
  }

  @Test func textWithoutPlanIsTheGolden() throws {
    let shop = try SampleRoadmap.shop()
    try Golden("dependencies-today.dot").check(DependencyDiagram(roadmap: shop.roadmap).document.dot)
  }
}
