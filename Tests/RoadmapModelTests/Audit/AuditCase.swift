import RoadmapModel
import TestSupport
import Testing

/// A small roadmap with a schedule or plan that keeps all rules, and one that breaks exactly one of them.
struct AuditCase: CustomTestStringConvertible, Sendable {
  /// What is audited: a schedule, or the plan of it after an edit.
  struct Trial: Sendable {
    var starts: [CapabilityID: Int]
    var path: BusinessPath?
    var edit: (@Sendable (inout PlanDraft) -> Void)?

    func violations(in roadmap: Roadmap) -> [AuditViolation] {
      let schedule = Schedule(starts: starts.mapValues { Period($0) })
      guard let edit else { return schedule.audit(against: roadmap, path: path) }
      var draft = PlanDraft(schedule, of: roadmap)
      edit(&draft)
      return draft.plan.audit(against: roadmap, path: path)
    }
  }

  let rule: AuditRule
  let name: String
  let fixture: RoadmapFixture
  let good: Trial
  let bad: Trial

  var testDescription: String { "\(rule.rawValue): \(name)" }

  /// A good and a bad schedule.
  init(
    _ rule: AuditRule, _ name: String, _ fixture: RoadmapFixture, good: [CapabilityID: Int],
    bad: [CapabilityID: Int], path: BusinessPath? = nil, badPath: BusinessPath?? = nil
  ) {
    self.rule = rule
    self.name = name
    self.fixture = fixture
    self.good = Trial(starts: good, path: path)
    self.bad = Trial(starts: bad, path: badPath ?? path)
  }

  /// A correct plan of a schedule, and the same after an edit.
  init(
    _ rule: AuditRule, _ name: String, _ fixture: RoadmapFixture, _ starts: [CapabilityID: Int],
    edit: @escaping @Sendable (inout PlanDraft) -> Void
  ) {
    self.rule = rule
    self.name = name
    self.fixture = fixture
    self.good = Trial(starts: starts, edit: { _ in })
    self.bad = Trial(starts: starts, edit: edit)
  }

  static let all = selection + timing + resources + figures
}
