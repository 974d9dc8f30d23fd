import TenonDatabase
import TenonPages
import TenonSheets

/// A row of a spreadsheet on its way into the store.
struct ImportRow: Sendable {
  let number: Int
  var input: RecordInput
  /// The values by which it finds its record; nil where one is blank or wrong.
  var key: [Value]?
  /// What is wrong with the row as a whole.
  var problem: Words2?
}

/// Reads rows of spreadsheets by a plan.
struct ImportReading: Sendable {
  let entity: EntityModel
  let columns: [ImportColumn]
  let mode: ImportPlan.Mode
  /// The columns of the match key.
  let key: [Int]
  let headers: [String]
  private let tenant: Tenant
  private let language: Int

  /// Throws `malformed` for a plan that is not one of this spreadsheet, or not for this person.
  init(
    _ job: ImportJob, _ entity: EntityModel, _ headers: [String], _ principal: Principal,
    _ tenant: Tenant
  ) throws(Refusal) {
    let language = tenant.blueprint.languages.firstIndex(of: job.language) ?? 0
    let fields = ImportFields(entity, principal)
    var columns: [ImportColumn] = []
    for (place, name) in job.plan.fields.enumerated() where !name.isEmpty {
      guard place < headers.count, let column = fields.column(name),
        !columns.contains(where: { $0.column == column })
      else { throw .malformed(ImportReading.badPlan) }
      columns.append(
        ImportColumn(
          place: place, header: headers[place], column: column, entity, tenant, language: language))
    }
    let filled = Set(columns.map(\.column))
    mode = job.plan.mode
    if mode == .create {
      key = []
    } else {
      guard let key = fields.key(job.plan.key), key.allSatisfy(filled.contains) else {
        throw .malformed(ImportReading.badKey)
      }
      self.key = key
    }
    guard columns.contains(where: { $0.shape.isWritten }) else {
      throw .malformed(ImportReading.nothing)
    }
    self.entity = entity
    self.columns = columns
    self.headers = headers
    self.tenant = tenant
    self.language = language
  }

  private static let badPlan = Words2(
    zh: "列的对应关系有误：每个字段只能对应一列。", en: "The columns are not matched well: each field takes one.")
  private static let badKey = Words2(
    zh: "请选择用来匹配记录的列，并把它对应到表中的列。",
    en: "Choose what rows are matched by, and give it a column.")
  private static let nothing = Words2(
    zh: "没有任何列对应到可以填写的字段。", en: "No column is for a field that can be filled.")

  var locale: Locale { tenant.locales[language] }

  func header(ofColumn column: Int) -> String? { columns.first { $0.column == column }?.header }

  /// Notes what a row's references are called.
  func gather(_ row: SheetRow, _ keys: inout ImportKeys) {
    for column in columns where column.isReference {
      guard case .called(let text) = column.read(row[column.place]),
        let target = tenant.target(of: column.column, in: entity)
      else { continue }
      keys.want(text, target)
    }
  }

  /// The row as input for the store.
  func row(_ row: SheetRow, _ keys: ImportKeys) -> ImportRow {
    var result = ImportRow(number: row.number, input: RecordInput(entity))
    var values: [Int: Value] = [:]
    for column in columns {
      switch column.read(row[column.place]) {
      case .nothing: break
      case .value(let value): if !value.isBlank { values[column.column] = value }
      case .wrong(let problem): result.input.refuse(column.column, problem)
      case .called(let text):
        guard let target = tenant.target(of: column.column, in: entity) else { break }
        switch keys.find(text, target) {
        case .one(let id): values[column.column] = .integer(id)
        case .none:
          result.input.refuse(
            column.column, .sentence(ImportWords.unknown(String(text.prefix(60)))[locale]))
        case .several:
          result.input.refuse(
            column.column, .sentence(ImportWords.several(String(text.prefix(60)))[locale]))
        }
      }
    }
    for (column, value) in values where entity.meta.field(column)?.isWritten == true {
      result.input.values[column] = value
    }
    if row.cells.dropFirst(headers.count).contains(where: { $0 != .blank }) {
      result.problem = ImportWords.tooManyCells
    }
    let key = self.key.compactMap { values[$0] }
    if key.count == self.key.count { result.key = key }
    return result
  }
}
