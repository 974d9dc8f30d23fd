/// Tells people of records that become theirs: who is put into a field for a person. Loading files
/// tells nobody.
struct AssignmentEffect: RecordEffect {
  func apply(_ change: RecordChange, _ store: RecordStore) throws {
    guard let after = change.after, store.principal.user > 0, store.tells, !store.isHandOver
    else { return }
    let entity = change.entity
    var told: Set<Int64> = []
    for column in change.changed where entity.meta.field(column)?.control == "person" {
      guard let user = after[column].integer, told.insert(user).inserted else { continue }
      try Notifications(tenant: store.tenant).add(
        to: user, .assignment, entity, change.id, by: store.principal, store.session)
    }
  }
}
