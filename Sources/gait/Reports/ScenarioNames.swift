/// The names of scenarios that stand beside each other, without what all of them begin with.
///
/// "Shop, lean plan" and "Shop, base plan" are "lean plan" and "base plan" of "Shop". Scenarios of the same name are told apart by their files.
struct ScenarioNames: Hashable {
  /// What all names begin with; nil when that is nothing.
  let company: String?
  /// The names, as short as they may be.
  let names: [String]

  /// - Parameters:
  ///   - names: the names of the scenarios.
  ///   - paths: their files.
  init(_ names: [String], paths: [String]) {
    let all = zip(names, paths).map { name, path in
      let isAlone = names.count { $0 == name } == 1
      return isAlone ? name : "\(name) (\(path))"
    }
    for mark in [", ", ": ", " - "] {
      let parts = all.map { name in
        name.firstRange(of: mark).map { (name[..<$0.lowerBound], name[$0.upperBound...]) }
      }
      let known = parts.compactMap(\.self)
      guard let first = known.first, known.count == all.count,
        known.allSatisfy({ $0.0 == first.0 && !$0.1.isEmpty }), !first.0.isEmpty
      else { continue }
      (company, self.names) = (String(first.0), known.map { String($0.1) })
      return
    }
    (company, self.names) = (nil, all)
  }
}
