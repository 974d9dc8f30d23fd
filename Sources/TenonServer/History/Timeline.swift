import TenonDatabase
import TenonPages

/// What happened to a record, read for one person: its changes and what people wrote, the newest
/// first. The caller holds the proof for reading the record.
struct Timeline {
  let part: PagePart
  let entity: EntityModel
  let reader: RecordReader
  let proof: Authorization

  /// So many entries at a time.
  static let length = 20
  /// Changes of one moment by one person are one entry: so many rows are read to make entries of.
  private static let rowLimit = 200

  private static let authority = SystemAuthority("timeline")
  private static let changes = SystemStatement(
    """
    SELECT h.at, h."user", h.changes, u.name FROM tenon_history h
    LEFT JOIN tenon_user u ON u.id = h."user"
    WHERE h.entity = ? AND h.record = ? AND h.at < ? AND h.kind = 'update'
    ORDER BY h.at DESC, h.id DESC LIMIT ?
    """)
  private static let comments = SystemStatement(
    """
    SELECT c.id, c.at, c."user", c.text, c.mentions, c.edited_at, u.name FROM tenon_comment c
    LEFT JOIN tenon_user u ON u.id = c."user"
    WHERE c.entity = ? AND c.record = ? AND c.at < ? ORDER BY c.at DESC, c.id DESC LIMIT ?
    """)

  /// The entries before a moment, at most ``length``, and the moment before which there are more.
  /// Creation, which the record itself tells, comes last.
  func entries(
    _ id: Int64, before moment: Int64, created: (at: Int64, by: String?)
  ) throws -> (entries: [ActivityEntry], earlier: Int64?) {
    let key: [Value] = [.text(entity.table.name), .integer(id), .integer(moment)]
    var found = try changes(key) + comments(key)
    if created.at < moment {
      found.append(Entry(at: created.at, user: nil, who: created.by, kind: .created))
    }
    found.sort { $0.at > $1.at }
    let hasMore = found.count > Timeline.length
    let shown = found.prefix(Timeline.length)
    let titles = try titles(of: shown)
    let entries = shown.compactMap { entry(of: $0, titles) }
    return (entries, hasMore ? shown.last?.at : nil)
  }

  // MARK: Rows

  private struct Entry {
    let at: Int64
    let user: Int64?
    let who: String?
    var kind: Kind

    enum Kind {
      case created
      case changes([StoredChange])
      case comment(Comment)
    }
  }

  private func changes(_ key: [Value]) throws -> [Entry] {
    var found: [Entry] = []
    try reader.session.rows(
      Timeline.changes, key + [.integer(Int64(Timeline.rowLimit))], Timeline.authority
    ) { row in
      let more = StoredChange.decode(row.string(2)).filter(isReadable)
      if more.isEmpty { return }
      let user = row.isBlank(1) ? nil : row.integer(1)
      if let last = found.last, last.at == row.integer(0), last.user == user,
        case .changes(let some) = last.kind
      {
        found[found.count - 1].kind = .changes(more + some)
      } else {
        found.append(
          Entry(
            at: row.integer(0), user: user, who: row.isBlank(3) ? nil : row.string(3),
            kind: .changes(more)))
      }
    }
    return found
  }

  private func comments(_ key: [Value]) throws -> [Entry] {
    var found: [Entry] = []
    try reader.session.rows(
      Timeline.comments, key + [.integer(Int64(Timeline.length + 1))], Timeline.authority
    ) { row in
      let comment = Comment(
        id: row.integer(0), text: row.string(3), mentions: Mentions.names(row.string(4)),
        isEdited: !row.isBlank(5), isOwn: row.integer(2) == reader.principal.user)
      found.append(
        Entry(
          at: row.integer(1), user: row.integer(2), who: row.isBlank(6) ? nil : row.string(6),
          kind: .comment(comment)))
    }
    return found
  }

