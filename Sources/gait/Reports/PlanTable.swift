import RoadmapModel

/// The capabilities of a plan as one table, for spreadsheets and scripts.
///
/// Columns are named as in the JSON form and do not depend on the language; only names do.
struct PlanTable {
  let plan: Plan
  let roadmap: Roadmap
  let language: Language

  private static let columns = [
    "id", "name", "stage", "element", "status", "startPeriod", "finishPeriod", "start", "finish", "cost",
    "worth", "isCritical", "waitsFor", "because",
  ]

  /// The rows: what is built in the order of the plan, then what is not.
  var table: CommaSeparatedTable {
    CommaSeparatedTable(
      columns: Self.columns, rows: plan.capabilities.map(row(for:)) + plan.notPlanned.map(row(for:)))
  }

  private func row(for planned: Plan.PlannedCapability) -> [CommaSeparatedTable.Cell] {
    let wait = [planned.waitsFor.kind.rawValue, planned.waitsFor.subject].compactMap(\.self)
    return opening(of: planned.id, status: "planned") + [
      .number(String(planned.startPeriod.index)), .number(String(planned.finishPeriod.index)),
      .text("\(planned.start)"), .text("\(planned.finish)"), .number(Self.decimal(planned.cost)),
      .number(Self.decimal(planned.worth)), .text(String(planned.isCritical)),
      .text(wait.joined(separator: " ")), .text(planned.because),
    ]
  }

  private func row(for leftOut: Plan.LeftOutCapability) -> [CommaSeparatedTable.Cell] {
    let opening = opening(of: leftOut.id, status: "notPlanned")
    let empty = Self.columns.count - opening.count - 1
    return opening + Array(repeating: .empty, count: empty) + [.text(leftOut.because)]
  }

  private func opening(of id: CapabilityID, status: String) -> [CommaSeparatedTable.Cell] {
    let capability = roadmap.capability(id)
    return [
      .text(id.text), .text(capability?.name[language] ?? id.text), .text(capability?.stage.text ?? ""),
      .text(capability?.element.text ?? ""), .text(status),
    ]
  }

  /// An amount with a full stop and two decimals, whatever the language.
  private static func decimal(_ amount: Money) -> String {
    let cents = String(amount.cents.magnitude % 100)
    return (amount.cents < 0 ? "-" : "") + String(amount.cents.magnitude / 100) + "."
      + (cents.count < 2 ? "0" + cents : cents)
  }
}
