import Testing
import Values

@testable import TenonPages

private let samples = Samples(locale: .zh)

@Test(arguments: [
  ("1234.5", "1234.5"), ("1,234,567.80", "1234567.8"), ("１，２３４．５", "1234.5"), ("￥1,000", "1000"),
  ("¥ 12", "12"), ("-3", "-3"), ("−3", "-3"), ("＋3", "3"), ("12元", "12"), ("1.2万", "12000"),
  ("3亿", "300000000"), ("0.00005万", "0.5"), (" 7\u{3000}", "7"), ("", ""), ("007", "7"),
  ("1 000", "1000"), ("$5", "5"),
])
func amountsAreRead(_ typed: String, _ wire: String) {
  #expect(FormInput.parse(typed, as: samples.revenue) == .wire(wire))
}

@Test(arguments: [
  "abc", "1,23", "1,2345", ",123", "1.2.3", "1,,000", "--1", "12.", ".5", "1e5", "万", "¥", "%",
  "12%", "0x10", "1.000,5", "٣", String(repeating: "9", count: 200),
])
func whatIsNoAmountIsRefused(_ typed: String) {
  #expect(FormInput.parse(typed, as: samples.revenue) == nil)
}

@Test(arguments: [
  ("12.5", "0.125"), ("12.5%", "0.125"), ("１２．５％", "0.125"), ("100", "1"), ("0.01", "0.0001"),
  ("-6.25 %", "-0.0625"), ("0", "0"), ("", ""),
])
func percentsAreRead(_ typed: String, _ wire: String) {
  #expect(FormInput.parse(typed, as: samples.discount) == .wire(wire))
}

@Test(arguments: [
  ("2026-03-02", "2026-03-02"), ("2026/3/2", "2026-03-02"), ("2026年3月2日", "2026-03-02"),
  ("２０２６．３．２", nil), ("2026.3.2", "2026-03-02"), ("2026-02-30", nil), ("3/2/2026", nil),
  ("20260302", nil), ("2026-3/2", nil), ("", ""), ("2026-03-02-", nil),
])
func datesAreRead(_ typed: String, _ wire: String?) {
  #expect(FormInput.parse(typed, as: samples.signed) == wire.map(FormInput.wire))
}

@Test func timesAndBoundsAreRead() {
  let day: Int64 = 20_514 * 86_400_000
  let field = samples.visited
  #expect(FormInput.parse("2026-03-02T09:05", as: field) == .localTime(day + 32_700_000))
  #expect(FormInput.parse("2026-03-02", as: field) == nil)
  #expect(FormInput.parse("2026-03-02T25:00", as: field) == nil)
  #expect(
    FormInput.parse(bound: "2026-03-02", isUpper: false, as: field) == .localTime(day))
  #expect(
    FormInput.parse(bound: "2026-03-02", isUpper: true, as: field)
      == .localTime(day + 86_399_999))
  #expect(FormInput.parse(bound: "1万", isUpper: true, as: samples.revenue) == .wire("10000"))
}

@Test func choicesAndBoxesAreRead() {
  #expect(FormInput.parse("vip", as: samples.level) == .wire("vip"))
  #expect(FormInput.parse("", as: samples.level) == .wire(""))
  #expect(FormInput.parse("other", as: samples.level) == nil)
  #expect(FormInput.parse("", as: samples.active) == .wire("false"))
  #expect(FormInput.parse("true", as: samples.active) == .wire("true"))
  #expect(FormInput.parse("maybe", as: samples.active) == nil)
}

/// Would catch an input whose own text changes the value when a form is saved untouched.
@Test func inputsReadBackWhatTheyShow() {
  let cases: [(PageField, [Int64])] = [
    (samples.revenue, [0, 1, -1, 123_450, Storage.mantissaLimit, -Storage.mantissaLimit]),
    (samples.discount, [0, 1, 1250, 10_000, -625, 123_456]),
    (samples.staff, [0, -3, 1260, Storage.integerLimit]), (samples.score, [0, 865, -1]),
    (samples.signed, [0, 20_514, -1]), (samples.parent, [44]),
    (samples.active, [0, 1]),
  ]
  for (field, values) in cases {
    for value in values {
      let form = FormField(field, value: .integer(value))
      guard case .wire(let wire) = FormInput.parse(form.text, as: field) else {
        Issue.record("\(field.name) \(form.text)")
        continue
      }
      #expect(field.storage.parse(wire) == .integer(value), "\(field.name) \(form.text)")
    }
    #expect(FormField(field, value: .blank).text == "")
  }
  let time: Int64 = 1_772_413_512_000
  let form = FormField(samples.visited, value: .integer(time))
  #expect(FormInput.parse(form.text, as: samples.visited) == .localTime(time))
}
