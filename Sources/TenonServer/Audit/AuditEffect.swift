import TenonDatabase

/// Tells the audit trail what happens to records: all values of a new one and of one that is gone,
/// of a changed one each field as it was and as it became. What is computed follows from these.
struct AuditEffect: RecordEffect {
  func apply(_ change: RecordChange, _ store: RecordStore) throws {
    let kind = kind(of: change)
    let text = ByteWriter.text(capacity: 512) { append(change, to: &$0) }
    if kind != .update || !text.isEmpty {
      try store.audit(kind, .record(change.entity, change.id), text)
    }
    try noteRow(change, store)
  }

  private func append(_ change: RecordChange, to out: inout ByteWriter) {
    for column in change.entity.meta.toldColumns {
      let before = change.before?[column.index] ?? .blank
      let after = change.after?[column.index] ?? .blank
      if before == after { continue }
      if column.isSecret {
        StoredChange.append(secret: column.name, to: &out)
      } else {
        StoredChange.append(column.name, before, after, to: &out)
      }
    }
  }

  /// A record that is there again after it was deleted goes on with its versions.
  private func kind(of change: RecordChange) -> AuditKind {
    guard let after = change.after else { return .delete }
    if change.before != nil { return .update }
    return (after[SystemColumn.version].integer ?? 0) > 1 ? .restore : .create
  }

  /// A row of a subform is told with the record that it belongs to as well. Not when files are
  /// loaded: nobody wants to read who loaded a row.
  private func noteRow(_ change: RecordChange, _ store: RecordStore) throws {
    guard store.tells else { return }
    for owner in store.tenant.relations.owners(of: change.entity) {
      let before = change.before?[owner.column].integer
      let after = change.after?[owner.column].integer
      var told: [(record: Int64, what: StoredChange.Row)] = []
      if let after, after == before { told.append((after, .changed)) }
      if let after, after != before { told.append((after, .added)) }
      if let before, after != before { told.append((before, .removed)) }
      for (record, what) in told {
        try store.audit(
          .update, .record(owner.entity, record),
          [.row(subform: owner.subform, what, id: change.id)])
      }
    }
  }
}

extension RecordStore {
  /// Writes an entry into the audit trail: of this moment and by this person, or by the operator's
  /// command, however long ago what files tell has happened and whoever did it.
  func audit(
    _ kind: AuditKind, _ subject: AuditSubject, _ changes: [StoredChange]
  ) throws {
    try audit(kind, subject, StoredChange.encode(changes))
  }

  /// The same with changes as ``StoredChange`` writes them.
  fileprivate func audit(
    _ kind: AuditKind, _ subject: AuditSubject, _ changes: String
  ) throws {
    try Audit.note(
      kind, subject, encoded: changes, by: tells ? principal : nil,
      at: tells ? now : tenant.clock(),
      session)
  }
}
