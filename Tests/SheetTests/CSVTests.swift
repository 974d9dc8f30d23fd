import Testing

@testable import TenonSheets

@Suite struct CSVTests {
  private func texts(_ text: String) throws -> [[String]] { try SampleFile(text).texts() }

  @Test func readsRecordsByRFC4180() throws {
    let rows = try texts("名称,备注\r\n\"甲,乙\",\"第一行\n第二行 \"\"引号\"\"\"\r\n丙, 留空 \r\n")
    #expect(rows == [["名称", "备注"], ["甲,乙", "第一行\n第二行 \"引号\""], ["丙", " 留空 "]])
  }

  @Test func lastRecordNeedsNoEnd() throws {
    #expect(try texts("a,b\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try texts("a,b\n1,\"2\"") == [["a", "b"], ["1", "2"]])
    #expect(try texts("a\r1\r") == [["a"], ["1"]])
  }

  @Test func rowsAreNumberedAsSpreadsheetsDo() throws {
    let rows = try SampleFile("a,b\n\n,,\n\"x\ny\",1\nz\n").rows()
    #expect(rows.map(\.number) == [1, 4, 5])
    #expect(rows[2].cells == [.text("z")])
    #expect(rows[2][7] == .blank)
  }

  @Test(arguments: [
    ("a;b\n1,5;2,5\n1,5;3\n", [["a", "b"], ["1,5", "2,5"], ["1,5", "3"]]),
    ("a\tb\nx, y\tz\n", [["a", "b"], ["x, y", "z"]]),
    ("sep=;\na;b,c\n", [["a", "b,c"]]),
    ("\u{FEFF}名称,数量\n甲,1\n", [["名称", "数量"], ["甲", "1"]]),
    ("只有一列\n甲;\n", [["只有一列"], ["甲"]]),
  ])
  func recognisesSeparators(_ text: String, _ rows: [[String]]) throws {
    #expect(try texts(text) == rows)
  }

  @Test func recognisesEncodings() throws {
    let gb: [UInt8] = [
      0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0x62, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0x31,
    ]
    #expect(try SampleFile(gb).texts() == [["名称", "b"], ["张三", "1"]])
    // A character of four bytes: 𠮷.
    #expect(try SampleFile([0x95, 0x34, 0xB2, 0x35]).texts() == [["𠮷"]])
    let units = Array("名,b\n".utf16)
    let little: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    let big: [UInt8] =
      [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
    #expect(try SampleFile(little).texts() == [["名", "b"]])
    #expect(try SampleFile(big).texts() == [["名", "b"]])
  }

  @Test func longFilesAreReadInPieces() throws {
    for ending in ["", "é"] {
      let cell = String(repeating: "数据\"\"", count: 900)
      let line = "\"\(cell)\",行,1\r\n"
      let text = String(repeating: line, count: 300) + ending
      let rows = try texts(text)
      #expect(rows.count == 300 + ending.count)
      #expect(rows[..<300].allSatisfy { $0 == [String(repeating: "数据\"", count: 900), "行", "1"] })
    }
    var gb: [UInt8] = [0x61]
    for _ in 0..<200_000 { gb += [0xC3, 0xFB] }
    var limits = SheetLimits()
    limits.cellLength = 1 << 20
    #expect(
      try SampleFile(gb).rows(limits)[0][0] == .text("a" + String(repeating: "名", count: 200_000)))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "＝1", "－2", "'=1", "''＠", "a", "'a", "'", "\t=1"])
  func defusedTextsComeBack(_ text: String) {
    #expect(CSVText.restored(CSVText.defused(text)) == text)
  }

  @Test func formulasStayTexts() throws {
    #expect(try texts("'=1+1,'-5,-5,'甲\n") == [["=1+1", "-5", "-5", "'甲"]])
  }

  @Test(arguments: [
    ([0x61, 0x0A, 0x62, 0x0A, 0xFF, 0x0A], SheetError.undecodable(line: 3)),
    ([0x61, 0x0A, 0x62, 0x22, 0x0A, 0x22, 0x0A], .openQuote(line: 3)),
    ([], .empty),
    (Array("%PDF-1.4".utf8), .unknownKind),
    ([0x61, 0x00, 0x62], .unknownKind),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldOrProtected),
    ([0x50, 0x4B, 0x05, 0x06], .unknownKind),
  ])
  func whatCannotBeReadIsNamed(_ bytes: [UInt8], _ error: SheetError) {
    #expect(throws: error) { try SampleFile(bytes).rows() }
  }

  @Test func limitsHold() {
    var limits = SheetLimits()
    limits.rows = 2
    limits.columns = 2
    limits.cellLength = 4
    limits.bytes = 40
    let wrong: [(String, SheetError)] = [
      ("a\nb\nc\n", .beyond(.rows, most: 2, row: 3)),
      ("a\nb,c,d\n", .beyond(.columns, most: 2, row: 2)),
      ("a\nabcde\n", .beyond(.cellLength, most: 4, row: 2)),
      (String(repeating: "a", count: 41), .beyond(.bytes, most: 40, row: nil)),
    ]
    for (text, error) in wrong {
      #expect(throws: error) { try SampleFile(text).rows(limits) }
    }
  }

  @Test func sheetsAreNamed() throws {
    let file = SampleFile("a\n")
    #expect(try SheetReader(path: file.path, name: "客户.2026.csv").sheets == ["客户.2026"])
    #expect(throws: SheetError.unreadable(2)) {
      try SheetReader(path: file.path + "x", name: "x.csv").sheets
    }
  }
}
