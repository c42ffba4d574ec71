/// A catalog of maturity stages and capabilities that comes with the tool.
///
/// A catalog is kept as the YAML that its authors wrote, in several files that people can read. Their maps are disjoint or
/// merge key by key, so a reader layers the parts in their order and gets one document. This room knows nothing of the
/// format: reading and checking are the business of the reader of scenarios.
public struct BuiltInCatalog: Sendable, Hashable {

  /// One file of a catalog.
  public struct Part: Sendable, Hashable {

    /// The name of the file, without a folder, as findings print it.
    public let fileName: String

    /// The whole text of the file, in UTF-8 YAML.
    public let text: String
  }

  /// The name by which a scenario refers to the catalog, in its field `catalog`.
  public let name: String

  /// The files, in the order in which a person would read them.
  public let parts: [Part]
}

extension BuiltInCatalog {

  /// Every built-in catalog, in the order of their names.
  public static let all: [BuiltInCatalog] = [commerce]

  /// Returns the built-in catalog with the given name, or `nil` when there is none.
  ///
  /// - Parameter name: The name as a scenario writes it; case matters.
  public static func named(_ name: String) -> BuiltInCatalog? {
    all.first { $0.name == name }
  }
}
