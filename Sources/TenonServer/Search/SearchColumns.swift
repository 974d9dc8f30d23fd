import TenonDatabase

extension SearchIndex {
  /// Of a long text the beginning is searched.
  private static let mostOfLongText = 200

  /// What of an entity is searched: all its texts, and the initials of those in its title. Nil when
  /// it has none.
  convenience init?(_ meta: EntityMeta, title: [Int]) {
    let texts = meta.fieldColumns.filter { column in
      guard let shape = meta.field(column) else { return false }
      return shape.storage == .text && shape.options.isEmpty && !shape.isLive
        && shape.control != "secret"
    }
    if texts.isEmpty { return nil }
    let columns = texts.map { column in
      let isLong = meta.field(column)?.control == "long_text"
      return SearchColumn(column, most: isLong ? SearchIndex.mostOfLongText : nil)
    }
    let initials = title.filter(texts.contains).map { SearchColumn($0, isInitials: true) }
    self.init(meta.table, columns + initials)
  }
}

/// Keeps the search index in step with each record.
struct SearchEffect: RecordEffect {
  func apply(_ change: RecordChange, _ store: RecordStore) throws {
    guard let index = change.entity.search,
      let entry = SearchEntry(index, id: change.id, before: change.before, after: change.after)
    else { return }
    try store.session.index(entry, SystemAuthority("search index"))
  }
}
