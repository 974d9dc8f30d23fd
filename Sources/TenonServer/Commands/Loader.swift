import Glibc
import TenonDatabase
import TenonPages

/// Loads a folder of CSV files through the same store as API and pages: all or nothing.
///
/// `users.csv` has `user,name,password,roles`; every other file is named after its entity and its
/// header names fields. A reference is found by a field of its target: `customer.name`.
struct Loader {
  let tenant: Tenant
  let folder: String

  /// Everyone's roles: loading is the operator's, and each entity's policy still has its say.
  private var principal: Principal { Principal(user: 0, roles: RoleSet(rawValue: .max)) }

  /// Loads everything in one transaction. Returns rows by file in the order loaded. Throws
  /// ``LoadReport`` with every wrong row.
  func load() throws -> [(file: String, count: Int)] {
    let users = try read("users.csv")
    let files = try ordered().map { ($0, try read($0.name + ".csv")) }
    return try tenant.database.writeAndWait { session in
      var report = LoadReport()
      var counts: [(file: String, count: Int)] = []
      if let users {
        counts.append(("users.csv", try load(users: users, session, &report)))
      }
      for (entity, table) in files {
        guard let table else { continue }
        counts.append((table.file, try load(table, entity, session, &report)))
      }
      if !report.lines.isEmpty { throw report }
      return counts
    }
  }

  /// Entities with those that they refer to before them.
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
    for entity in tenant.entities { visit(entity, []) }
    return done
  }

  // MARK: Files

  private func read(_ file: String) throws -> CSVTable? {
    let path = folder + "/" + file
    guard access(path, F_OK) == 0 else { return nil }
    guard let bytes = FileReader.bytes(path) else {
      throw LoadReport(lines: ["\(file): cannot be read"])
    }
    do {
      var rows = try CSVReader.rows(bytes)
      guard !rows.isEmpty else { throw LoadReport(lines: ["\(file): no header"]) }
      let header = rows.removeFirst().cells
      return CSVTable(file: file, header: header, rows: rows)
    } catch let error as CSVReader.Malformed {
      throw LoadReport(lines: ["\(file):\(error.line): \(error.reason)"])
    }
  }

  private func load(
    users table: CSVTable, _ session: WriteSession, _ report: inout LoadReport
  ) throws -> Int {
    for row in table.rows {
      do {
        try Users(tenant: tenant).add(
          login: table["user", row], name: table["name", row], password: table["password", row],
          roles: table["roles", row].split(separator: " ").map(String.init), session)
      } catch let error as UserError {
        report.lines.append("\(table.file):\(row.line): \(error)")
      }
    }
    return table.rows.count
  }

  private func load(
    _ table: CSVTable, _ entity: EntityModel, _ session: WriteSession,
    _ report: inout LoadReport
  ) throws -> Int {
    let places = try table.header.map { try place($0, entity, table) }
    let store = RecordStore(
      tenant: tenant, principal: principal, session: session, now: tenant.clock())
    for row in table.rows {
      if row.cells.count != table.header.count {
        report.lines.append(
          "\(table.file):\(row.line): \(row.cells.count) cells, header has \(table.header.count)")
        continue
      }
      do {
        let input = try self.input(row, places, entity, session)
        _ = try store.create(entity, input)
      } catch {
        report.add(Refusal(error, entity), table.file, row.line, entity, tenant)
      }
    }
    return table.rows.count
  }

  // MARK: Cells

  private struct Place {
    let column: Int
    /// For a reference: the target and the column by which it is found.
    let key: (target: EntityModel, column: Int)?
  }

  private func place(_ name: String, _ entity: EntityModel, _ table: CSVTable) throws -> Place {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first, let column = entity.meta.column(named: first),
      let shape = entity.meta.field(column), shape.presence != .automatic
    else { throw LoadReport(lines: ["\(table.file):1: no field `\(name)` to load"]) }
    guard parts.count == 2 else { return Place(column: column, key: nil) }
    guard let target = tenant.target(of: column, in: entity),
      let key = target.meta.column(named: parts[1])
    else { throw LoadReport(lines: ["\(table.file):1: `\(name)` names no field"]) }
    return Place(column: column, key: (target, key))
  }

  private func input(
    _ row: CSVReader.Row, _ places: [Place], _ entity: EntityModel, _ session: WriteSession
  ) throws -> RecordInput {
    var input = RecordInput(entity)
    for (place, cell) in zip(places, row.cells) {
      // An empty cell says nothing: the default stands.
      if Text.trimmed(cell).isEmpty { continue }
      if let (target, column) = place.key {
        let id = try find(cell, target, column, session)
        if let id {
          input.values[place.column] = .integer(id)
        } else {
          input.refuse(place.column, .unknown)
        }
      } else if let value = entity.meta.field(place.column)?.value(ofWire: cell) {
        input.values[place.column] = value
      } else {
        input.refuse(place.column, .malformed)
      }
    }
    return input
  }

  private func find(
    _ text: String, _ target: EntityModel, _ column: Int, _ session: WriteSession
  ) throws -> Int64? {
    guard let proof = authorize(principal, .read, on: target.type),
      let value = target.meta.field(column)?.value(ofWire: text)
    else { return nil }
    var found: [Int64] = []
    let query = Query(
      target.table, outputs: [.column(SystemColumn.id)],
      filter: .compare(column, .equal, value), limit: 2)
    try session.rows(query, proof) { found.append($0.integer(0)) }
    // Two fit: which one is meant is not ours to guess.
    return found.count == 1 ? found[0] : nil
  }
}

/// A CSV file with a header.
struct CSVTable: Sendable {
  let file: String
  let header: [String]
  let rows: [CSVReader.Row]

  /// The cell of a row under a name; empty when there is none.
  subscript(_ name: String, _ row: CSVReader.Row) -> String {
    guard let index = header.firstIndex(of: name), index < row.cells.count else { return "" }
    return row.cells[index]
  }
}

/// What is wrong with the files, row by row.
struct LoadReport: Error, CustomStringConvertible {
  var lines: [String] = []

  var description: String {
    "nothing was loaded:\n" + lines.map { "  " + $0 }.joined(separator: "\n")
  }

  mutating func add(
    _ refusal: Refusal, _ file: String, _ line: Int, _ entity: EntityModel, _ tenant: Tenant
  ) {
    let context = tenant.context(0)
    var problems: [(field: String, problem: FieldProblem)] = []
    switch refusal {
    case .invalid(let found): problems = found
    case .taken(let fields): problems = fields.map { ($0, .notUnique) }
    default: lines.append("\(file):\(line): \(refusal.words.title[context.locale])")
    }
    for (name, problem) in problems {
      let field = entity.pageFields[0].first { $0.name == name }
      lines.append("\(file):\(line): \(name): " + (field.map { problem.text($0, context) } ?? ""))
    }
  }
}

/// Whole files.
enum FileReader {
  /// The bytes of a file; nil when it cannot be read.
  static func bytes(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
