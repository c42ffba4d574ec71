import Testing

@testable import Diagrams

@Suite struct LinkTemplateTests {
  @Test(arguments: [
    ("https://wiki.example/{id}", "https://wiki.example/page-view"),
    ("HTTP://x/#{id}?a=1", "HTTP://x/#page-view?a=1"),
    ("../{id}.html", "../page-view.html"), ("#{id}", "#page-view"),
    ("/a/{id}/{id}", "/a/page-view/page-view"),
  ])
  func addressesAreFilledIn(template: String, address: String) throws {
    #expect(try #require(LinkTemplate(template)).target(for: "page-view").text == address)
  }

  @Test(arguments: [
    "", "https://x/", "javascript:alert({id})", "data:text/html,{id}", "JavaScript://%0Aalert({id})",
    "{id}\" onload=\"x",
    "https://x/<{id}>", "https://x/{id}&a=b", "https://x/{id} y", "https://x/{id}'", "vbscript:{id}",
    "https://x/\\{id}",
    "https://x/{id}\u{E9}",
  ])
  func othersAreRefused(template: String) {
    #expect(LinkTemplate(template) == nil)
  }

  @Test func idsAreEncoded() throws {
    let template = try #require(LinkTemplate("https://x/{id}"))
    #expect(template.target(for: "a b&\"\u{E9}").text == "https://x/a%20b%26%22%C3%A9")
    #expect(template.target(for: "javascript:x").text == "https://x/javascript%3Ax")
  }
}
