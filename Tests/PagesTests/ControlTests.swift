import Blueprint
import Testing
import Values

@testable import TenonPages

private func field(_ control: String, _ storage: Storage, _ range: ClosedRange<Int64>? = nil)
  -> PageField
{
  let look = FieldLook(
    name: "it", control: control, label: Words(["它"]),
    options: [
      OptionLook(name: "a", label: Words(["甲"])), OptionLook(name: "b", label: Words(["乙"])),
    ], range: range)
  return PageField(look, language: 0, storage: storage, isRequired: false)!
}

private func context(_ locale: TenonPages.Locale) -> PageContext {
  PageContext(locale: locale, currency: Currency(code: "CNY", scale: 2))
}

private func html(_ write: (inout HTMLWriter) -> Void) -> String {
  var out = HTMLWriter()
  write(&out)
  return String(decoding: out.bytes, as: UTF8.self)
}

private func read(_ field: PageField, _ value: Value, _ locale: TenonPages.Locale = .zh) -> String {
  html { field.control.writeRead(Cell(value), field, context(locale), into: &$0) }
}

private func input(_ field: PageField, _ value: Value) -> String {
  html {
    InputPlace(form: FormField(field, value: value), id: "it")
      .writeControl(context(.zh), into: &$0)
  }
}

@Test(arguments: [
  ("2:30", "150"), ("90", "90"), ("1.5h", "90"), ("1 小时 30 分钟", "90"), ("2h", "120"),
  ("45min", "45"), ("1h5m", "65"), ("-1:00", "-60"), ("", ""), ("1:75", nil), ("soon", nil),
  ("1:2:3", nil), (":30", nil), ("1.5", nil),
])
func durationsAreRead(_ typed: String, _ wire: String?) {
  #expect(FormInput.parse(typed, as: field("duration", .integer)) == wire.map(FormInput.wire))
}

@Test func durationsReadBack() {
  let takes = field("duration", .integer)
  for minutes: Int64 in [0, 5, 59, 60, 61, 150, 100_000, -90] {
    let text = takes.control.inputText(.integer(minutes), takes)
    #expect(FormInput.parse(text, as: takes) == .wire(String(minutes)), "\(text)")
  }
  #expect(read(takes, .integer(150)) == "2 小时 30 分钟")
  #expect(read(takes, .integer(120), .en) == "2 h")
  #expect(takes.text(.integer(5), context(.en)) == "5 min")
}

@Test func textsAreShownInTheirForm() {
  #expect(read(field("bank_card", .text), .text("6222021234567894")).contains("6222\u{A0}0212"))
  #expect(read(field("plate", .text), .text("沪AD12345")) == "沪A·D12345")
  #expect(read(field("year_month", .text), .text("2026-03"), .en) == "Mar 2026")
  // Masked and older values are shown as they are.
  #expect(read(field("bank_card", .text), .text("6****4")) == "6****4")
  #expect(read(field("color", .text), .text("<b>")) == #"<span class="call">&lt;b&gt;</span>"#)
  #expect(FormInput.parse("沪a·d12345", as: field("plate", .text)) == .wire("沪AD12345"))
}

@Test func slidersHaveTheirBounds() {
  let share = input(field("percent.slider", .scaled(4), 0...10_000), .integer(2_500))
  #expect(share.contains(#"min="0" max="100" step="1" value="25""#), "\(share)")
  let small = input(field("decimal.slider", .scaled(1), 0...50), .integer(15))
  #expect(small.contains(#"min="0.0" max="5.0" step="0.1" value="1.5""#), "\(small)")
  let field = field("percent.slider", .scaled(4), 0...10_000)
  #expect(FormInput.parse("25", as: field) == .wire("0.25"))
}

@Test func groupsSayWhatTheyAre() {
  let radio = input(field("choice.radio", .text), .text("b"))
  #expect(radio.contains(#"role="radiogroup""#) && radio.contains(#"value="b" checked"#))
  let answer = field("boolean.yes_no", .boolean)
  #expect(FormInput.parse("", as: answer) == .wire(""))
  #expect(FormInput.parse("false", as: answer) == .wire("false"))
  let boxes = input(field("multi_choice.checkbox", .list), .text("[\"a\"]"))
  #expect(boxes.contains(#"role="group""#) && boxes.contains(#"value="a" checked"#), "\(boxes)")
  #expect(!input(field("boolean.checkbox", .boolean), .integer(1)).contains("switch"))
}

@Test func moneyStandsInCapitals() {
  let total = field("money.capital", .scaled(2))
  #expect(read(total, .integer(123_400)).contains("人民币壹仟贰佰叁拾肆元整"))
  #expect(total.text(.integer(123_400), context(.zh)) == "¥1,234.00")
}

@Test func barsAreThoseOfTheStandard() {
  #expect(Code128.patterns.count == 107)
  #expect(Code128.patterns.dropLast().allSatisfy { $0.reduce(0, +) == 11 })
  #expect(Set(Code128.patterns).count == 107)
  // Start B, A, its checksum (104 + 33) % 103 = 34, stop.
  let widths = [104, 33, 34, 106].flatMap { Code128.patterns[$0] }
  #expect(Code128.widths("A") == widths)
  #expect(Code128.widths("条") == nil)
}

/// Without a reader of it Markdown is a text; with one its markup stands as it is.
@Test func markdownIsLaidOut() {
  let story = field("markdown", .text)
  #expect(read(story, .text("<b>")).contains("&lt;b&gt;"))
  let drawing = Drawing(markdown: { Array("<p>\($0.count)</p>".utf8) })
  let context = PageContext(
    locale: .zh, currency: Currency(code: "CNY", scale: 2), drawing: drawing)
  let out = html { story.control.writeRead(Cell(.text("abc")), story, context, into: &$0) }
  #expect(out == #"<div class="rich"><p>3</p></div>"#)
}
