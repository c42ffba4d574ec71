import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts, elements and links of an SVG document.
final class SVGText: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var texts: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var links: [String] = []
  private var inText = false

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(elementName)
    if let link = attributes["xlink:href"] { links.append(link) }
    inText = elementName == "text"
    if inText { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if inText { texts[texts.count - 1] += string.replacing("\u{A0}", with: " ") }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
  ) {
    inText = false
  }
}
