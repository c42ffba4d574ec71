extension RoadmapRule {
  /// Finds a circle among prerequisites that all must be met; a choice between capabilities can avoid a circle and is left to planning.
  func prerequisiteCycle(_ contents: RoadmapContents) -> [Finding] {
    var needs: [CapabilityID: [CapabilityID]] = [:]
    let providers = Set(contents.capabilities.flatMap(\.provides))
    for capability in contents.capabilities {
      needs[capability.id] = capability.prerequisites.flatMap { prerequisite in
        prerequisite.requirement.needsAll
          ? prerequisite.requirement.members.filter { !providers.contains($0) || $0 == capability.id } : []
      }
    }
    guard let cycle = firstCycle(in: needs, from: contents.capabilities.map(\.id)) else { return [] }
    let chain = (cycle + [cycle[0]]).map { "'\($0)'" }.joined(separator: " needs ")
    return [
      error(
        "prerequisites run in a circle: \(chain)", advice: "Take one of these prerequisites out.",
        at: ["capabilities", cycle[0].text, "requires"])
    ]
  }

  /// Walks depth first without recursion, so that a long chain does not exhaust the stack.
  private func firstCycle(
    in needs: [CapabilityID: [CapabilityID]], from roots: [CapabilityID]
  ) -> [CapabilityID]? {
    var finished: Set<CapabilityID> = []
    for root in roots where !finished.contains(root) {
      var path: [(id: CapabilityID, next: Int)] = [(root, 0)]
      var onPath: Set<CapabilityID> = [root]
      while let (id, next) = path.last {
        let followers = needs[id] ?? []
        guard next < followers.count else {
          finished.insert(id)
          onPath.remove(id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let follower = followers[next]
        if onPath.contains(follower) {
          return Array(path.map(\.id).drop { $0 != follower })
        }
        if !finished.contains(follower) {
          path.append((follower, 0))
          onPath.insert(follower)
        }
      }
    }
    return nil
  }

  func requirementCounts(_ contents: RoadmapContents) -> [Finding] {
    contents.placedRequirements.compactMap { placed in
      let requirement = placed.requirement
      guard requirement.count < 1 || requirement.count > requirement.members.count else { return nil }
      return error(
        "at least \(requirement.count) of \(requirement.members.count) capabilities are asked for",
        advice: "Ask for 1 to \(requirement.members.count).", at: placed.path + ["atLeast"])
    }
  }

  func repeatedMembers(_ contents: RoadmapContents) -> [Finding] {
    let lists =
      contents.placedRequirements.map { ($0.requirement.members, $0.path + ["of"]) }
      + contents.alternatives.map { ($0.members, ["alternatives", $0.id.text, "of"]) }
      + contents.capabilities.map { ($0.provides, ["capabilities", $0.id.text, "provides"]) }
      + contents.uncertainLists
    return lists.flatMap { members, path in
      var seen: Set<CapabilityID> = []
      return members.enumerated().filter { !seen.insert($0.element).inserted }.map { position, member in
        error(
          "'\(member)' stands twice in the list", advice: "Take it out once.", at: path + [String(position)])
      }
    }
  }

  func tooFewAlternatives(_ contents: RoadmapContents) -> [Finding] {
    contents.alternatives.filter { $0.members.count < 2 }.map { alternative in
      error(
        "'\(alternative.id)' offers no choice: it has \(alternative.members.count) members",
        advice: "Name at least two capabilities.", at: ["alternatives", alternative.id.text, "of"])
    }
  }

  func emptyMaturityModel(_ contents: RoadmapContents) -> [Finding] {
    let sections = [
      ("stages", contents.maturity.stages.isEmpty), ("elements", contents.maturity.elements.isEmpty),
    ]
    return sections.filter(\.1).map { section, _ in
      error(
        "there are no \(section)", advice: "Add \(section), or name a catalog that has some.", at: [section])
    }
  }

  /// The largest number of capabilities; larger roadmaps are refused rather than planned badly.
  public static let capabilityLimit = 5_000
  /// The largest number of stages, of elements and of teams.
  public static let groupLimit = 64
  /// The largest number of alternatives, overlap groups, sources, risks, correlation groups, decision points and past forecasts.
  public static let listLimit = 1_000

  func tooLarge(_ contents: RoadmapContents) -> [Finding] {
    let sizes = [
      ("capabilities", contents.capabilities.count, Self.capabilityLimit),
      ("stages", contents.maturity.stages.count, Self.groupLimit),
      ("elements", contents.maturity.elements.count, Self.groupLimit),
      ("teams", contents.teams.count, Self.groupLimit),
      ("alternatives", contents.alternatives.count, Self.listLimit),
      ("overlapGroups", contents.overlapGroups.count, Self.listLimit),
      ("sources", contents.sources.count, Self.listLimit),
      ("risks", contents.uncertainty.risks.count, Self.listLimit),
      ("correlations", contents.uncertainty.correlations.count, Self.listLimit),
      ("decisionPoints", contents.uncertainty.decisionPoints.count, Self.listLimit),
      ("forecasts", contents.record?.forecasts.count ?? 0, Self.listLimit),
    ]
    let sections = [
      "risks": ["uncertainty"], "correlations": ["uncertainty"], "decisionPoints": ["uncertainty"],
      "forecasts": ["record"],
    ]
    return sizes.filter { $0.1 > $0.2 }.map { section, count, limit in
      error(
        "there are \(count) \(section), more than the \(limit) that are supported",
        advice: "Split the roadmap.", at: (sections[section] ?? []) + [section])
    }
  }
}
