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
    func field(_ control: String, _ storage: Storage, _ target: String? = nil) -> PageField {
      samples.field(
        "x", control, "x", "x", storage,
        options: control == "choice" ? [("vip", "a", "a"), ("normal", "b", "b")] : [],
        target: target, isComputed: true)
    }
    let fields = [
      FormField(field("money", .scaled(2)), value: .integer(1_234_567)),
      FormField(field("choice", .text), value: .text("normal")),
      FormField(field("boolean", .boolean), value: .integer(0)),
      FormField(
        field("reference", .reference, "customer"), value: .integer(7), related: "Hengrun"),
      FormField(field("date_time", .dateTime), value: .blank),
    ]
    let html = page(fields, rules())
    let prefix = samples.context.moneyPrefix
    for part in [
      "<output id=\"f0-0\" class=\"num\" data-before=\"\(prefix)\">\(prefix)12,345.67</output>",
      #"<span data-value="vip" hidden>"#, #"<span data-value="normal"><span"#,
      #"<span data-value="true" hidden>"#, #"<span data-value="false"><span"#,
      #"<output id="f0-3">Hengrun</output>"#, #"<output id="f0-4">Worked out</output>"#,
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains(#"name="f."#))
  }

  @Test func aFormBeginsAsItsConditionsSay() {
    var level = FormField(samples.level, typed: "vip")
    var note = FormField(samples.note, typed: "n")
    var staff = FormField(samples.staff, typed: "3")
    (level.isFixed, note.isHidden, staff.isRequired) = (true, true, true)
    let html = page([level, note, staff], rules())
    for part in [
      #"<div class="field fixed" data-field="level">"#, #" aria-readonly="true"><option"#,
      #"<div class="field wide" data-field="note" hidden>"#,
      #"Employees<b class="must" aria-hidden="true">*</b>"#, #"aria-required="true" value="3""#,
      #"<section class="part">"#,
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(page([note], rules()).contains(#"<section class="part" hidden>"#))
  }

  @Test func rowsBeginAsTheirConditionsSay() {
    var name = FormField(samples.name, typed: "a")
    var level = FormField(samples.level, typed: "vip")
    (name.isHidden, level.isFixed) = (true, true)
    var row = FormLine(id: 1, version: 2, fields: [name, level])
    row.known = [("at", "3")]
    var lines = FormLines(name: "lines", label: "Rows", rows: [row], blank: nil, canDelete: true)
    lines.problem = .said([.en: "Two at least"])
    let form = FormPage(
      entity: samples.customer, purpose: .create,
      sections: [FormSection(items: [.lines(lines)])], rules: rules())
    var out = HTMLWriter()
    Pages.render(form, frame: samples.frame(), into: &out)
    let html = String(decoding: out.bytes, as: UTF8.self)
    for part in [
      #"<td class="hid" data-label="\#(samples.name.label)""#,
      #"<td class="fixed" data-label="\#(samples.level.label)""#,
      #"<tr data-known="{&quot;at&quot;:&quot;3&quot;}">"#,
      ##"<li><a href="#f0-0">Two at least</a></li>"##, "Two at least</p><div class=\"table\">",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  /// What the browser needs to evaluate expressions is small beside what needs it.
  @Test func theFunctionsAreFewBytes() {
    #expect(ScriptText.squeezed(RuleScript.functions).count < 10_000)
  }
}
