import TenonDatabase

/// Reads what the expressions of one record ask of others. The statements are the definition's own,
/// whoever saves: a rule holds for everyone alike, and what it reads is shown to nobody.
final class RuleReader: OtherRecords {
  private let session: Session
  /// The record at hand; nil for one that is yet to be stored, to which none refers.
  private let id: Int64?
  private let statement: (Int) -> StaticString
  private var known: [Asked: Value] = [:]
  /// What went wrong; expressions know no errors, so it is asked for at the end.
  private(set) var failure: (any Error)?

  private struct Asked: Hashable {
    let read: Int
    let id: Int64
  }

  private static let authority = SystemAuthority("what expressions read")
  private static let people = SystemStatement(
    """
    SELECT id FROM tenon_user
      WHERE department = (SELECT department FROM tenon_user WHERE id = ?) ORDER BY id
    """)

  init<E: Entity>(_ type: E.Type, _ id: Int64?, _ session: Session) {
    self.session = session
    self.id = id
    statement = E.related
  }

  func text(_ read: Int, from id: Int64) -> String? { value(read, id, .text).text }

  func integer(_ read: Int, from id: Int64) -> Int64? { value(read, id, .integer).integer }

  private func value(_ read: Int, _ id: Int64, _ storage: Storage) -> Value {
    let asked = Asked(read: read, id: id)
    if let known = known[asked] { return known }
    var value = Value.blank
    rows(SystemStatement(statement(read)), id) { row in value = row.value(0, storage) }
    known[asked] = value
    return value
  }

  func rows<Fields>(_ read: Int, _ type: Fields.Type) -> [Known<Fields>] {
    guard let id, let entity = type as? any Entity.Type else { return [] }
    return records(read, id, entity) as? [Known<Fields>] ?? []
  }

  private func records<E: Entity>(_ read: Int, _ id: Int64, _ type: E.Type) -> [Any] {
    var found: [Known<E>] = []
    rows(SystemStatement(statement(read)), id) { found.append(Known(E.meta.values(row: $0))) }
    return found
  }

  func team(of person: Int64) -> [Int64] {
    if failure != nil { return [] }
    do { return try RuleReader.team(of: person, session) } catch {
      failure = error
      return []
    }
  }

  /// The people of a person's department.
  static func team(of person: Int64, _ session: Session) throws -> [Int64] {
    var found: [Int64] = []
    try session.rows(people, [.integer(person)], authority) { found.append($0.integer(0)) }
    return found
  }

  /// The values of a record as they are stored; nil when it is gone.
  func stored<E: Entity>(_ type: E.Type, _ id: Int64) -> [Value]? {
    var values: [Value]?
    rows(SystemStatement(E.stored), id) { values = E.meta.values(row: $0) }
    return values
  }

  private func rows(
    _ statement: SystemStatement, _ id: Int64, _ each: (borrowing Row) -> Void
  ) {
    if failure != nil { return }
    do {
      try session.rows(statement, [.integer(id)], RuleReader.authority, each)
    } catch {
      failure = error
    }
  }
}

extension EntityMeta {
  /// The values of a row that holds all columns in their order.
  fileprivate func values(row: borrowing Row) -> [Value] {
    var values: [Value] = []
    for (place, column) in table.columns.enumerated() {
      values.append(row.value(place, column.storage))
    }
    return values
  }
}

extension Known where Fields: Entity {
  /// A record by the values of all its columns; those of the system may be blank.
  init(_ values: [Value]) {
    var fields = Fields()
    fields.set(all: values)
    self.init(
      fields, id: values[SystemColumn.id].integer,
      createdAt: values[SystemColumn.createdAt].integer,
      createdBy: values[SystemColumn.createdBy].integer,
      updatedAt: values[SystemColumn.updatedAt].integer,
      updatedBy: values[SystemColumn.updatedBy].integer)
  }
}
