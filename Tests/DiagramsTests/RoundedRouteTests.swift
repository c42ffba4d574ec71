import Testing

@testable import Diagrams

@Suite struct RoundedRouteTests {
  @Test func aStraightRouteEndsBeforeItsHead() {
    let route = RoundedRoute(corners: [Point(0, 5), Point(30, 5)], turnRadius: 4, headLength: 6)
    #expect(route.controls == [Point(0, 5), Point(8, 5), Point(16, 5), Point(24, 5)])
    #expect(route.tip == Point(30, 5))
  }

  @Test func turnsStayBetweenTheirLegs() {
    let corners = [Point(0, 0), Point(20, 0), Point(20, 3), Point(60, 3)]
    let route = RoundedRoute(corners: corners, turnRadius: 4, headLength: 6)
    #expect(route.controls.count % 3 == 1)
    #expect(route.controls.allSatisfy { (0...54).contains($0.x) && (0...3).contains($0.y) })
    #expect(route.controls.last == Point(54, 3))
  }

  /// A dashed line begins anew in each turn and behind it: the curves make up the route.
  @Test(arguments: 2...5) func curvesBeginAtTurns(count: Int) {
    let stairs = [Point(0, 0), Point(40, 0), Point(40, 40), Point(80, 40), Point(80, 80)]
    let route = RoundedRoute(corners: Array(stairs.prefix(count)), turnRadius: 4, headLength: 6)
    let curves = route.curves { _, _ in [] }
    #expect(curves.count == 2 * count - 3)
    #expect(curves[0] + curves.dropFirst().flatMap { $0.dropFirst() } == route.controls)
    for (index, curve) in curves.enumerated() where index % 2 == 1 {
      #expect(curve[0].distance(to: curve[3]) == 8)
    }
  }

  @Test func pointsInOnePlaceGiveNoNumberlessCurve() {
    let route = RoundedRoute(corners: [Point(1, 1), Point(1, 1)], turnRadius: 4, headLength: 6)
    #expect(route.controls.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }
}
