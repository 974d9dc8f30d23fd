import TenonDatabase

/// Loads a folder of CSV files through the same store as API and pages: all or nothing.
///
/// A file is named after its entity, `users.csv` holds the people; its header names fields. A
/// reference is found by a field of its target: `customer.name`.
struct Loader {
  let tenant: Tenant
  let folder: String

  /// Loads everything in one transaction. Returns rows by file in the order loaded. Throws
  /// ``LoadReport`` with every wrong row.
  func load() throws -> [(file: String, count: Int)] {
    var files: [(EntityModel, LoadTable)] = []
    for entity in ordered() {
      if let table = try LoadTable(folder, entity, tenant) { files.append((entity, table)) }
    }
    return try tenant.database.writeAndWait { [files] session in
      var run = LoadRun(tenant, session, coming: files.map { $0.0.index })
      for (entity, table) in files { try run.load(table, entity) }
      try run.settle()
      try run.examine()
      if !run.report.lines.isEmpty { throw run.report }
      for (entity, table) in files {
        try Audit.note(
          .load, .entity(entity),
          [.detail(.file, .text(table.file)), .detail(.rows, .integer(Int64(table.rows.count)))],
          by: nil, at: tenant.clock(), session)
      }
      return files.map { ($0.1.file, $0.1.rows.count) }
    }
  }

  /// Entities with those that they refer to before them, as far as there is such an order.
  private func ordered() -> [EntityModel] {
    var done: [EntityModel] = []
    func visit(_ entity: EntityModel, _ path: [String]) {
      if path.contains(entity.name) || done.contains(where: { $0 === entity }) { return }
      for column in entity.meta.fieldColumns {
        if let target = tenant.target(of: column, in: entity) {
          visit(target, path + [entity.name])
        }
      }
      done.append(entity)
    }
    for name in ["user", "department"] {
      // Everything has a creator, so people come first.
      if let entity = tenant.entity(named: name) { visit(entity, []) }
    }
    for entity in tenant.entities { visit(entity, []) }
    return done
  }
}

/// One loading: what was found so far, inside its transaction.
struct LoadRun {
  private(set) var report = LoadReport()
  private let tenant: Tenant
  private let session: WriteSession
  /// Loading is the operator's, who has the database itself.
  private static let authority = SystemAuthority("loading of files")
  private var keys: LoadKeys
  /// Entities whose files are not loaded yet.
  private var coming: Set<Int>
  private var waiting: [WaitingRow] = []
  /// Cells of rows that were refused: who refers to these is not blamed.
  private var refused: [LoadKey: Set<String>] = [:]

  /// A record whose references lead to what comes later: a department's head, its parent.
  private struct WaitingRow {
    let store: RecordStore
    let entity: EntityModel
    let table: LoadTable
    let line: Int
    let id: Int64
    let references: [(column: Int, key: LoadKey, cell: String)]
  }

  private var loaded = LoadedRecords()

  /// A row while it is read.
  private struct Draft {
    var input: RecordInput
    var at: Int64?
    var author: Int64 = 0
    var password: String?
    var later: [(column: Int, key: LoadKey, cell: String)] = []
    var isSound = true
  }

  init(_ tenant: Tenant, _ session: WriteSession, coming: [Int]) {
    self.tenant = tenant
    self.session = session
    self.coming = Set(coming)
    keys = LoadKeys(tenant: tenant, principal: Principal(LoadRun.authority))
  }

  /// Makes the records of one file.
  mutating func load(_ table: LoadTable, _ entity: EntityModel) throws {
    for row in table.rows {
      guard row.cells.count == table.header.count else {
        report.add(
          table.file, row.line, "\(row.cells.count) cells, header has \(table.header.count)")
        continue
      }
      let draft = try self.draft(row, table, entity)
      let store = store(draft.author, at: draft.at ?? tenant.clock())
      do {
        guard draft.isSound else { throw RefusedRow() }
        let id = try session.part { try create(entity, draft, store) }
        try loaded.note(store, entity, id, table.file, row.line)
        if !draft.later.isEmpty {
          waiting.append(
            WaitingRow(
              store: store, entity: entity, table: table, line: row.line, id: id,
              references: draft.later))
        }
      } catch {
        refuse(row, table, entity, error)
      }
    }
    coming.remove(entity.index)
    keys.forget(entity)
  }

