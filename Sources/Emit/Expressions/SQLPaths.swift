import IR
import Query
import Schema
import Values

/// Fields, of the record and of those that references lead to.
extension SQLWriter {
  /// What a path leads to. A reference is followed by a sub-query, of which an id has one row at
  /// most.
  func field(_ path: Expression.Path) throws(NotInSQL) -> SQLTerm {
    var steps = path.steps[...]
    var term: SQLTerm
    switch path.root {
    case .record: term = try column(steps.removeFirst())
    case .this:
      // The server follows it: what the form holds of the record above a row is not stored yet.
      guard let last = steps.last else { preconditionFailure("`this` without a field") }
      let names = steps.map(name).joined(separator: ".")
      return slot("this \(names)", type(last), mayBeNull: true)
    case .me: term = try behind(slot("me", .reference(People.user)), steps.removeFirst())
    case .old: throw NotInSQL(name: "old")
    }
    for step in steps { term = try behind(term, step) }
    return term
  }

  /// A member of the record that an id leads to.
  private func behind(_ id: SQLTerm, _ step: Expression.Step) throws(NotInSQL) -> SQLTerm {
    let inside = with(alias())
    var term = try inside.column(step)
    let table = quoted(application.entity(step.entity).physicalName)
    term.text =
      "(SELECT \(term.text) FROM \(table) AS \(inside.record)"
      + " WHERE \(inside.record).\"id\" = \(id.text))"
    term.mayBeNull = true
    term.literal = nil
    term.stored = nil
    return term
  }

  /// A member of the record itself. What is worked out on reading is its expression.
  func column(_ step: Expression.Step) throws(NotInSQL) -> SQLTerm {
    guard case .field(let id) = step.member else { return systemColumn(step.member) }
    let entity = application.entity(step.entity)
    guard let field = entity.fields.first(where: { $0.id == id }) else {
      preconditionFailure("no field \(id) in \(entity.name)")
    }
    if field.rules.isLive, let value = field.rules.value { return try live(value, field) }
    let type = field.type.valueType(of: id)
    let text = "\(record).\(quoted(field.physicalName))"
    var term = SQLTerm(text, type.bound, mayBeNull: !field.isStored)
    if type == .boolean {
      term.text = "(\(text) = 1)"
      term.stored = text
    }
    return term
  }

  private func systemColumn(_ member: Expression.Member) -> SQLTerm {
    let index = member.systemColumn
    let column = SystemColumn.columns[index]
    return SQLTerm(
      "\(record).\(quoted(column.name))", SQLBound(UInt128(Storage.integerLimit)),
      mayBeNull: !column.isRequired)
  }

  /// The value of a field that is worked out on reading, as the field holds it: a number within its
  /// range, else blank.
  func live(_ value: Expression, _ field: Field) throws(NotInSQL) -> SQLTerm {
    let term = try self.value(value)
    guard let scale = field.type.valueType(of: field.id).scale, let range = field.type.range else {
      return term
    }
    return fitted(term, from: value.type.scale ?? 0, to: scale, range)
  }

  /// How a member is called in a slot.
  private func name(_ step: Expression.Step) -> String {
    guard case .field(let id) = step.member else {
      return SystemColumn.columns[step.member.systemColumn].name
    }
    return application.entity(step.entity).fields.first { $0.id == id }?.name ?? id.text
  }

  private func type(_ step: Expression.Step) -> ValueType {
    switch step.member {
    case .field(let id):
      let field = application.entity(step.entity).fields.first { $0.id == id }
      return field?.type.valueType(of: id) ?? .text
    case .id: return .integer
    case .createdAt, .updatedAt: return .dateTime
    case .createdBy, .updatedBy: return .reference(People.user)
    }
  }
}

extension Expression.Member {
  fileprivate var systemColumn: Int {
    switch self {
    case .id: return SystemColumn.id
    case .createdAt: return SystemColumn.createdAt
    case .createdBy: return SystemColumn.createdBy
    case .updatedAt: return SystemColumn.updatedAt
    case .updatedBy: return SystemColumn.updatedBy
    case .field: preconditionFailure("a declared field is no column of the system")
    }
  }
}

extension FieldType {
  /// What a number of this type stays within; nil for what is no number.
  var range: NumberRange? {
    switch self {
    case .integer(let range), .decimal(_, let range), .money(_, let range), .percent(let range):
      return range
    case .rating(let best): return NumberRange(minimum: 1, maximum: Int64(best))
    default: return nil
    }
  }
}
