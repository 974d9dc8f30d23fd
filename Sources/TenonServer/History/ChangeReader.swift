import TenonDatabase
import TenonPages

/// Puts stored changes into the words of pages, with the titles of records that they name.
struct ChangeReader {
  let part: PagePart
  private var titles: RecordTitles

  private var tenant: Tenant { part.tenant }

  init(_ part: PagePart, _ reader: RecordReader) {
    self.part = part
    titles = RecordTitles(reader)
  }

  /// The column of a field that has this name in the database.
  static func column(_ name: String, _ entity: EntityModel) -> Int? {
    entity.meta.fieldColumns.first { entity.table.columns[$0].name == name }
  }

  // MARK: Titles

  /// Wants the titles of all records that the changes name.
  mutating func want(_ changes: [StoredChange], of entity: EntityModel?) {
    for change in changes {
      switch change {
      case .value(let name, let before, let after):
        guard let entity, let column = ChangeReader.column(name, entity),
          let target = tenant.target(of: column, in: entity)
        else { continue }
        titles.want(target, before.integer)
        titles.want(target, after.integer)
      case .row(let name, _, let id):
        guard let entity, let owned = tenant.relations.subform(name, of: entity) else { continue }
        titles.want(owned.child, id)
      case .detail(.person, let value): want(tenant.entity(named: "user"), value.integer)
      case .detail, .file, .secret: break
      }
    }
  }

  mutating func want(_ entity: EntityModel?, _ id: Int64?) {
    if let entity { titles.want(entity, id) }
  }

  /// Reads what is wanted.
  mutating func read() throws { try titles.read() }

  func title(_ entity: EntityModel, _ id: Int64?) -> String? { titles.title(entity, id) }

  /// Whether a record that was wanted is there for the person.
  func isThere(_ entity: EntityModel, _ id: Int64?) -> Bool { titles.isThere(entity, id) }

  // MARK: Words

  /// The changes in the order of the record's fields as they were kept, rows of subforms and files
  /// behind them.
  func words(_ changes: [StoredChange], of entity: EntityModel?) -> [FieldChange] {
    let own = changes.compactMap { word($0, entity) }
    return own + (entity.map { rows(changes, $0) } ?? []) + files(changes)
  }

  private func word(_ change: StoredChange, _ entity: EntityModel?) -> FieldChange? {
    switch change {
    case .value(let name, let before, let after):
      guard let entity, let column = ChangeReader.column(name, entity) else {
        return .detail(label: name, before: plain(before), after: plain(after))
      }
      let field = entity.pageField(column, part.exchange.language, part.exchange.locale)
      if entity.meta.field(column)?.control == "secret" { return .secret(label: field.label) }
      return .value(
        field, before: cell(before, field, column, entity),
        after: cell(after, field, column, entity))
    case .secret(let name):
      let field = entity.flatMap { entity in
        ChangeReader.column(name, entity).map {
          entity.pageField($0, part.exchange.language, part.exchange.locale)
        }
      }
      return .secret(label: field?.label ?? name)
    case .detail(let name, let value): return detail(name, value)
    case .row, .file: return nil
    }
  }

  private func cell(
    _ value: Value, _ field: PageField, _ column: Int, _ entity: EntityModel
  ) -> Cell {
    var value = value
    if field.storage == .dateTime, case .integer(let instant) = value {
      value = .integer(tenant.zone.local(instant))
    }
    let target = tenant.target(of: column, in: entity)
    return Cell(value, related: target.flatMap { titles.title($0, value.integer) })
  }

  /// A value of which nothing is known.
  private func plain(_ value: Value) -> String? {
    switch value {
    case .blank: nil
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }

  private func detail(_ name: AuditDetail, _ value: Value) -> FieldChange {
    let locale = part.exchange.locale
    let label = AuditWords.detail(name.rawValue).map { locale[$0] } ?? name.rawValue
    var text = plain(value)
    switch (name, value) {
    case (.person, .integer(let id)):
      text = tenant.entity(named: "user").flatMap { titles.title($0, id) } ?? "#\(id)"
    case (.from, .integer(let time)), (.until, .integer(let time)):
      text = AuditDetail.moment(time, tenant.zone)
    case (.edit, .integer(let flag)): text = AuditWords.truth(flag != 0, locale)
    default: break
    }
    return .detail(label: label, before: nil, after: text)
  }

  private func files(_ changes: [StoredChange]) -> [FieldChange] {
    changes.compactMap { change in
      guard case .file(let name, let isAdded) = change else { return nil }
      return .file(name: name, isAdded: isAdded)
    }
  }

  private func rows(_ changes: [StoredChange], _ entity: EntityModel) -> [FieldChange] {
    entity.look.subforms.compactMap { subform in
      let child = tenant.relations.subform(subform.name, of: entity)?.child
      func rows(_ wanted: StoredChange.Row) -> ChangedRows {
        var rows = ChangedRows()
        for case .row(subform.name, wanted, let id) in changes {
          rows.count += 1
          guard let child, let name = titles.title(child, id) else { continue }
          rows.names.append(name)
        }
        return rows
      }
      let (added, changed, removed) = (rows(.added), rows(.changed), rows(.removed))
      if added.count + changed.count + removed.count == 0 { return nil }
      return .lines(
        label: subform.label[part.exchange.language], added: added, changed: changed,
        removed: removed)
    }
  }
}

extension AuditDetail {
  /// A day, or a moment: what a million days are is no day of anybody's.
  static func moment(_ time: Int64, _ zone: TimeZone) -> String {
    if time.magnitude < 10_000_000 { return Storage.date.print(.integer(time)) }
    return String(Instant.print(zone.local(time)).prefix(19))
  }
}
