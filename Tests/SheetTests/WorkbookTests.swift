import Testing
import Values

@testable import TenonSheets

@Suite struct WorkbookTests {
  /// Writes rows and reads them again.
  private func roundTrip(
    _ columns: [SheetColumn], _ rows: [[SheetCell]]
  ) throws -> [SheetRow] {
    let writer = try SheetWriter(sheet: "客户", columns: columns)
    for row in rows { try writer.append(row) }
    let file = try writer.finish()
    return try SampleFile(file.taken()).rows()
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let columns = [
      SheetColumn(title: "名称", width: 30),
      SheetColumn(title: "预算", format: .money(sign: "¥", digits: 2)),
      SheetColumn(title: "折扣", format: .percent(digits: 2)), SheetColumn(title: "是否"),
      SheetColumn(title: "日期"), SheetColumn(title: "时刻"), SheetColumn(title: "时间"),
    ]
    let day = try #require(CivilDate(year: 2026, month: 3, day: 31))
    let moment = try #require(Instant.parseLocal("2026-03-31T23:30:15"))
    let rows: [[SheetCell]] = [
      [
        .text("上海海岚"), .number("-130000.01"), .percent("0.125"), .boolean(true), .date(day),
        .dateTime(moment), .time(45_000_000),
      ],
      [.blank, .number("0"), .percent("0"), .boolean(false)],
      [
        .blank, .number("999999999999.99"), .blank, .blank, .blank,
        .dateTime(day.days * 86_400_000),
      ],
    ]
    let read = try roundTrip(columns, rows)
    #expect(read.map(\.number) == [1, 2, 3, 4])
    #expect(read[0].cells == columns.map { .text($0.title) })
    #expect(read[1...].map(\.cells) == rows)
  }

  @Test func decimalsComeBackAsTheyWere() throws {
    var decimals = [
      "0.1", "0.07", "99999999999.9999", "-0.0001", "100000000000000000000", "12345678901234.5",
    ]
    for seed in 0..<400 {
      let mantissa = (Int64(seed) &* 7_046_029_254_386_353) % 1_000_000_000_000_000
      decimals.append(
        try #require(SheetNumber.decimal(Decimal.print(mantissa, scale: UInt8(seed % 8)).utf8)))
    }
    let read = try roundTrip([SheetColumn(title: "n")], decimals.map { [.number($0)] })
    #expect(read[1...].map { $0[0] } == decimals.map { .number($0) })
  }

  @Test func whatSpreadsheetsCannotHoldStaysText() throws {
    let old = try #require(CivilDate(year: 1899, month: 1, day: 2))
    let read = try roundTrip(
      [SheetColumn(title: "x")], [[.number("1234567890123456.78")], [.date(old)]])
    #expect(read[1...].map { $0[0] } == [.text("1234567890123456.78"), .text("1899-01-02")])
    let writer = try SheetWriter(sheet: "'[]:*?/\\", columns: [])
    #expect(throws: SheetError.beyond(.cellLength, most: 32_767, row: 3)) {
      try writer.append([.text("a")])
      try writer.append([.text(String(repeating: "长", count: 32_768))])
    }
  }

  @Test func textsComeBackAsTheyWere() throws {
    let texts = [
      "=1+1", "＝1", "@SUM(A1)", "-5", "+5", "'=1", "{=1}", " a ", "两\n行", "制表\t符", "回\r车",
      "_x000D_",
      "_x005F_", "<b>&amp;\"'", "https://example.com", "\u{1F600}", "\u{1}", "123", "TRUE", "#N/A",
      "2026-03-31", "_", "_x00zz_",
    ]
    let read = try roundTrip([SheetColumn(title: "t")], texts.map { [.text($0)] })
    #expect(read[1...].map { $0[0] } == texts.map { .text($0) })
  }

  @Test(arguments: [
    ("General", NumberFormat.number), ("0.00", .number),
    ("#,##0.00_);[Red]\\(#,##0.00\\)", .number),
    ("0.00E+00", .number), ("\"天\"0", .number), ("0\"d\"", .number), ("@", .number),
    ("0.0%", .percent),
    ("yyyy\"年\"m\"月\"d\"日\"", .date), ("yyyy年m月d日", .date), ("[$-804]yyyy/m/d;@", .date),
    ("m\"月\"d\"日\"", .date), ("mmm-yy", .date), ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .date),
    ("aaaa", .date),
    ("[$-F800]dddd, mmmm dd, yyyy", .date), ("h:mm", .time), ("[$-F400]h:mm:ss AM/PM", .time),
    ("上午/下午h\"时\"mm\"分\"", .time), ("mm:ss.0", .time), ("yyyy-mm-dd hh:mm:ss", .dateTime),
    ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed), ("e\"年\"", .date), ("\"%\"0", .number),
    ("[>100]0;0", .number), ("m", .date),
  ])
  func formatsAreUnderstood(_ code: String, _ format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test(arguments: [
    ("1", "1"), ("-0", "0"), ("007", "7"), ("0.30000000000000004", "0.3"), ("1E3", "1000"),
    ("1.5e-7", "0.00000015"), ("123456789012345678", "123456789012345678"),
    ("9.9999999999999999", "10"),
    ("12.300000000000001", "12.3"), ("1e400", nil), ("1e999999999999999999999", nil), ("", nil),
    ("-", nil),
    ("1.2.3", nil), (".5", "0.5"), ("5.", "5"), ("NaN", nil), ("0x10", nil),
    ("4.3499999999999996", "4.35"),
    ("1e", nil), ("0e5", "0"),
  ])
  func numbersAreDecimals(_ text: String, _ decimal: String?) {
    #expect(SheetNumber.decimal(text.utf8) == decimal)
  }

  @Test func serialNumbersAreDays() throws {
    func day(_ text: String) -> SheetCell? { CivilDate(parsing: text).map(SheetCell.date) }
    func cell(_ decimal: String, _ format: NumberFormat = .date, is1904: Bool = false) -> SheetCell?
    {
      SerialDate.cell(decimal, format, is1904: is1904)
    }
    #expect(cell("1") == day("1900-01-01"))
    #expect(cell("59") == day("1900-02-28"))
    #expect(cell("60") == nil)
    #expect(cell("61") == day("1900-03-01"))
    #expect(cell("45000") == day("2023-03-15"))
    #expect(cell("2958465") == day("9999-12-31"))
    #expect(cell("2958466") == nil)
    #expect(cell("-1") == nil)
    #expect(cell("0") == nil)
    #expect(cell("0", is1904: true) == day("1904-01-01"))
    #expect(cell("43538", is1904: true) == day("2023-03-15"))
    #expect(cell("45000.5") == .dateTime(Int64(19_431) * 86_400_000 + 43_200_000))
    #expect(cell("0.5", .time) == .time(43_200_000))
    #expect(cell("1.5", .elapsed) == .time(129_600_000))
    #expect(cell("0.52083333333333337", .time) == .time(45_000_000))
    #expect(cell("45000", .dateOrTime) == day("2023-03-15"))
    #expect(cell("0.25", .dateOrTime) == .time(21_600_000))
  }
}
