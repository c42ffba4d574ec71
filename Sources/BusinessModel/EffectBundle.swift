import RoadmapModel

/// Effects on one lever that work as one: `factor = offset + slope * product over members of (1 + size * take-up)`.
///
/// Effects without a group multiply: offset 0, slope 1, and each size is the relative change. An overlap group saturates:
/// with its members' sizes `-q`, where `q` is the share of the ceiling that the member takes of what today's capabilities left, the
/// product is the share that nobody has taken yet.
struct EffectBundle: Hashable, Sendable {
  /// The position of the lever in `KPI.levers`.
  let lever: Int
  /// The factor when nothing is left of the product.
  let offset: Double
  /// How much of the product enters the factor.
  let slope: Double

  /// The effects that multiply without any overlap.
  init(multiplying lever: Int) {
    self.lever = lever
    offset = 0
    slope = 1
  }

  /// A bundle of given numbers.
  init(lever: Int, offset: Double, slope: Double) {
    self.lever = lever
    self.offset = offset
    self.slope = slope
  }

  /// The effects of a group, of which today's capabilities have left a share of the ceiling.
  ///
  /// With ceiling `c` and share left `l`, the factor `(1 + c (1 - l p)) / (1 + c (1 - l))` is linear in the product `p`.
  init(saturating lever: Int, ceiling: Double, left: Double) {
    let today = 1 + ceiling * (1 - left)
    self.lever = lever
    offset = (1 + ceiling) / today
    slope = -ceiling * left / today
  }
}

/// The effect of one capability on one lever, as a member of a bundle.
struct LeverEffect: Hashable, Sendable {
  /// The position of the capability in the roadmap.
  let capability: Int
  /// The position of the bundle.
  let bundle: Int
  /// The relative change of the bundle's product at full take-up.
  var size: Double
  /// Where its take-up by age starts in ``CompiledEffects/adoptions``.
  let ramp: Int
  /// The number of ages before the take-up is complete.
  let rampCount: Int
}

/// How the size of an effect in its bundle follows from the relative change of the lever.
struct EffectScale: Hashable, Sendable {
  /// The position of the effect among those of its capability.
  let source: Int
  /// The ceiling of its overlap group; nil when it multiplies by itself.
  var ceiling: Double?
  /// The share of the ceiling that the capability has taken already.
  var taken = 0.0
  /// The slope of the group's bundle, when the effect is the only one of the group and multiplies the lever at once.
  var slope: Double?

  /// The size for a change.
  func size(of change: Double) -> Double {
    guard let ceiling else { return change }
    // The last bits of a claim of the whole ceiling are not to exceed it.
    let size = max(-1, -(change / ceiling) / (1 - taken))
    return slope.map { $0 * size } ?? size
  }
}

/// All effects that a plan can bring, sorted into bundles.
struct CompiledEffects: Sendable {
  private(set) var bundles: [EffectBundle] = KPI.levers.indices.map { EffectBundle(multiplying: $0) }
  /// The effects in the order of the capabilities.
  private(set) var effects: [LeverEffect] = []
  /// Where the size of each effect comes from; empty when nothing but the sizes is known.
  private(set) var scales: [EffectScale] = []
  /// The take-up by age of every ramp length that occurs, one after the other.
  private(set) var adoptions: [Double] = []

  /// Effects that are sorted into bundles already.
  init(bundles: [EffectBundle], effects: [LeverEffect], adoptions: [Double]) {
    self.bundles = bundles
    self.effects = effects
    self.adoptions = adoptions
  }

  /// Sorts the effects of what is not live yet; what does not apply or changes nothing is left out.
  init(_ roadmap: Roadmap, work: [PlannedWork]) {
    let groups = roadmap.overlapGroups
    var members = groups.map { _ in [Member]() }
    var all: [Member] = []
    var places: [Adoption: Int] = [:]
    for (position, capability) in roadmap.capabilities.enumerated() {
      guard roadmap.canGoLive(capability) else { continue }
      for (source, effect) in work[position].effects.enumerated()
      where effect.change != 0 || !capability.effects[source].change.isCertain {
        guard let lever = KPI.levers.firstIndex(of: effect.kpi) else { continue }
        let (ramp, count) = place(of: Adoption(weeks: effect.ramp), in: &places)
        let member = Member(
          capability: position, bundle: lever, change: effect.change, scale: EffectScale(source: source),
          ramp: ramp, rampCount: count)
        if let group = groups.firstIndex(where: { $0.id == effect.overlap }) {
          members[group].append(member)
        } else {
          all.append(member)
        }
      }
    }
    for (group, members) in zip(groups, members) where !members.isEmpty {
      all += add(group, members, roadmap)
    }
    all.sort { ($0.capability, $0.bundle) < ($1.capability, $1.bundle) }
    effects = all.map(\.effect)
    scales = all.map(\.scale)
  }

  /// An effect on its way into a bundle.
  private struct Member {
    let capability: Int
    var bundle: Int
    let change: Double
    var scale: EffectScale
    let ramp: Int
    let rampCount: Int

    var effect: LeverEffect {
      LeverEffect(
        capability: capability, bundle: bundle, size: scale.size(of: change), ramp: ramp, rampCount: rampCount
      )
    }
  }

  /// The place of a ramp among the adoptions, which is made when the ramp is new.
  private mutating func place(of adoption: Adoption, in places: inout [Adoption: Int]) -> (Int, Int) {
    let place = places[adoption] ?? adoptions.count
    if places.updateValue(place, forKey: adoption) == nil {
      adoptions += (0..<adoption.settledAge).map { adoption[$0] }
    }
    return (place, adoption.settledAge)
  }

  /// The new members of a group; a single one saturates nothing but what is live today, so it multiplies like any effect.
  private mutating func add(_ group: OverlapGroup, _ members: [Member], _ roadmap: Roadmap) -> [Member] {
    guard let lever = KPI.levers.firstIndex(of: group.kpi) else { return [] }
    let taken = roadmap.sharesTaken(of: group)
    let left = taken.reduce(1) { $0 * (1 - $1) }
    let bundle = EffectBundle(saturating: lever, ceiling: group.ceiling, left: left)
    // Today's capabilities may have taken everything.
    guard bundle.slope != 0 else { return [] }
    let isAlone = members.count == 1
    let number = isAlone ? lever : bundles.count
    if !isAlone { bundles.append(bundle) }
    return members.map { member in
      var member = member
      member.bundle = number
      member.scale.ceiling = group.ceiling
      // What is partly live has taken a part of its own share already.
      member.scale.taken = taken[member.capability]
      member.scale.slope = isAlone ? bundle.slope : nil
      return member
    }
  }
}

extension Roadmap {
  /// Whether a capability is still to come: it is not live and it applies.
  func canGoLive(_ capability: Capability) -> Bool {
    switch state(of: capability.id) {
    case .live, .notApplicable: false
    case .missing, .partial, .inProgress: true
    }
  }

  /// The share of a group's ceiling that each capability has taken in the figures of today.
  fileprivate func sharesTaken(of group: OverlapGroup) -> [Double] {
    contents.capabilities.map { capability in
      let done: Double =
        switch state(of: capability.id) {
        case .live: 1
        case .partial(let share): share
        case .missing, .inProgress, .notApplicable: 0
        }
      guard done > 0, let effect = capability.effects.first(where: { $0.overlap == group.id }) else {
        return 0
      }
      let change = contents.evidencePolicy.planned(
        effect.change.mean, of: effect.kpi, grade: effect.change.evidence.grade)
      return done * change / group.ceiling
    }
  }
}
