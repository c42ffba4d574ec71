import Testing

@testable import BusinessModel

@Suite("Take-up after the go-live")
struct AdoptionTests {
  @Test("Without a ramp everything is there at once")
  func atOnce() {
    let adoption = Adoption(weeks: 0)
    #expect(adoption[0] == 1)
    #expect(adoption[-1] == 0)
    #expect(adoption.settledAge == 0)
  }

  @Test("Four weeks: an eighth, three eighths, five eighths, seven eighths, all")
  func fourWeeks() {
    let adoption = Adoption(weeks: 4)
    #expect((-1...5).map { adoption[$0] } == [0, 0.125, 0.375, 0.625, 0.875, 1, 1])
    #expect(adoption.settledAge == 4)
  }

  @Test("Every ramp loses half of itself", arguments: [0.25, 0.5, 1, 1.5, 2, 13.044, 26.089, 520])
  func loss(weeks: Double) {
    let adoption = Adoption(weeks: weeks)
    let ages = 0...adoption.settledAge
    let shares = ages.map { adoption[$0] }
    #expect(isClose(shares.reduce(0) { $0 + (1 - $1) }, weeks / 2))
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(shares.allSatisfy { $0 > 0 && $0 <= 1 })
    #expect(shares[adoption.settledAge] == 1)
  }
}
