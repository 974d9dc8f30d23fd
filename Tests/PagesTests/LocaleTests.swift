import Testing
import Values

@testable import TenonPages

@Test func holesAreFilled() {
  #expect(Locale.zh.text(.createEntity, "客户") == "新建客户")
  #expect(Locale.en.text(.conflictBy, "{2}", "now") == "{2} saved a change at now.")
  #expect(Locale(language: "zh-Hans") == .zh)
  #expect(Locale(language: "fr") == .en)
}

private func shown(_ format: (inout ByteWriter) -> Void) -> String { ByteWriter.text(format) }

@Test(arguments: [
  (Int64(0), "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"),
  (1_234_567, "1,234,567"), (.max, "9,223,372,036,854,775,807"),
  (.min, "-9,223,372,036,854,775,808"),
])
func integers(_ value: Int64, _ text: String) {
  #expect(shown { Formats.integer(value, to: &$0) } == text)
}

@Test(arguments: [
  (Int64(0), UInt8(2), "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123_450, 2, "1,234.50"),
  (100_000_000, 2, "1,000,000.00"), (7, 0, "7"), (1_000, 3, "1.000"), (999_999, 3, "999.999"),
])
func decimals(_ mantissa: Int64, _ scale: UInt8, _ text: String) {
  #expect(shown { Formats.decimal(mantissa, scale: scale, to: &$0) } == text)
}

@Test(arguments: [
  ("CNY", TenonPages.Locale.zh, Int64(123_450), "¥1,234.50"), ("CNY", .en, -5, "-¥0.05"),
  ("USD", .zh, 100, "US$1.00"), ("USD", .en, 100, "$1.00"), ("EUR", .en, 0, "€0.00"),
  ("SEK", .zh, 100_000, "SEK\u{A0}1,000.00"),
])
func money(_ code: String, _ locale: TenonPages.Locale, _ amount: Int64, _ text: String) {
  let context = PageContext(locale: locale, currency: Currency(code: code, scale: 2))
  #expect(shown { Formats.money(amount, scale: 2, context, to: &$0) } == text)
}

@Test(arguments: [
  (Int64(1250), "12.5\u{A0}%"), (10_000, "100\u{A0}%"), (0, "0\u{A0}%"), (1, "0.01\u{A0}%"),
  (-625, "-6.25\u{A0}%"), (12_345_678, "123,456.78\u{A0}%"),
])
func percents(_ mantissa: Int64, _ text: String) {
  #expect(shown { Formats.percent(mantissa, scale: 4, to: &$0) } == text)
}

@Test func datesAndTimes() throws {
  let day = try #require(CivilDate(year: 2026, month: 3, day: 2)).days
  #expect(shown { Formats.date(day, .zh, to: &$0) } == "2026-03-02")
  #expect(shown { Formats.date(day, .en, to: &$0) } == "2 Mar 2026")
  let time = day * 86_400_000 + (9 * 60 + 5) * 60_000
  #expect(shown { Formats.dateTime(time, .zh, to: &$0) } == "2026-03-02 09:05")
  #expect(shown { Formats.dateTime(time, .en, to: &$0) } == "2 Mar 2026, 09:05")
  #expect(shown { Formats.dateTime(-60_000, .zh, to: &$0) } == "1969-12-31 23:59")
  let last = try #require(CivilDate(year: 2026, month: 12, day: 31)).days
  #expect(shown { Formats.date(last, .en, to: &$0) } == "31 Dec 2026")
}
