import TenonDatabase

/// An entry of the audit trail for programs: names and values in the form that they have on the
/// wire.
struct AuditRecord {
  /// A change of one field or thing; both values are texts, nil where there was none.
  struct Change {
    let name: String
    var before: String?
    var after: String?
  }

  let entry: AuditEntry
  let entity: String
  private(set) var changes: [Change] = []
  private(set) var details: [Change] = []

  init(_ tenant: Tenant, _ entry: AuditEntry) {
    self.entry = entry
    let model = tenant.entity(table: entry.row.note.table)
    entity = model?.name ?? entry.row.note.table
    for change in entry.changes {
      switch change {
      case .value(let name, let before, let after):
        changes.append(AuditRecord.change(name, before, after, model))
      case .secret(let name):
        changes.append(Change(name: AuditRecord.name(name, model)))
      case .row(let subform, let row, let id):
        let text = row.rawValue + (id.map { " \($0)" } ?? "")
        changes.append(Change(name: subform, after: text))
      case .file(let name, let isAdded):
        changes.append(
          Change(name: "files", before: isAdded ? nil : name, after: isAdded ? name : nil))
      case .detail(let name, let value):
        var text: String? =
          switch value {
          case .blank: nil
          case .integer(let number): String(number)
          case .text(let text): text
          }
        if name == .from || name == .until, case .integer(let time) = value {
          text = AuditDetail.moment(time, tenant.zone)
        }
        details.append(Change(name: name.rawValue, after: text))
      }
    }
  }

  private static func name(_ column: String, _ entity: EntityModel?) -> String {
    guard let entity, let index = ChangeReader.column(column, entity) else { return column }
    return entity.meta.name(ofColumn: index)
  }

  private static func change(
    _ column: String, _ before: Value, _ after: Value, _ entity: EntityModel?
  ) -> Change {
    guard let entity, let index = ChangeReader.column(column, entity),
      let shape = entity.meta.field(index)
    else { return Change(name: column, before: plain(before), after: plain(after)) }
    if shape.control == "secret" { return Change(name: shape.name) }
    func wire(_ value: Value) -> String? {
      if value.isBlank { return nil }
      if let option = shape.options.first(where: { .text($0.stored) == value }) {
        return option.name
      }
      return shape.storage.print(value)
    }
    return Change(name: shape.name, before: wire(before), after: wire(after))
  }

  private static func plain(_ value: Value) -> String? {
    switch value {
    case .blank: nil
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }

  /// `2.15`: the chain and the number in it.
  var id: String { "\(entry.row.chain).\(entry.row.number)" }

  // MARK: JSON

  func append(to out: inout ByteWriter) {
    let note = entry.row.note
    out.append("{\"id\":")
    out.append(json: id)
    out.append(",\"at\":")
    out.append(json: Instant.print(note.at))
    out.append(",\"kind\":")
    out.append(json: note.kind)
    out.append(",\"actor\":")
    AuditRecord.append(note.user, entry.who, to: &out)
    out.append(",\"on_behalf_of\":")
    AuditRecord.append(note.behalf, entry.behalf, to: &out)
    out.append(",\"command\":")
    AuditRecord.append(note.user == nil ? entry.command : nil, to: &out)
    out.append(",\"entity\":")
    AuditRecord.append(entity.isEmpty ? nil : entity, to: &out)
    out.append(",\"record\":")
    if note.record > 0 {
      Decimal.append(note.record, scale: 0, to: &out)
    } else {
      out.append("null")
    }
    out.append(",\"changes\":[")
    for (index, change) in changes.enumerated() {
      out.append(index == 0 ? "{\"field\":" : ",{\"field\":")
      out.append(json: change.name)
      out.append(",\"before\":")
      AuditRecord.append(change.before, to: &out)
      out.append(",\"after\":")
      AuditRecord.append(change.after, to: &out)
      out.append("}")
    }
    out.append("],\"details\":[")
    for (index, detail) in details.enumerated() {
      out.append(index == 0 ? "{\"name\":" : ",{\"name\":")
      out.append(json: detail.name)
      out.append(",\"value\":")
      AuditRecord.append(detail.after, to: &out)
      out.append("}")
    }
    out.append("],\"hash\":")
    AuditRecord.append(entry.row.hash, to: &out)
    out.append("}")
  }

  private static func append(_ text: String?, to out: inout ByteWriter) {
    if let text { out.append(json: text) } else { out.append("null") }
  }

  private static func append(_ user: Int64?, _ name: String?, to out: inout ByteWriter) {
    guard let user else { return out.append("null") }
    out.append("{\"id\":")
    Decimal.append(user, scale: 0, to: &out)
    out.append(",\"name\":")
    append(name, to: &out)
    out.append("}")
  }
}
