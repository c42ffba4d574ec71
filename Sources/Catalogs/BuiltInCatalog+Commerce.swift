extension BuiltInCatalog {

  /// The commerce catalog: what an online shop needs to crawl, walk and run.
  ///
  /// Three stages, seven elements and some ninety capabilities in English, Dutch and Swedish, each number with its grade of
  /// evidence and its source.
  public static let commerce = BuiltInCatalog(
    name: "commerce",
    parts: [
      Part(fileName: "stages-and-elements.yaml", text: CommerceText.stagesAndElements),
      Part(fileName: "sources.yaml", text: CommerceText.sources),
      Part(fileName: "action.yaml", text: CommerceText.action),
      Part(fileName: "data.yaml", text: CommerceText.data),
      Part(fileName: "insights.yaml", text: CommerceText.insights),
      Part(fileName: "methodology.yaml", text: CommerceText.methodology),
      Part(fileName: "governance.yaml", text: CommerceText.governance),
      Part(fileName: "privacy.yaml", text: CommerceText.privacy),
      Part(fileName: "commerce-shop.yaml", text: CommerceText.commerceShop),
      Part(fileName: "commerce-content.yaml", text: CommerceText.commerceContent),
      Part(fileName: "commerce-payments.yaml", text: CommerceText.commercePayments),
      Part(fileName: "commerce-fulfilment.yaml", text: CommerceText.commerceFulfilment),
    ])
}

/// The namespace of the embedded files of the commerce catalog, which `scripts/embed-catalog` writes.
enum CommerceText {}
