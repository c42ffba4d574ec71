import RandomStreams
import Testing

@Suite("Keys of streams")
struct StreamKeyTests {
  /// Pins the derivation: a change here changes every seeded result of every user.
  @Test func goldenDigests() {
    let durations = StreamKey(seed: 1, purpose: "duration")
    #expect(durations.digest == 0xE10F_D46E_C9E4_EF43)
    #expect(durations[0].digest == 0xD241_B59B_4903_CEDE)
    #expect(durations[1].digest == 0x4F00_4598_8154_2571)
    #expect(StreamKey(seed: 2, purpose: "duration").digest == 0xE564_1A91_7DED_9FFC)
    #expect(StreamKey(seed: 1, purpose: "search")[1][2].digest == 0xB594_370C_672A_77BD)
    #expect(StreamKey(seed: 1, purpose: "search")[2][1].digest == 0xC4EB_61CF_60F8_7DA0)
    #expect(StreamKey(seed: 1, purpose: "search")[-1].digest == 0x010F_1897_0E06_8536)
  }

  @Test func goldenNumbersByPosition() {
    let key = StreamKey(seed: 42, purpose: "golden")
    #expect((0..<3).map(key.uniform(at:)) == [0.01800990970102878, 0.49424060103203915, 0.7606673331577861])
  }

  @Test func neighbouringKeysAreDistinct() {
    var digests = Set<UInt64>()
    for seed in 0..<10 as Range<UInt64> {
      for purpose in ["duration", "search", ""] as [StreamPurpose] {
        let key = StreamKey(seed: seed, purpose: purpose)
        digests.insert(key.digest)
        for first in 0..<10 {
          digests.insert(key[first].digest)
          for second in 0..<10 { digests.insert(key[first][second].digest) }
        }
      }
    }
    #expect(digests.count == 10 * 3 * (1 + 10 + 100))
  }

  /// Two streams may be one sequence that is shifted; the derivation must not make such pairs.
  @Test func neighbouringSequencesShareNoWords() {
    let root = StreamKey(seed: 3, purpose: "overlap")
    let words = (0..<64).flatMap { index in (0..<64).map { root[index].word(at: $0) } }
    #expect(Set(words).count == words.count)
  }

  /// Each bit of the difference of two neighbours is a fair coin: 64 of them in 1,000 pairs have a mean of
  /// 32 with a standard error of 4 / sqrt(1000) = 0.13.
  @Test func neighbouringKeysDifferInHalfTheBits() {
    let root = StreamKey(seed: 5, purpose: "avalanche")
    let differing = (0..<1000).reduce(0) { $0 + (root[$1].digest ^ root[$1 + 1].digest).nonzeroBitCount }
    #expect(abs(Double(differing) / 1000 - 32) < 0.6)
  }
}
