import Testing
import Values

@testable import TenonPages

/// What no page may ever hand on as it came.
private let marker = #""><script>'&"#

/// Would catch a dynamic text that goes around the escaper anywhere: the marker is in every name,
/// label, value, token, title, key and message of every page.
@Test(arguments: TenonPages.Locale.allCases)
func nothingComesOutUnescaped(_ locale: TenonPages.Locale) {
  for (name, bytes) in Samples(locale: locale, mark: marker).documents {
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(!html.contains(marker), "\(name)")
    #expect(!html.contains(#""><script>"#), "\(name)")
    #expect(!html.contains("<script>"), "\(name)")
    // The marker did get in: escaped as text, or percent-encoded in a URL.
    #expect(html.contains("&quot;&gt;&lt;script&gt;&#39;&amp;"), "\(name)")
    #expect(scripts(in: html) == 1, "\(name)")
  }
}

private func scripts(in html: String) -> Int { html.split(separator: "<script").count - 1 }

@Test func theEscaperCoversTextAndAttributes() {
  var out = HTMLWriter()
  out.text("a<b>&\"'c中文")
  out.attribute("title", "\"'<>&")
  #expect(
    String(decoding: out.bytes, as: UTF8.self)
      == "a&lt;b&gt;&amp;&quot;&#39;c中文 title=\"&quot;&#39;&lt;&gt;&amp;\"")
}

/// Inline style or script would be refused by the policy that the server sends.
@Test func pagesHoldNoInlineStyleOrHandler() {
  for locale in TenonPages.Locale.allCases {
    for (name, bytes) in Samples(locale: locale).documents {
      let html = String(decoding: bytes, as: UTF8.self)
      for part in [" style=", "<style", " onclick", " onsubmit", "javascript:"] {
        #expect(!html.contains(part), "\(name) \(part)")
      }
    }
  }
}

@Test func pathsLeadNowhereElse() {
  for bad in [
    "", "app", "//evil.example", "/\\evil.example", "https://evil.example", "/a b", "/a\nb",
    "javascript:alert(1)", "\t/app", "/\u{7F}",
  ] {
    #expect(PagePath(checking: bad) == nil, "\(bad)")
  }
  #expect(PagePath(checking: "/app/客户?a=\"b\"#x")?.text == "/app/%E5%AE%A2%E6%88%B7?a=%22b%22")
  #expect(PagePath(checking: "/")?.text == "/")
}

@Test func pathsAreEncoded() {
  #expect(PagePath.record("客户", 7).text == "/app/%E5%AE%A2%E6%88%B7/7")
  #expect(PagePath.edit("a/b?c", 7).text == "/app/a%2Fb%3Fc/7/edit")
  #expect(PagePath.delete("deal", 1).text == "/app/deal/1/delete")
  #expect(PagePath.new("deal").text == "/app/deal/new")
  let path = PagePath.list("deal").with([("filter.name", "a&b=c 中"), ("sort", ""), ("at", "last")])
  #expect(path.text == "/app/deal?filter.name=a%26b%3Dc%20%E4%B8%AD&at=last")
}

@Test func listPathsKeepTheirState() {
  let list = Samples(locale: .en).list()
  #expect(
    list.query.path("customer", after: "k1").text
      == "/app/customer?filter.level=vip&filter.revenue.from=10%2C000&after=k1")
  #expect(
    list.path(list.query.withoutFilters("level")).text
      == "/app/customer?filter.revenue.from=10%2C000")
  #expect(list.path(list.query.withoutFilters()).text == "/app/customer")
  let other = list.query.setting("view", "key").setting("sort", "-revenue").setting("view", "all")
  #expect(
    other.pathOfLast("customer").text
      == "/app/customer?filter.level=vip&filter.revenue.from=10%2C000&sort=-revenue"
      + "&view=all&at=last")
  #expect(other.setting("sort", "").text.contains("sort") == false)
  #expect(
    ListQuery([("after", "k"), ("q", ""), ("saved", "3"), ("view", "a&b")]).text == "view=a%26b")
}
