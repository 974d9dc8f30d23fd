/// What the columns of a spreadsheet are for, and what is done with its rows.
struct ImportPlan: Sendable, Hashable {
  /// What becomes of a row.
  enum Mode: String, Sendable, CaseIterable {
    case create, update, upsert
  }

  var mode = Mode.create
  /// The fields by which a row finds its record; none: every row is a new one.
  var key: [String] = []
  /// For each column of the spreadsheet the name of a field, or nothing.
  var fields: [String] = []
  /// The headers of these columns, made alike; only what is remembered has them.
  var headers: [String] = []

  /// The text form: `mode`, `key`, `fields` and `headers`, a line each.
  func encoded() -> String {
    var text = ""
    TabbedText.append(["mode", mode.rawValue], to: &text)
    TabbedText.append(["key"] + key, to: &text)
    TabbedText.append(["fields"] + fields, to: &text)
    TabbedText.append(["headers"] + headers, to: &text)
    return text
  }

  init() {}

  /// Reads ``encoded()``; nil when it is something else.
  init?(parsing text: String) {
    guard let lines = TabbedText.records(text) else { return nil }
    for line in lines {
      switch line[0] {
      case "mode":
        guard line.count == 2, let mode = Mode(rawValue: line[1]) else { return nil }
        self.mode = mode
      case "key": key = Array(line.dropFirst())
      case "fields": fields = Array(line.dropFirst())
      case "headers": headers = Array(line.dropFirst())
      default: return nil
      }
    }
  }
}

/// What of an entity a person can import.
struct ImportFields {
  let entity: EntityModel
  /// The columns that can be filled, in their order.
  let columns: [Int]
  /// Lists of columns by which a row can find its record.
  let keys: [[Int]]

  init(_ entity: EntityModel, _ principal: Principal) {
    self.entity = entity
    let meta = entity.meta
    let read = authorize(principal, .read, on: entity.type)
    func reads(_ column: Int) -> Bool { read?.mayRead(column) ?? false }
    let create = authorize(principal, .create, on: entity.type)
    let update = authorize(principal, .update, on: entity.type)
    columns = meta.fieldColumns.filter { column in
      guard let field = meta.field(column) else { return false }
      let isNumber = field.control == "auto_number" && reads(column)
      if isNumber { return true }
      let isOpen = create?.mayWrite(column) ?? false || update?.mayWrite(column) ?? false
      return isOpen && field.isWritten && !ImportFields.left.contains(field.control)
    }
    var keys = meta.shape.uniqueKeys.map { $0.compactMap(meta.column(named:)) }
    for column in meta.fieldColumns where meta.field(column)?.control == "auto_number" {
      if !keys.contains([column]) { keys.append([column]) }
    }
    self.keys = keys.filter { [columns] key in
      key.allSatisfy { columns.contains($0) && reads($0) }
    }
  }

  /// Files are no cells, and secrets are typed one by one.
  private static let left: Set = ["attachment", "image", "secret"]

  /// The column of a field that can be imported.
  func column(_ name: String) -> Int? {
    entity.meta.column(named: name).flatMap { columns.contains($0) ? $0 : nil }
  }

  /// The columns of a key by its fields' names; nil when it is none.
  func key(_ names: [String]) -> [Int]? {
    let wanted = names.compactMap { column($0) }
    return wanted.count == names.count ? keys.first { $0 == wanted } : nil
  }

  func names(_ key: [Int]) -> [String] { key.map { entity.meta.name(ofColumn: $0) } }
}
