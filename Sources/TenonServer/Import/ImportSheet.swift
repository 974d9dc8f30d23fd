import TenonSheets

/// A spreadsheet that is imported: a row of headers, then rows of values.
struct ImportSheet {
  let headers: [String]
  private var reader: SheetReader

  /// Rows behind the headers, and columns.
  static let mostRows = 200_000
  static let mostColumns = 300

  private static func limits(_ fileSize: Int) -> SheetLimits {
    var limits = SheetLimits()
    limits.bytes = fileSize
    limits.columns = mostColumns
    limits.rows = 1_048_576
    return limits
  }

  init(_ place: String, name: String, fileSize: Int) throws(SheetError) {
    reader = try SheetReader(path: place, name: name, limits: ImportSheet.limits(fileSize))
    guard let head = try reader.next() else { throw .empty }
    headers = head.cells.map(ImportSheet.text)
  }

  /// The next row of values; nil behind the last.
  mutating func next() throws(SheetError) -> SheetRow? { try reader.next() }

  /// What people see in a cell, as a text that reads back as the same.
  static func text(_ cell: SheetCell) -> String {
    switch cell {
    case .blank: return ""
    case .text(let text): return text
    case .number(let digits): return digits
    case .percent(let digits): return digits
    case .boolean(let isTrue): return isTrue ? "TRUE" : "FALSE"
    case .date(let day): return day.description
    case .dateTime(let moment):
      let (day, time) = Instant.split(moment)
      return day.description + " " + clock(time)
    case .time(let time): return clock(time)
    case .error(let name): return name
    }
  }

  private static func clock(_ time: Int64) -> String {
    [time / 3_600_000, time / 60_000 % 60, time / 1_000 % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// A text by which sets of headers are told apart, whatever their order; what we add to rows
  /// that are to be corrected counts for nothing.
  static func fingerprint(_ headers: [String]) -> String {
    let names = headers.map(ImportText.header).filter {
      !$0.isEmpty && !ImportWords.reasonHeaders.contains($0)
    }
    return Secrets.digest(names.sorted().joined(separator: "\n"))
  }
}

/// Words of imports that stand in files and reasons.
enum ImportWords {
  /// The header of the column that says what is wrong.
  static let reason = Words2(zh: "错误原因", en: "What is wrong")
  static let reasonHeaders: Set<String> = [
    ImportText.header(reason.zh), ImportText.header(reason.en),
  ]

  static func several(_ text: String) -> Words2 {
    Words2(
      zh: "“\(text)”对应多条记录，请改用编号等唯一的内容。",
      en: "Several records are called “\(text)”; name one by what only it has.")
  }
  static func unknown(_ text: String) -> Words2 {
    Words2(zh: "找不到“\(text)”。", en: "Nothing is called “\(text)”.")
  }
  static func repeated(_ row: Int) -> Words2 {
    Words2(zh: "与第 \(row) 行重复。", en: "The same as row \(row).")
  }
  static let noKey = Words2(zh: "匹配列没有内容。", en: "What the row is matched by is blank.")
  static let noRecord = Words2(zh: "没有匹配的记录。", en: "No record matches.")
  static let tooManyCells = Words2(
    zh: "单元格多于表头。", en: "There are more cells than headers.")
  static let noRight = Words2(zh: "您已没有导入权限。", en: "You may no longer import.")
  static let noFile = Words2(zh: "上传的文件已不在，请重新上传。", en: "The file is gone. Upload it again.")

  /// Why a spreadsheet cannot be read.
  static func of(_ error: SheetError) -> Words2 {
    switch error {
    case .unreadable: return noFile
    case .empty: return Words2(zh: "文件中没有内容。", en: "Nothing stands in the file.")
    case .unknownKind:
      return Words2(
        zh: "不是 CSV 或 XLSX 文件。", en: "It is neither CSV nor XLSX.")
    case .oldOrProtected:
      return Words2(
        zh: "这是旧的 .xls 格式或有密码保护，请另存为不带密码的 .xlsx。",
        en: "It is an old .xls or has a password. Save it as .xlsx without a password.")
    case .encrypted:
      return Words2(
        zh: "文件已加密，请另存为不带密码的 .xlsx。",
        en: "It is encrypted. Save it as .xlsx without a password.")
    case .damaged, .documentType:
      return Words2(zh: "文件已损坏。", en: "The file is damaged.")
    case .beyond(_, let most, let row):
      let place = row.map { Words2(zh: "（第 \($0) 行）", en: " (row \($0))") }
      return Words2(
        zh: "文件超出限制 \(most)\(place?.zh ?? "")。",
        en: "The file is beyond the limit of \(most)\(place?.en ?? "").")
    case .undecodable(let line):
      return Words2(
        zh: "第 \(line) 行既不是 UTF-8 也不是 GB18030 编码。",
        en: "Line \(line) is neither UTF-8 nor GB18030.")
    case .openQuote(let line):
      return Words2(
        zh: "第 \(line) 行开始的引号没有结束。", en: "A quotation that begins on line \(line) has no end.")
    case .missingLibrary(let package):
      return Words2(
        zh: "服务器缺少软件包 \(package)，暂时只能导入 CSV。",
        en: "The server lacks the package \(package). Only CSV can be imported.")
    case .unwritable:
      return Words2(zh: "文件无法写入。", en: "The file cannot be written.")
    }
  }

  static var tooManyRows: Words2 {
    Words2(
      zh: "最多 \(ImportSheet.mostRows) 行，请分成几个文件。",
      en: "At most \(ImportSheet.mostRows) rows. Split the file.")
  }
}
