import RoadmapModel
import Testing

@testable import Diagrams

/// That dashes of arrows on one line lie on each other.
@Suite struct DashRhythmTests {
  private func route(_ corners: Point...) -> RoundedRoute {
    RoundedRoute(corners: corners, turnRadius: 4, headLength: 6)
  }

  /// For every half point of a straight piece, how far behind the last start of the rhythm it is.
  private func phases(_ curves: [[Point]]) -> [Point: Double] {
    var phases: [Point: Double] = [:]
    for curve in curves {
      let (from, to) = (curve[0], curve[3])
      guard from.x == to.x || from.y == to.y else { continue }
      let count = Int((from.distance(to: to) * 2).rounded(.down))
      let step = Point(
        (to.x - from.x) / from.distance(to: to) / 2, (to.y - from.y) / from.distance(to: to) / 2)
      for index in 0..<count {
        let place = Point(from.x + Double(index) * step.x, from.y + Double(index) * step.y)
        phases[place] = Double(index) / 2
      }
    }
    return phases
  }

  /// Where two arrows run on one line, how far each is from the start of its rhythm.
  private func shared(_ one: RoundedRoute, _ other: RoundedRoute) -> [(Double, Double)] {
    let curves = DashRhythm(of: [one, other]).curves
    let (first, second) = (phases(curves[0]), phases(curves[1]))
    return first.keys.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.compactMap { place in
      second[place].map { (first[place] ?? -1, $0) }
    }
  }

  /// One arrow turns into the line of another, on the way to the same box.
  @Test func arrowsToOneBoxBeginTogether() {
    let straight = route(Point(0, 100), Point(60, 100), Point(60, 200), Point(200, 200))
    let joining = route(Point(11, 143), Point(60, 143), Point(60, 200), Point(200, 200))
    let phases = shared(straight, joining)
    #expect(phases.count > 300)
    #expect(phases.allSatisfy { $0.0 == $0.1 })
  }

  /// One arrow turns off the line of another, on the way from the same box.
  @Test func arrowsFromOneBoxPartTogether() {
    let straight = route(Point(0, 100), Point(200, 100))
    let parting = route(Point(0, 100), Point(61, 100), Point(61, 200))
    let phases = shared(straight, parting)
    #expect(phases.count > 100)
    #expect(phases.allSatisfy { $0.0 == $0.1 })
  }

  /// The parts of a way make up the whole of it, whatever marks there are.
  @Test func partsMakeUpTheWay() {
    let whole = route(Point(0, 0), Point(40, 0), Point(40, 40), Point(80, 40))
    let curves = whole.curves { from, to in
      [Point(20, 0), Point(20.2, 0), Point(40, 30), Point(999, 40), from, to]
    }
    #expect(curves.map { $0[0] }.dropFirst() == curves.map { $0[$0.count - 1] }.dropLast())
    #expect(curves[0][0] == whole.controls[0] && curves[curves.count - 1].last == whole.controls.last)
    // Three straight pieces, two of which have a mark, and two turns.
    #expect(curves.count == 7)
    #expect(curves.allSatisfy { $0.count == 4 })
  }

  /// A roadmap with one of several: its dashed arrows end in one line that has gaps.
  @Test func dashedArrowsOfARoadmapShareTheirDashes() throws {
    let choice = Prerequisite(Requirement(atLeast: 2, of: ["a", "b", "c"]))
    let sample = try SampleRoadmap([
      .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 10)),
      .init(id: "b", name: "B", stage: "crawl", element: "data", weeks: (0, 12)),
      .init(id: "c", name: "C", stage: "crawl", element: "data", weeks: (0, 14)),
      .init(
        id: "d", name: "D", stage: "walk", element: "commerce", prerequisites: [choice], weeks: (20, 30)),
    ])
    let layout = RoadmapLayout(
      of: RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english))
    let routes = layout.routes.map { RoundedRoute(corners: $0.corners, turnRadius: 4, headLength: 6) }
    #expect(routes.count == 3)
    let curves = DashRhythm(of: routes).curves.map(phases)
    var count = 0
    for (place, phase) in curves[0] {
      for other in curves.dropFirst() {
        guard let second = other[place] else { continue }
        count += 1
        #expect(second == phase)
      }
    }
    #expect(count > 0)
  }
}
