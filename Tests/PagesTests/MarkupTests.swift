import Testing
import Values

@testable import TenonPages

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

private func values(of attribute: String, in html: String) -> [String] {
  html.split(separator: " \(attribute)=\"").dropFirst().map {
    String($0.prefix { $0 != "\"" })
  }
}

/// Would catch a label, a description or an error link that points at nothing, and an id twice.
@Test(arguments: TenonPages.Locale.allCases)
func everyReferenceResolves(_ locale: TenonPages.Locale) {
  for (name, bytes) in Samples(locale: locale).documents {
    let html = text(bytes)
    let ids = values(of: "id", in: html)
    #expect(Set(ids).count == ids.count, "\(name)")
    var wanted = values(of: "for", in: html)
    for attribute in ["aria-describedby", "aria-labelledby", "aria-controls"] {
      wanted += values(of: attribute, in: html).flatMap {
        $0.split(separator: " ").map(String.init)
      }
    }
    wanted += values(of: "href", in: html).filter { $0.hasPrefix("#") }.map {
      String($0.dropFirst())
    }
    for id in wanted { #expect(ids.contains(id), "\(name): \(id)") }
  }
}

@Test(arguments: TenonPages.Locale.allCases)
func pagesAreWholeDocuments(_ locale: TenonPages.Locale) {
  for (name, bytes) in Samples(locale: locale).documents {
    let html = text(bytes)
    #expect(html.hasPrefix("<!doctype html><html lang=\"\(locale.tag)\">"), "\(name)")
    #expect(html.hasSuffix("</body></html>\n"), "\(name)")
    #expect(html.split(separator: "<h1").count == 2, "\(name)")
    #expect(html.split(separator: "<main").count == 2, "\(name)")
    #expect(html.contains("<title>"), "\(name)")
    #expect(unbalanced(html) == nil, "\(name): \(unbalanced(html) ?? "")")
  }
}

/// The first tag that closes what is not open, or stays open; nil when all are in order.
private func unbalanced(_ html: String) -> String? {
  let void: Set<String> = ["!doctype", "meta", "link", "input", "img", "hr"]
  var open: [String] = []
  for piece in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
    let tag = piece.prefix { $0 != ">" }
    let name = String(tag.drop { $0 == "/" }.prefix { !" />".contains($0) })
    if tag.hasPrefix("/") {
      if open.popLast() != name { return name }
    } else if !void.contains(name), !tag.hasSuffix("/") {
      open.append(name)
    }
  }
  return open.last
}

/// A POST without its token would be refused by the server, one without `version` overwrite.
@Test func postFormsCarryTheirTokens() {
  let samples = Samples(locale: .en)
  for (name, bytes) in samples.documents {
    let forms = text(bytes).split(separator: "<form").dropFirst().filter {
      $0.prefix { $0 != ">" }.contains("method=\"post\"")
    }
    for form in forms {
      let body = form.prefix(upTo: form.firstRange(of: "</form>")?.lowerBound ?? form.endIndex)
      #expect(body.contains("name=\"csrf\" value=\"c5rf\""), "\(name)")
    }
  }
  let edit = text(
    samples.html { Pages.render(samples.failedEdit, frame: samples.frame(), into: &$0) })
  #expect(edit.contains(#"name="version" value="4""#))
  #expect(edit.contains(#"name="token" value="once""#))
  #expect(edit.contains(#"action="/app/customer/7""#))
  let record = text(
    samples.html { Pages.render(samples.record, frame: samples.frame(), into: &$0) })
  #expect(record.contains(#"action="/app/customer/7/delete""#))
  #expect(record.contains(#"name="version" value="3""#))
}

@Test func rightsDecideWhatIsOffered() {
  let samples = Samples(locale: .en)
  var record = samples.record
  record.canEdit = false
  record.canDelete = false
  let html = text(samples.html { Pages.render(record, frame: samples.frame(), into: &$0) })
  #expect(!html.contains("/edit"))
  #expect(!html.contains("/app/customer/7/delete"))
  var list = samples.list()
  list.rights.canCreate = false
  var frame = samples.frame()
  frame.creatable = []
  #expect(!text(samples.html { Pages.render(list, frame: frame, into: &$0) }).contains("/new"))
}

