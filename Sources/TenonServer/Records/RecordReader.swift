import TenonDatabase
import TenonPages

/// Reads records for one person inside one session. What the person may not see is not there.
struct RecordReader {
  let tenant: Tenant
  let principal: Principal
  let session: Session
  /// Index of the language of titles.
  let language: Int

  /// The proof for reading; nil when the person may see nothing of the entity.
  func proof(_ entity: EntityModel) -> Authorization? {
    authorize(principal, .read, on: entity.type)
  }

  /// Gives the row of one record with these outputs. Returns whether it is there.
  func row(
    _ entity: EntityModel, _ id: Int64, _ outputs: [Output], _ proof: Authorization,
    _ body: (borrowing Row) throws -> Void
  ) throws -> Bool {
    var isThere = false
    let query = Query(
      entity.table, outputs: outputs,
      filter: .compare(SystemColumn.id, .equal, .integer(id)), limit: 1)
    try session.rows(query, proof) { row in
      isThere = true
      try body(row)
    }
    return isThere
  }

  /// Whether a record is there for the person.
  func exists(_ entity: EntityModel, _ id: Int64) throws -> Bool {
    guard let proof = proof(entity) else { return false }
    return try row(entity, id, [.column(SystemColumn.id)], proof) { _ in }
  }

  /// All values as the person sees them, by column index; nil when the record is not there.
  func values(_ entity: EntityModel, _ id: Int64) throws -> [Value]? {
    try seen(entity, id)?.values
  }

  /// A record as the person sees it, and which of these actions he may do with it; nil when it is
  /// not there.
  func seen(
    _ entity: EntityModel, _ id: Int64, asking actions: [Action] = []
  ) throws -> SeenRecord? {
    guard let proof = proof(entity) else { return nil }
    let columns = entity.table.columns.indices.filter(proof.mayShow)
    let question = Sight.Question(proof, entity, actions)
    let outputs = columns.map(Output.column) + question.outputs
    var found: SeenRecord?
    _ = try row(entity, id, outputs, proof) { row in
      var values: [Value] = Array(repeating: .blank, count: entity.table.columns.count)
      for (position, column) in columns.enumerated() {
        values[column] = row.value(position, entity.table.columns[column].storage)
      }
      found = SeenRecord(values: values, sight: question.sight(row, from: columns.count))
    }
    return found
  }

  /// The outputs that give the title of the record behind a reference; nil when the person may not
  /// see records of that entity.
  func titleOutputs(through column: Int, _ target: EntityModel) -> [Output]? {
    guard let proof = proof(target) else { return nil }
    let columns = [SystemColumn.id] + target.titleColumns
    guard columns.allSatisfy(proof.mayRead) else { return nil }
    return columns.map { .related(through: column, column: $0, proof) }
  }

  /// The title of a record; nil when it is not there. Without the right to read the titles of all
  /// records it is the id.
  func title(_ entity: EntityModel, _ id: Int64) throws -> String? {
    guard let proof = proof(entity) else { return nil }
    guard entity.titleColumns.allSatisfy(proof.mayRead) else {
      return try exists(entity, id) ? "#\(id)" : nil
    }
    var title: String?
    let isThere = try row(entity, id, entity.titleColumns.map(Output.column), proof) { row in
      title = self.title(entity, row, from: 0)
    }
    return isThere ? title ?? "#\(id)" : nil
  }

  /// How a user is called; nil when unknown.
  func userName(_ id: Int64?) throws -> String? {
    guard let id else { return nil }
    var name: String?
    try session.rows(
      RecordReader.nameOfUser, [.integer(id)], SystemAuthority("names of users")
    ) { name = $0.string(0) }
    return name
  }

  private static let nameOfUser = SystemStatement("SELECT name FROM tenon_user WHERE id = ?")
}

extension RecordReader {
  /// The title from a row whose columns from `start` on are the entity's title columns.
  func title(_ entity: EntityModel, _ row: borrowing Row, from start: Int) -> String? {
    // Most titles are one text, stored as it is shown.
    if entity.isTitledByText { return row.isBlank(start) ? nil : row.string(start) }
    var values: [Value] = []
    for (offset, column) in entity.titleColumns.enumerated() {
      values.append(row.value(start + offset, entity.table.columns[column].storage))
    }
    return joined(entity, values)
  }

  /// The title of a record from the values of its title columns, as its reader writes them; nil
  /// when nothing of it is filled, or when the person may not read the titles of all records.
  func title(_ entity: EntityModel, _ values: [Value]) -> String? {
    guard let proof = proof(entity), entity.titleColumns.allSatisfy(proof.mayRead) else {
      return nil
    }
    return joined(entity, values)
  }

  private func joined(_ entity: EntityModel, _ values: [Value]) -> String? {
    var rest = values.makeIterator()
    var text = ""
    var isFilled = false
    for part in entity.title {
      switch part {
      case .literal(let literal): text += literal
      case .column(let column):
        guard let value = rest.next(), !value.isBlank else { continue }
        isFilled = true
        text += self.text(entity, column, value)
      }
    }
    return isFilled ? Text.trimmed(text) : nil
  }

  private func text(_ entity: EntityModel, _ column: Int, _ value: Value) -> String {
    guard column >= SystemColumn.count else {
      return entity.table.columns[column].storage.print(value)
    }
    var value = value
    if entity.table.columns[column].storage == .dateTime, case .integer(let instant) = value {
      value = .integer(tenant.zone.local(instant))
    }
    return entity.pageFields[language][column - SystemColumn.count]
      .text(value, tenant.context(language))
  }
}
