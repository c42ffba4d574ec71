extension Assessment.UnmetDemand {
  /// Why a demand is not met; nil when it is.
  init?(_ demand: StageDemand, of stage: StageID, in readings: AssessmentReadings) {
    let requirement = demand.requirement
    guard !readings.stated.isMet(requirement) else { return nil }
    self.init(
      stage: stage, element: demand.element, atLeast: requirement.count,
      live: requirement.members.filter(readings.stated.isLive).count,
      coverage: readings.stated.coverage(of: requirement),
      members: requirement.members.filter { !readings.stated.isLive($0) }.map {
        Assessment.OpenMember($0, in: readings)
      })
  }
}

extension Assessment.OpenMember {
  init(_ id: CapabilityID, in readings: AssessmentReadings) {
    let roadmap = readings.roadmap
    let answers = roadmap.company.answers.filter { $0.capability == id }
    func questions(_ answer: ProofAnswer.Answer?) -> [ProofPointID] {
      (roadmap.capability(id)?.proofPoints ?? []).map(\.id).filter { question in
        answers.first { $0.proofPoint == question }?.answer == answer
      }
    }
    let own = readings.stated.ownShare(of: id)
    let furthest = roadmap.standIns(for: id).max {
      readings.stated.ownShare(of: $0) < readings.stated.ownShare(of: $1)
    }
    self.init(
      capability: id, state: State(roadmap.state(of: id)), done: readings.stated.share(of: id),
      standIn: furthest.flatMap { readings.stated.ownShare(of: $0) > own ? $0 : nil },
      answeredNo: questions(.no), answeredUnknown: questions(.unknown), notAsked: questions(nil))
  }
}

extension Assessment.OpenMember.State {
  fileprivate init(_ state: CapabilityState) {
    switch state {
    case .partial: self = .partial
    case .inProgress: self = .inProgress
    case .missing, .live, .notApplicable: self = .missing
    }
  }
}

extension Assessment.EvidenceQuality {
  init(of demands: StageDemands, in readings: AssessmentReadings) {
    let met = demands.byRank.joined().map(\.requirement).filter(readings.stated.isMet)
    let bases = met.map { readings.basis(of: $0) }
    func share(_ basis: ProofAnswer.Basis) -> Double {
      met.isEmpty ? 0 : Double(bases.filter { $0 == basis }.count) / Double(met.count)
    }
    self.init(
      met: met.count, stated: share(.stated), documented: share(.documented), measured: share(.measured))
  }
}

extension AssessmentReadings {
  /// What a requirement that is met rests on: the weakest of its best supported members, as many as it asks for.
  fileprivate func basis(of requirement: Requirement) -> ProofAnswer.Basis {
    let supports = requirement.members.filter(stated.isLive).map(strength).sorted(by: >)
    return ProofAnswer.Basis.allCases[supports.prefix(requirement.count).last ?? 0]
  }

  /// The strength of what a live member rests on, from 0: the best among itself and what provides it.
  private func strength(of member: CapabilityID) -> Int {
    roadmap.standIns(for: member).filter(stated.isLiveItself).map(ownStrength).max() ?? 0
  }

  /// The weakest of the answers; a declaration is somebody's word.
  private func ownStrength(of capability: CapabilityID) -> Int {
    roadmap.company.answers.filter { $0.capability == capability && $0.answer == .yes }.compactMap {
      ProofAnswer.Basis.allCases.firstIndex(of: $0.basis)
    }.min() ?? 0
  }
}
