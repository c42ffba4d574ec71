import Testing

@testable import GraphvizRendering

@Suite struct ObjectNamesTests {
  /// Runs `body` with a table and the addresses of three names.
  private func withNames(
    _ body: (ObjectNames<Int>, [UnsafeMutablePointer<CChar>]) -> Void
  ) {
    var graph = 0
    var bytes: [CChar] = [0, 0, 0]
    bytes.withUnsafeMutableBufferPointer { buffer in
      let addresses = (0..<3).map { buffer.baseAddress! + $0 }
      withUnsafeMutablePointer(to: &graph) { body(ObjectNames(of: $0), addresses) }
    }
  }

  @Test func namesAreNumberedInOrderOfUseWhateverTheirAddress() {
    withNames { names, addresses in
      #expect([2, 0, 1].map { names.add(addresses[$0]) } == [2, 4, 6])
      #expect(addresses.map(names.number(of:)) == [4, 6, 2])
      #expect([2, 4, 6].map(names.name(of:)) == [addresses[2], addresses[0], addresses[1]])
    }
  }

  @Test func unknownNamesHaveNoNumber() {
    withNames { names, addresses in
      #expect(names.number(of: addresses[0]) == nil)
      #expect(names.add(addresses[0]) == 2)
      #expect(names.number(of: addresses[1]) == nil)
    }
  }

  @Test func unnamedObjectsHaveOddNumbersAndNoName() {
    withNames { names, addresses in
      #expect((0..<3).map { _ in names.numberForUnnamed() } == [1, 3, 5])
      #expect(names.add(addresses[0]) == 2)
      for number: UInt64 in [0, 1, 3, 4, .max - 1] { #expect(names.name(of: number) == nil) }
    }
  }
}
