import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Shares of being live")
struct LiveSharesTests {
  @Test("A plan is live from its go-lives on")
  func plan() {
    let shares = LiveShares(goLive: [1, ShopModel.never, 0], periodCount: 3)
    #expect(shares.shares == [0, 1, 1, 0, 0, 0, 1, 1, 1])
    #expect(shares.goLives { $0 >= 0.5 } == [1, 3, 0])
  }

  @Test("Shares are brought into their range, and never fall")
  func repaired() {
    #expect(LiveShares(shares: [-1, 0.5, 0.25, 2], periodCount: 4).shares == [0, 0.5, 0.5, 1])
    #expect(LiveShares(shares: [0.5, 0.5, 0.25, 0.75], periodCount: 2).shares == [0.5, 0.5, 0.25, 0.75])
  }

  @Test("A mean weights what each go-live brings by the growth of the share")
  func mean() {
    let shares = LiveShares(shares: [0.25, 0.25, 0.75, 0.75], periodCount: 4)
    let mean = shares.mean(of: 0, settledAge: 1) { age in age.map { $0 == 0 ? 4 : 8 } ?? 0 }
    #expect(mean == [1, 2, 4, 6])
  }

  @Test("A plan is one stage; a relaxation has one for each level, in which help comes and harm goes")
  func stages() {
    let plan = LiveShares(goLive: [1, 3], periodCount: 3)
    #expect(EnvelopeStage.stages(through: plan) == [EnvelopeStage(help: [1, 3], harm: [1, 3])])
    let half = LiveShares(shares: [0, 0.5, 1], periodCount: 3)
    #expect(
      EnvelopeStage.stages(through: half) == [
        EnvelopeStage(help: [2], harm: [1]), EnvelopeStage(help: [1], harm: [2]),
      ])
  }
}
