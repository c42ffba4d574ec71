// Replaced by the compounding envelope that follows.
public struct CompoundingEnvelope { public let constant: Double; public let weights: [Double]; public let dropped: [String] }
extension ShopModel { public func envelope(touching incumbent: [Int32]) -> CompoundingEnvelope {
  return CompoundingEnvelope(constant: 1e9, weights: Array(repeating: 0, count: incumbent.count * periodCount), dropped: []) } }
