internal import RealModule

extension QuantileTable {
  /// The standard normal distribution.
  public static func normal() -> QuantileTable {
    func node(_ probability: Double) -> Node {
      let score = NormalDistribution.quantile(probability)
      let density = Double.exp(-score * score / 2) / (2 * Double.pi).squareRoot()
      return Node(value: score, slope: 1 / density)
    }
    return QuantileTable(lower: node) { probability in
      let node = node(probability)
      return Node(value: -node.value, slope: node.slope)
    }
  }

  /// The PERT distribution between 0 and 1 with its mode at a point: a beta distribution whose shapes add up to 6.
  ///
  /// Source: Malcolm, Roseboom, Clark, Fazar, "Application of a technique for research and development program evaluation", Operations Research
  /// 7(5), 1959; as a distribution: Vose, *Risk Analysis*, 2008.
  ///
  /// - Precondition: `0 <= mode <= 1`.
  public static func pert(mode: Double) -> QuantileTable {
    precondition(mode >= 0 && mode <= 1, "A mode lies between low and high")
    return beta(BetaDistribution(alpha: 1 + 4 * mode, beta: 5 - 4 * mode))
  }

  /// A beta distribution with shapes of at least 1.
  public static func beta(_ distribution: BetaDistribution) -> QuantileTable {
    let mirrored = distribution.mirrored
    // Nodes lie close together, so that the tangent at the last one is a good guess for the next.
    var (below, above): ((probability: Double, node: Node)?, (probability: Double, node: Node)?)
    func node(
      _ probability: Double, of distribution: BetaDistribution,
      after last: inout (probability: Double, node: Node)?
    ) -> Node {
      let guess = last.map { $0.node.value + $0.node.slope * (probability - $0.probability) }
      let x = distribution.quantile(probability, near: guess.flatMap { $0 > 0 && $0 < 1 ? $0 : nil })
      let node = Node(value: x, slope: 1 / distribution.density(x))
      last = (probability, node)
      return node
    }
    return QuantileTable(
      lower: { node($0, of: distribution, after: &below) },
      upper: { probability in
        let node = node(probability, of: mirrored, after: &above)
        return Node(value: 1 - node.value, slope: node.slope)
      })
  }

  /// The triangular distribution between 0 and 1 with its tip at a point.
  ///
  /// - Precondition: `0 <= mode <= 1`.
  public static func triangular(mode: Double) -> QuantileTable {
    precondition(mode >= 0 && mode <= 1, "A mode lies between low and high")
    /// The distance from the end of a triangle whose tip is at a distance.
    func node(_ probability: Double, tip: Double) -> Node {
      if probability <= tip {
        let x = (probability * tip).squareRoot()
        return Node(value: x, slope: tip / (2 * x))
      }
      let rest = ((1 - probability) * (1 - tip)).squareRoot()
      return Node(value: 1 - rest, slope: (1 - tip) / (2 * rest))
    }
    return QuantileTable(lower: { node($0, tip: mode) }) { probability in
      let node = node(probability, tip: 1 - mode)
      return Node(value: 1 - node.value, slope: node.slope)
    }
  }

  /// `shift + exp(location + scale * score)` for a standard normal score.
  ///
  /// - Precondition: the scale is not negative.
  public static func lognormal(shift: Double, location: Double, scale: Double) -> QuantileTable {
    precondition(scale >= 0, "A scale is not negative")
    func node(_ probability: Double, sign: Double) -> Node {
      let score = sign * NormalDistribution.quantile(probability)
      let density = Double.exp(-score * score / 2) / (2 * Double.pi).squareRoot()
      let size = Double.exp(location + scale * score)
      return Node(value: shift + size, slope: scale * size / density)
    }
    return QuantileTable(lower: { node($0, sign: 1) }, upper: { node($0, sign: -1) })
  }

  /// The lognormal distribution whose 10 %, 50 % and 90 % quantiles are given.
  ///
  /// - Precondition: `high - likely > likely - low > 0`: the distribution leans to the right.
  public static func lognormal(low: Double, likely: Double, high: Double) -> QuantileTable {
    let (below, above) = (likely - low, high - likely)
    precondition(below > 0 && above > below, "A lognormal distribution leans to the right")
    let ratio = above / below
    let scale = Double.log(ratio) / NormalDistribution.quantile(0.9)
    let size = below * ratio / (ratio - 1)
    return lognormal(shift: likely - size, location: Double.log(size), scale: scale)
  }

  /// The table of `offset + factor * x`.
  public func scaled(by factor: Double, offset: Double) -> QuantileTable {
    QuantileTable(
      coefficients: coefficients.enumerated().map { index, coefficient in
        index % 4 == 0 ? offset + factor * coefficient : factor * coefficient
      })
  }

  private init(coefficients: [Double]) {
    self.coefficients = coefficients
  }
}
