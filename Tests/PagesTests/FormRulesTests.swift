import Blueprint
import Testing
import Values

@testable import TenonPages

@Suite struct FormRulesTests {
  private let samples = Samples(locale: .en)

  private func page(_ fields: [FormField], _ rules: FormRules?) -> String {
    let page = FormPage(
      entity: samples.customer, purpose: .create, sections: [FormSection(fields)], rules: rules)
    var out = HTMLWriter()
    Pages.render(page, frame: samples.frame(), into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  private func rules() -> FormRules {
    FormRules(
      tables: .asset("forms.js"), entity: "customer", zone: "Asia/Shanghai", now: 1, today: 2,
      me: 3, roles: ["sales", "admin"], team: [3, 4], my: [("name", "O\"Neill\\\n")],
      known: [("level", "vip")])
  }

  @Test func aFormSaysWhatItsRulesNeed() {
    let html = page([FormField(samples.name, typed: "a")], rules())
    for part in [
      "data-functions=\"\(PageAssets.rules.path.text)\"", #"data-rules="/assets/forms.js""#,
      #"data-entity="customer""#, #"data-zone="Asia/Shanghai""#, #"data-now="1""#,
      #"data-today="2""#, #"data-me="3""#, #"data-roles="sales,admin""#, #"data-team="3,4""#,
      #"data-my="{&quot;name&quot;:&quot;O\&quot;Neill\\\u000a&quot;}""#,
      #"data-known="{&quot;level&quot;:&quot;vip&quot;}""#,
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!page([FormField(samples.name, typed: "a")], nil).contains("data-rules"))
  }

  @Test func aComputedFieldIsShownAndTakesNothing() {
    let fields = [
      FormField(samples.revenue, computed: Cell(.integer(1_234_567))),
      FormField(samples.level, computed: Cell(.text("normal"))),
      FormField(samples.active, computed: Cell(.integer(0))),
      FormField(samples.parent, computed: Cell(.integer(7), related: "Hengrun")),
      FormField(samples.visited, computed: Cell(.blank)),
    ]
    let html = page(fields, rules())
    let prefix = samples.context.moneyPrefix
    for part in [
      "<output id=\"f0-0\" class=\"num\" data-before=\"\(prefix)\">\(prefix)12,345.67</output>",
      #"<span data-value="vip" hidden>"#, #"<span data-value="normal"><span"#,
      #"<span data-value="true" hidden>"#, #"<span data-value="false"><span"#,
      #"<output id="f0-3">Hengrun</output>"#, #"<output id="f0-4"></output>"#,
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains(#"name="f."#))
  }

  /// What the browser needs to evaluate expressions is small beside what needs it.
  @Test func theFunctionsAreFewBytes() {
    #expect(ScriptText.squeezed(RuleScript.functions).count < 10_000)
  }
}
