import Catalogs

/// A catalog that a scenario can name without having its files.
struct ShelvedCatalog: Sendable {
  /// The word after `catalog:`.
  let name: String
  /// The files that are one document together.
  let parts: [(file: String, text: String)]

  /// The catalogs that come with this package.
  static let builtIn: [ShelvedCatalog] = BuiltInCatalog.all.map { catalog in
    let parts = catalog.parts.map { part in (file: "\(catalog.name)/\(part.fileName)", text: part.text) }
    return ShelvedCatalog(name: catalog.name, parts: parts)
  }
}
