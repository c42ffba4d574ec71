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
  let size: Double
  /// Where its take-up by age starts in ``CompiledEffects/adoptions``.
  let ramp: Int
  /// The number of ages before the take-up is complete.
  let rampCount: Int
}

/// All effects that a plan can bring, sorted into bundles.
struct CompiledEffects: Sendable {
  private(set) var bundles: [EffectBundle] = KPI.levers.indices.map { EffectBundle(multiplying: $0) }
  /// The effects in the order of the capabilities.
  private(set) var effects: [LeverEffect] = []
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
    var members = groups.map { _ in [LeverEffect]() }
    var places: [Adoption: Int] = [:]
    for (position, capability) in roadmap.capabilities.enumerated() {
      guard roadmap.canGoLive(capability) else { continue }
      for effect in work[position].effects where effect.change != 0 {
        guard let lever = KPI.levers.firstIndex(of: effect.kpi) else { continue }
        let (ramp, count) = place(of: Adoption(weeks: effect.ramp), in: &places)
        if let group = groups.firstIndex(where: { $0.id == effect.overlap }) {
          let share = effect.change / groups[group].ceiling
          members[group].append(
            LeverEffect(capability: position, bundle: group, size: -share, ramp: ramp, rampCount: count))
        } else {
          effects.append(
            LeverEffect(
              capability: position, bundle: lever, size: effect.change, ramp: ramp, rampCount: count))
        }
      }
    }
    for (group, members) in zip(groups, members) where !members.isEmpty {
      add(group, members, roadmap)
    }
    effects.sort { ($0.capability, $0.bundle) < ($1.capability, $1.bundle) }
  }

  /// The place of a ramp among the adoptions, which is made when the ramp is new.
  private mutating func place(of adoption: Adoption, in places: inout [Adoption: Int]) -> (Int, Int) {
    let place = places[adoption] ?? adoptions.count
    if places.updateValue(place, forKey: adoption) == nil {
      adoptions += (0..<adoption.settledAge).map { adoption[$0] }
    }
    return (place, adoption.settledAge)
  }

  /// Adds the new members of a group; a single one saturates nothing but what is live today, so it multiplies like any effect.
  private mutating func add(_ group: OverlapGroup, _ members: [LeverEffect], _ roadmap: Roadmap) {
    guard let lever = KPI.levers.firstIndex(of: group.kpi) else { return }
    let taken = roadmap.sharesTaken(of: group)
    let left = taken.reduce(1) { $0 * (1 - $1) }
    let bundle = EffectBundle(saturating: lever, ceiling: group.ceiling, left: left)
    // Today's capabilities may have taken everything.
    guard bundle.slope != 0 else { return }
    let isAlone = members.count == 1
    for member in members {
      // What is partly live has taken a part of its own share already.
      // The last bits of a claim of the whole ceiling are not to exceed it.
      let size = max(-1, member.size / (1 - taken[member.capability]))
      effects.append(
        LeverEffect(
          capability: member.capability, bundle: isAlone ? lever : bundles.count,
          size: isAlone ? bundle.slope * size : size, ramp: member.ramp, rampCount: member.rampCount))
    }
    if !isAlone { bundles.append(bundle) }
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
