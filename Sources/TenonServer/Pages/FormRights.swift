import TenonDatabase
import TenonPages

/// What a person sees and may write of the records of a form: of the record itself, of rows that
/// are there and of new ones.
struct FormRights: Sendable {
  let tenant: Tenant
  let principal: Principal

  /// The columns of a record, or of a new one, that the person may write; none when the record is
  /// not there for him or he may not change it.
  func open(_ entity: EntityModel, _ id: Int64?) throws -> ColumnSet {
    guard let id else { return new(entity) }
    guard let proof = authorize(principal, .update, on: entity.type),
      let read = authorize(principal, .read, on: entity.type)
    else { return ColumnSet() }
    let columns = entity.meta.fieldColumns
    let isPlain = columns.allSatisfy {
      proof.mayWrite($0) && !proof.writingDepends(on: $0) && read.mayRead($0)
    }
    // Saving asks whether the record may be changed at all.
    if isPlain { return ColumnSet(columns) }
    return try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: principal, session: session, language: 0)
      guard let seen = try reader.seen(entity, id, asking: [.update]) else { return ColumnSet() }
      return ColumnSet(columns.filter(seen.sight.isOpen))
    }
  }

  /// The columns for which the form of a record has inputs as it is laid out for the person.
  func inputs(_ entity: EntityModel, _ id: Int64?) throws -> ColumnSet {
    let open = try open(entity, id)
    let laid = entity.sections(tenant, principal, 0).flatMap(\.items)
      .compactMap(entity.meta.column(named:))
    return ColumnSet(laid.filter(open.contains))
  }

  /// The columns that a new record can be given.
  func new(_ entity: EntityModel) -> ColumnSet {
    guard let proof = authorize(principal, .create, on: entity.type) else { return ColumnSet() }
    return ColumnSet(entity.meta.fieldColumns.filter(proof.mayWrite))
  }
}

/// What of one record a form shows, and for what it has inputs.
struct FormSight {
  /// Nil for a new record.
  let sight: Sight?
  private let open: ColumnSet
  private let read: Authorization?
  /// The columns that decide nothing in the form.
  let dimmed: [Int]

  /// A record that is there.
  init(_ sight: Sight, _ entity: EntityModel) {
    self.sight = sight
    open = ColumnSet(entity.meta.fieldColumns.filter(sight.isOpen))
    read = nil
    dimmed = sight.dimmed
  }

  /// A new record.
  init(new entity: EntityModel, _ principal: Principal, _ tenant: Tenant) {
    sight = nil
    open = FormRights(tenant: tenant, principal: principal).new(entity)
    let read = authorize(principal, .read, on: entity.type)
    self.read = read
    dimmed = entity.meta.fieldColumns.filter {
      entity.meta.computedColumns.contains($0) && read?.mayRead($0) != true
    }
  }

  /// Whether the form has an input for a column.
  func isOpen(_ column: Int) -> Bool { open.contains(column) }

  /// Whether the form shows a column for which it has no input. Of a new record that is what
  /// follows from its fields, as far as it may be read of all records.
  func isShown(_ column: Int, _ shape: FieldShape?) -> Bool {
    if let sight { return sight[column] != .hidden }
    return shape?.isWritten == false && read?.mayRead(column) == true
  }
}

extension FormField {
  /// Shown as it is stored, without an input.
  var settled: FormField {
    var field = self
    field.isSettled = true
    field.taken = nil
    field.pick = nil
    field.choices = []
    return field
  }
}
