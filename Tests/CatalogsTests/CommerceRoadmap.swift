import RoadmapModel
import ScenarioFormat
import Testing

/// The commerce catalog as a scenario without anything of its own sees it.
enum CommerceRoadmap {

  /// The reading of a company that has nothing live and only the three teams that the catalog counts on.
  static let reading = ScenarioReader(
    files: FilesInMemory([
      "scenario.yaml": """
      gait: 1
      name: Nothing yet
      catalog: commerce
      calendar: { start: 2027-01-04, horizon: 4 years }
      target: { stage: run }
      teams:
        development: { capacity: 4 }
        marketing: { capacity: 2 }
        data: { capacity: 1 }
      business:
        currency: EUR
        visits: 240k per month
        conversion: 1.4%
        orderValue: 138
        margin: 31%
        returnRate: 9%
        costToServe: 6.20
        customers: 18500
        churn: 4.5% per month
        reorderRate: 11% per month
        newCustomerShare: 70%
      """
    ])
  ).read("scenario.yaml")

  /// The roadmap that was read.
  static func roadmap() throws -> Roadmap {
    try #require(reading.roadmap, "\(reading.findings)")
  }
}