@Test func headersTellTheOrder() {
  let samples = Samples(locale: .en)
  var list = samples.list()
  list.sort = 2
  let html = text(samples.html { Pages.render(list, frame: samples.frame(), into: &$0) })
  #expect(
    html.contains(
      #"<th scope="col" class="num" data-field="revenue" aria-sort="descending"><a"#
        + #" href="/app/customer?filter.level=vip&amp;filter.revenue.from=10%2C000"#
        + "&amp;sort=revenue"
    ))
  #expect(values(of: "aria-sort", in: html) == ["descending"])
}

@Test func wordsOfFieldsAreRight() {
  let context = Samples(locale: .zh).context
  let samples = Samples(locale: .zh)
  #expect(
    FieldProblem.tooLarge(.integer(10_000)).text(samples.discount, context) == "协议折扣不能大于 100\u{A0}%"
  )
  #expect(FieldProblem.tooSmall(.integer(100)).text(samples.revenue, context) == "年营业额不能小于 ¥1.00")
  #expect(FieldProblem.required.text(samples.name, context) == "请填写客户名称")
}

@Test func sameModelSameBytes() {
  for locale in TenonPages.Locale.allCases {
    let first = Samples(locale: locale).documents.map(\.bytes)
    #expect(first == Samples(locale: locale).documents.map(\.bytes))
  }
}

@Test func everyKeywordHasItsControl() {
  for look in FieldControls.looks { #expect(FieldControls.control("money." + look) != nil) }
  #expect(FieldControls.control("colour") == nil && FieldControls.control("money.no") == nil)
}

@Test func assetsStaySmallAndNamed() {
  #expect(PageAssets.style.bytes.count < 41_000)
  #expect(PageAssets.script.bytes.count + PageAssets.rules.bytes.count < 60_000)
  #expect(Set((PageAssets.all + BrandAssets.tenon.all).map(\.path)).count == 7)
  #expect(PageAssets.style.path.text.hasPrefix("/assets/app."))
  let list = Samples(locale: .zh).documents.first { $0.name == "list" }!.bytes
  #expect(list.count < 60_000)
  #expect(text(list).contains(PageAssets.style.path.text))
}

/// Would catch a squeezed script that lost more than what parts nothing.
@Test(arguments: [
  (
    "// Why.\nconst a = `/x//b ${ c ? \"}\" : `{ ` } y`;\n\n",
    "const a=`/x//b ${ c ? \"}\" : `{ ` } y`;\n"
  ),
  ("if (a) { // as before\n  go(b);\n}\ngo(c);\n", "if(a){go(b);}\ngo(c);\n"),
  ("return / \\/ [/ ] /g.test(a) / 2 / b;", "return/ \\/ [/ ] /g.test(a)/2/b;\n"),
  ("const a = b\n  .filter((x) => x)\n  || c;", "const a=b.filter((x)=>x)||c;\n"),
  ("a + +b - -c;\nd++\ne = f\ng()", "a+ +b- -c;d++\ne=f\ng()\n"),
  ("for (const a of [1, 2]) delete b[a];", "for(const a of[1,2])delete b[a];\n"),
  ("a = 'it\\'s  // no';\nb = \"  \";", "a='it\\'s  // no';b=\"  \";\n"),
  ("const 名 = typeof 值;", "const 名=typeof 值;\n"),
])
func scriptsKeepTheirMeaning(_ source: String, _ squeezed: String) {
  #expect(text(ScriptText.squeezed(Array(source.utf8))) == squeezed)
}

/// Would catch a squeezed sheet in which a selector or a value means something else.
@Test func sheetsKeepTheirMeaning() {
  let sheet: StaticString = """
    a :hover, .b > c {
      margin: 0 auto;  width: calc(100% - 2px) !important;
      > :is(e, f) + g { color: red; }
    }
    @media (min-width: 1px) and (hover: hover) { d::before { content: " "; } }

    """
  #expect(
    text(SheetText.squeezed([sheet]))
      == "a :hover,.b>c{margin:0 auto;width:calc(100% - 2px)!important;>:is(e,f) + g{color:red}}"
      + "@media (min-width:1px) and (hover:hover){d::before{content:\" \"}}")
}
