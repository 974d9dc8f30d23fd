import Testing

@testable import TenonServer

@Test(arguments: [
  ("# A", "<h3>A</h3>\n"), ("##### A", "<h6>A</h6>\n"), ("/h1>", "<p>/h1&gt;</p>\n"),
  ("**b** `c`", "<p><strong>b</strong> <code>c</code></p>\n"),
  ("[x](https://a.example)", "<p><a href=\"https://a.example\">x</a></p>\n"),
])
func markdownIsRead(_ text: String, _ html: String) {
  #expect(Markdown.html(text).map { String(decoding: $0, as: UTF8.self) } == html)
}

/// Nothing that someone types runs: no markup, no scheme that is a script.
@Test(arguments: [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
  "![x](javascript:alert(1))", "<a href=javascript:alert(1)>", "[x](vbscript:a)",
  "a <b onclick=alert(1)>b</b>", "<javascript:alert(1)>",
])
func markdownRunsNothing(_ text: String) throws {
  let html = String(decoding: try #require(Markdown.html(text)), as: UTF8.self).lowercased()
  for sign in ["<script", "<img src=x", "onerror=", "onclick=", "href=\"javascript", "src=\"j"] {
    #expect(!html.contains(sign), "\(html)")
  }
  #expect(!html.contains("href=\"data:") && !html.contains("href=\"vbscript"))
}