  private func store(_ author: Int64, at now: Int64) -> RecordStore {
    RecordStore(
      tenant: tenant, principal: Principal(for: author, LoadRun.authority), session: session,
      now: now, tells: false)
  }

  /// Fills in the references that had to wait.
  mutating func settle() throws {
    for row in waiting {
      var input = RecordInput(row.entity)
      for (column, key, cell) in row.references {
        let name = row.entity.meta.name(ofColumn: column)
        if let id = try find(cell, key, name, row.table.file, row.line) {
          input.values[column] = .integer(id)
        }
      }
      do {
        try session.part { try row.store.update(row.entity, id: row.id, version: nil, input) }
      } catch {
        report.add(
          Refusal(error, row.entity), row.table.file, row.line, row.entity, tenant)
      }
    }
  }

  /// Holds what was loaded against what expressions say of it. It has to hold today, also of what
  /// was made in the past.
  mutating func examine() throws {
    let now = tenant.clock()
    var report = self.report
    try loaded.examine(into: &report) { store($0, at: now) }
    self.report = report
  }

  // MARK: Rows

  /// What is wrong with the row is in the report already.
  private struct RefusedRow: Error {}

  private mutating func refuse(
    _ row: CSVReader.Row, _ table: LoadTable, _ entity: EntityModel, _ error: any Error
  ) {
    switch error {
    case is RefusedRow: break
    case let error as UserError: report.add(table.file, row.line, "\(error)")
    default: report.add(Refusal(error, entity), table.file, row.line, entity, tenant)
    }
    for (place, cell) in zip(table.places, row.cells) {
      guard case .field(let column) = place else { continue }
      refused[LoadKey(entity: entity.index, column: column), default: []].insert(cell)
    }
  }

  private func create(
    _ entity: EntityModel, _ draft: Draft, _ store: RecordStore
  ) throws -> Int64 {
    guard let password = draft.password else { return try store.create(entity, draft.input) }
    let users = Users(tenant: tenant)
    var rest = draft.input
    func taken(_ name: String) -> Value? {
      guard let column = entity.meta.column(named: name) else { return nil }
      defer { rest.values[column] = nil }
      return rest.values[column]
    }
    let id = try users.add(
      login: taken("login")?.text ?? "", name: taken("name")?.text ?? "", password: password,
      roles: ItemList.items(taken("roles") ?? .blank), session)
    if rest.values.contains(where: { $0 != nil }) {
      try store.update(entity, id: id, version: nil, rest)
    }
    return id
  }

  private mutating func draft(
    _ row: CSVReader.Row, _ table: LoadTable, _ entity: EntityModel
  ) throws -> Draft {
    var draft = Draft(input: RecordInput(entity))
    for (index, cell) in row.cells.enumerated() {
      // An empty cell says nothing: the default stands.
      if Text.trimmed(cell).isEmpty { continue }
      switch table.places[index] {
      case .field(let column):
        if let value = entity.meta.field(column)?.value(ofWire: cell) {
          draft.input.values[column] = value
        } else {
          draft.input.refuse(column, .malformed)
        }
      case .reference(let column, let key):
        if coming.contains(key.entity), entity.meta.field(column)?.presence == .optional {
          draft.later.append((column, key, cell))
        } else if let id = try find(cell, key, table.header[index], table.file, row.line) {
          draft.input.values[column] = .integer(id)
        } else {
          draft.isSound = false
        }
      case .createdAt:
        draft.at = Storage.dateTime.parse(cell)?.integer
        if draft.at == nil {
          report.add(table.file, row.line, "\(table.header[index]): `\(cell)` is no moment")
          draft.isSound = false
        }
      case .createdBy(let key):
        if let id = try find(cell, key, table.header[index], table.file, row.line) {
          draft.author = id
        } else {
          draft.isSound = false
        }
      case .password: draft.password = cell
      }
    }
    return draft
  }

  /// The record that a cell means; nil after reporting that there is none.
  private mutating func find(
    _ cell: String, _ key: LoadKey, _ name: String, _ file: String, _ line: Int
  ) throws -> Int64? {
    switch try keys.find(cell, key, session) {
    case .one(let id): return id
    case .none:
      if refused[key]?.contains(cell) != true {
        report.add(file, line, "\(name): no record has `\(cell)`")
      }
    case .several: report.add(file, line, "\(name): several records have `\(cell)`")
    }
    return nil
  }
}