  /// Whether the person may read what changed.
  private func isReadable(_ change: StoredChange) -> Bool {
    switch change {
    case .value(let name, _, _), .secret(let name):
      guard let column = column(name) else { return false }
      return proof.mayRead(column)
    case .file, .detail: return true
    case .row(let subform, _, _):
      guard let owned = reader.tenant.relations.subform(subform, of: entity) else { return false }
      return reader.proof(owned.child) != nil
    }
  }

  private func column(_ name: String) -> Int? {
    entity.meta.fieldColumns.first { entity.table.columns[$0].name == name }
  }

  // MARK: Entries

  private func entry(of found: Entry, _ titles: RecordTitles) -> ActivityEntry? {
    let kind: ActivityEntry.Kind
    switch found.kind {
    case .created: kind = .created
    case .comment(let comment): kind = .comment(comment)
    case .changes(let changes):
      kind = .changed(values(changes, titles) + rows(changes, titles) + files(changes))
    }
    return ActivityEntry(who: found.who, at: part.tenant.zone.local(found.at), kind: kind)
  }

  private func values(_ changes: [StoredChange], _ titles: RecordTitles) -> [FieldChange] {
    changes.compactMap { change in
      guard case .value(let name, let before, let after) = change, let column = column(name) else {
        return nil
      }
      let field = entity.pageField(column, part.exchange.language, part.exchange.locale)
      func cell(_ value: Value) -> Cell {
        var value = value
        if field.storage == .dateTime, case .integer(let instant) = value {
          value = .integer(part.tenant.zone.local(instant))
        }
        let target = part.tenant.target(of: column, in: entity)
        return Cell(value, related: target.flatMap { titles.title($0, value.integer) })
      }
      return .value(field, before: cell(before), after: cell(after))
    }
  }

  private func files(_ changes: [StoredChange]) -> [FieldChange] {
    changes.compactMap { change in
      guard case .file(let name, let isAdded) = change else { return nil }
      return .file(name: name, isAdded: isAdded)
    }
  }

  private func rows(_ changes: [StoredChange], _ titles: RecordTitles) -> [FieldChange] {
    entity.look.subforms.compactMap { subform in
      let child = reader.tenant.relations.subform(subform.name, of: entity)?.child
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

  /// The titles of all records that the changes name.
  private func titles(of entries: some Sequence<Entry>) throws -> RecordTitles {
    var titles = RecordTitles(reader)
    for entry in entries {
      guard case .changes(let changes) = entry.kind else { continue }
      for case .value(let name, let before, let after) in changes {
        guard let column = column(name), let target = part.tenant.target(of: column, in: entity)
        else { continue }
        titles.want(target, before.integer)
        titles.want(target, after.integer)
      }
      for case .row(let name, _, let id) in changes {
        guard let owned = reader.tenant.relations.subform(name, of: entity) else { continue }
        titles.want(owned.child, id)
      }
    }
    try titles.read()
    return titles
  }
}

/// Titles of many records, read with one query for each entity.
struct RecordTitles {
  private let reader: RecordReader
  private var wanted: [Int: Set<Int64>] = [:]
  private var titles: [Int: [Int64: String]] = [:]

  init(_ reader: RecordReader) { self.reader = reader }

  mutating func want(_ entity: EntityModel, _ id: Int64?) {
    if let id { wanted[entity.index, default: []].insert(id) }
  }

  /// Reads what is wanted; records that the person may not see have no title.
  mutating func read() throws {
    for (index, ids) in wanted {
      let entity = reader.tenant.entities[index]
      guard let proof = reader.proof(entity), entity.titleColumns.allSatisfy(proof.mayRead) else {
        continue
      }
      var found: [Int64: String] = [:]
      let query = Query(
        entity.table, outputs: ([SystemColumn.id] + entity.titleColumns).map(Output.column),
        filter: .among(SystemColumn.id, ids.sorted().map(Value.integer)), limit: ids.count)
      try reader.session.rows(query, proof) { row in
        found[row.integer(0)] = reader.title(entity, row, from: 1) ?? "#\(row.integer(0))"
      }
      titles[index] = found
    }
    wanted = [:]
  }

  func title(_ entity: EntityModel, _ id: Int64?) -> String? {
    id.flatMap { titles[entity.index]?[$0] }
  }
}
