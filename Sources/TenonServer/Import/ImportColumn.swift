import TenonPages
import TenonSheets

/// A column of a spreadsheet that fills a field.
struct ImportColumn: Sendable {
  /// Its place in the spreadsheet, from 0.
  let place: Int
  let header: String
  /// The field's column.
  let column: Int
  let shape: FieldShape
  let page: PageField
  /// Stored options by what people write for them.
  private let options: [String: String]
  private let zone: TimeZone

  /// What a cell gives.
  enum Found {
    case nothing
    case value(Value)
    /// What a reference is called.
    case called(String)
    case wrong(FieldProblem)
  }

  init(
    place: Int, header: String, column: Int, _ entity: EntityModel, _ tenant: Tenant,
    language: Int
  ) {
    self.place = place
    self.header = header
    self.column = column
    shape = entity.meta.shape.fields[column - SystemColumn.count]
    page = entity.pageFields[language][column - SystemColumn.count]
    zone = tenant.zone
    var options: [String: String] = [:]
    // A name counts before a label, a label of one's own language before others.
    for fields in [language] + Array(entity.pageFields.indices.reversed()) {
      for option in entity.pageFields[fields][column - SystemColumn.count].options {
        let label = ImportText.folded(option.label)
        if options[label] == nil { options[label] = option.value }
      }
    }
    for option in shape.options { options[ImportText.folded(option.name)] = option.stored }
    self.options = options
  }

  var isReference: Bool { shape.storage == .reference }

  /// What a cell says.
  func read(_ cell: SheetCell) -> Found {
    switch cell {
    case .blank: return .nothing
    case .error: return .wrong(.malformed)
    case .text(let text): return read(text)
    case .number(let digits): return number(digits)
    case .percent(let digits):
      if case .scaled = shape.storage { return stored(digits) }
      return shape.storage == .text ? read(ImportColumn.hundredths(digits)) : .wrong(.malformed)
    case .boolean(let isTrue):
      if shape.storage == .boolean { return .value(Value(isTrue)) }
      return read(isTrue ? "TRUE" : "FALSE")
    case .date(let day): return local(day.days * 86_400_000)
    case .dateTime(let moment): return local(moment)
    case .time(let time):
      let minutes = time / 60_000
      let text = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
      return shape.storage == .text ? read(text) : .wrong(.malformed)
    }
  }

  private func number(_ digits: String) -> Found {
    switch shape.storage {
    case .integer, .scaled: return stored(digits)
    case .text, .list, .reference, .boolean, .date: return read(digits)
    case .dateTime: return .wrong(.malformed)
    }
  }

  private func stored(_ digits: String) -> Found {
    shape.storage.parse(digits).map(Found.value) ?? .wrong(.malformed)
  }

  private static func hundredths(_ digits: String) -> String {
    var text = digits
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts[0])
    var rest = parts.count > 1 ? String(parts[1]) : ""
    while rest.utf8.count < 2 { rest += "0" }
    whole += rest.prefix(2)
    rest = String(rest.dropFirst(2))
    while whole.utf8.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
    return (isNegative ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest) + "%"
  }

  private func local(_ moment: Int64) -> Found {
    let (day, time) = Instant.split(moment)
    switch shape.storage {
    case .date: return time == 0 ? .value(.integer(day.days)) : .wrong(.malformed)
    case .dateTime: return .value(.integer(zone.instant(moment)))
    case .text:
      let clock = "\(time / 3_600_000):" + (time / 60_000 % 60 < 10 ? "0" : "")
      return read(day.description + (time == 0 ? "" : " " + clock + "\(time / 60_000 % 60)"))
    case .integer, .scaled, .boolean, .reference, .list: return .wrong(.malformed)
    }
  }

  /// What a text says.
  private func read(_ text: String) -> Found {
    let trimmed = Text.trimmed(text)
    if trimmed.isEmpty { return .nothing }
    switch shape.storage {
    case .reference: return .called(trimmed)
    case .boolean:
      let word = ImportText.folded(trimmed)
      if ImportText.yes.contains(word) { return .value(Value(true)) }
      return ImportText.no.contains(word) ? .value(Value(false)) : .wrong(.malformed)
    case .date:
      return ImportText.moment(trimmed).map(local) ?? .wrong(.malformed)
    case .dateTime:
      if let moment = ImportText.moment(trimmed) { return local(moment) }
      return Storage.dateTime.parse(trimmed).map(Found.value) ?? .wrong(.malformed)
    case .list: return list(trimmed)
    case .text where !shape.options.isEmpty: return option(trimmed)
    case .scaled where shape.control == "percent" && !trimmed.contains { "%％".contains($0) }:
      // As spreadsheets and exports have it: 0.125 is 12.5 %.
      return stored(trimmed)
    case .text, .integer, .scaled: return typed(text)
    }
  }

  private func typed(_ text: String) -> Found {
    FormInput.parse(text, as: page).flatMap { shape.value(ofForm: $0, zone) }.map(Found.value)
      ?? .wrong(.malformed)
  }

  private func option(_ text: String) -> Found {
    options[ImportText.folded(text)].map { .value(.text($0)) } ?? .wrong(.unknown)
  }

  private func list(_ text: String) -> Found {
    if shape.options.isEmpty { return stored(text) }
    if let whole = options[ImportText.folded(text)] {
      return ItemList.value([whole]).map(Found.value) ?? .wrong(.malformed)
    }
    var items: [String] = []
    for item in ImportText.items(text) {
      guard let stored = options[ImportText.folded(item)] else { return .wrong(.unknown) }
      items.append(stored)
    }
    return shape.list(items, byName: false).map(Found.value) ?? .wrong(.unknown)
  }
}
