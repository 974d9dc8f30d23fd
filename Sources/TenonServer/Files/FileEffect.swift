import TenonDatabase
import TenonPages

/// What happens to files when a record with fields for them is saved or deleted: those that its
/// fields name become the record's, those that they no longer name go.
struct FileEffect: RecordEffect {
  /// Throws `invalid` for an id that is neither a fresh file of the person nor one that the field
  /// has, and for a file in a field of pictures that is none.
  func apply(_ change: RecordChange, _ store: RecordStore) throws {
    let (entity, session) = (change.entity, store.session)
    guard let after = change.after else {
      let files = try FileRows.removeAll(of: entity, change.id, session)
      return store.tenant.files.forget(files)
    }
    var problems: [(field: String, problem: FieldProblem)] = []
    var removed: [Int64] = []
    for column in change.changed where entity.isFileColumn(column) {
      let old = change.before.map { ItemList.items($0[column]) } ?? []
      let new = ItemList.items(after[column])
      let place = FilePlace(entity, change.id, column: column)
      let isPicture = entity.meta.field(column)?.control == "image"
      for item in new where !old.contains(item) {
        guard let problem = try take(item, place, isPicture, store) else { continue }
        problems.append((entity.meta.name(ofColumn: column), problem))
        break
      }
      for file in old.compactMap(FileEffect.id) where !new.contains(String(file)) {
        if try FileRows.remove(file, place, session) { removed.append(file) }
      }
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
    store.tenant.files.forget(removed)
  }

  /// Makes a file the record's; what is wrong with it, if anything.
  private func take(
    _ item: String, _ place: FilePlace, _ isPicture: Bool, _ store: RecordStore
  ) throws -> FieldProblem? {
    guard let id = FileEffect.id(item), let file = try FileRows.find(id, store.session) else {
      return .unknown
    }
    if file.place == nil {
      let isTaken = try FileRows.attach(id, place, store.principal.user, store.session)
      if !isTaken { return .unknown }
    } else if file.place != place {
      return .unknown
    }
    return isPicture && file.pixels == nil ? .noImage : nil
  }

  /// The id that an item of a field is, in its one spelling.
  private static func id(_ item: String) -> Int64? {
    guard let id = Int64(item), id > 0, String(id) == item else { return nil }
    return id
  }
}

extension EntityModel {
  /// Whether a column holds files.
  func isFileColumn(_ column: Int) -> Bool {
    ["attachment", "image"].contains(meta.field(column)?.control)
  }
}
