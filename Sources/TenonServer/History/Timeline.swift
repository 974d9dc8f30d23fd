import TenonDatabase
import TenonPages

/// What happened to a record, read for one person: its changes and what people wrote, the newest
/// first, as far as the person sees now what changed. The caller holds the proof for reading it.
struct Timeline {
  let part: PagePart
  let entity: EntityModel
  let reader: RecordReader
  let sight: Sight

  /// So many entries at a time.
  static let length = 20
  /// Changes of one moment by one person are one entry, and some rows tell the reader nothing: so
  /// many are read at a time until there are entries enough.
  private static let rowLimit = 200

  private static let authority = SystemAuthority("timeline")
  private static let changes = SystemStatement(
    """
    SELECT h.at, h."user", h.changes, u.name, h.kind, b.name, h.id FROM tenon_history h
    LEFT JOIN tenon_user u ON u.id = h."user" LEFT JOIN tenon_user b ON b.id = h.behalf
    WHERE h.entity = ? AND h.record = ? AND h.at <= ? AND (h.at < ? OR h.id < ?)
      AND h.kind IN ('update', 'delete', 'restore', 'share', 'unshare', 'hand_over')
    ORDER BY h.at DESC, h.id DESC LIMIT ?
    """)
  private static let comments = SystemStatement(
    """
    SELECT c.id, c.at, c."user", c.text, c.mentions, c.edited_at, u.name, a.name
    FROM tenon_comment c LEFT JOIN tenon_user u ON u.id = c."user"
    LEFT JOIN tenon_user a ON a.id = c.actor
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
    var words = ChangeReader(part, reader)
    for entry in shown { words.want(entry.changes, of: entity) }
    try words.read()
    let entries = shown.compactMap { [words] in entry(of: $0, words) }
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
      /// Something else than a change of fields, by its name in the trail.
      case event(String, [StoredChange])
      case comment(Comment)
    }

    var changes: [StoredChange] {
      switch kind {
      case .changes(let changes), .event(_, let changes): changes
      case .created, .comment: []
      }
    }
  }

  private func changes(_ key: [Value]) throws -> [Entry] {
    var found: [Entry] = []
    var last = (at: key[2].integer ?? 0, id: Int64(0))
    var isMore = true
    while isMore && found.count <= Timeline.length {
      isMore = try read(key, &last, into: &found) == Timeline.rowLimit
    }
    return found
  }

  /// Reads the rows behind one; answers how many there were.
  private func read(
    _ key: [Value], _ place: inout (at: Int64, id: Int64), into found: inout [Entry]
  ) throws -> Int {
    var count = 0
    let start = place
    try reader.session.rows(
      Timeline.changes,
      Array(key[..<2]) + [
        .integer(start.at), .integer(start.at), .integer(start.id),
        .integer(Int64(Timeline.rowLimit)),
      ], Timeline.authority
    ) { row in
      count += 1
      place = (row.integer(0), row.integer(6))
      let user = row.isBlank(1) ? nil : row.integer(1)
      let who = self.who(row, user: row.isBlank(5) ? 3 : 5, actor: row.isBlank(5) ? 5 : 3)
      let kind = row.string(4)
      guard kind == AuditKind.update.rawValue else {
        // What a record was when it went stands in it when it is there again.
        let isShare = kind != AuditKind.delete.rawValue && kind != AuditKind.restore.rawValue
        let told = isShare ? StoredChange.decode(row.string(2)).filter(isReadable) : []
        found.append(Entry(at: row.integer(0), user: user, who: who, kind: .event(kind, told)))
        return
      }
      let more = StoredChange.decode(row.string(2)).filter(isReadable)
      if more.isEmpty { return }
      if let last = found.last, last.at == row.integer(0), last.user == user,
        case .changes(let some) = last.kind
      {
        found[found.count - 1].kind = .changes(more + some)
      } else {
        found.append(Entry(at: row.integer(0), user: user, who: who, kind: .changes(more)))
      }
    }
    return count
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
          at: row.integer(1), user: row.integer(2), who: who(row, user: 6, actor: 7),
          kind: .comment(comment)))
    }
    return found
  }

  /// The names in two columns of a row: whose doing it was, and who acted for that person.
  private func who(_ row: borrowing Row, user: Int, actor: Int) -> String? {
    guard !row.isBlank(user) else { return nil }
    if row.isBlank(actor) { return row.string(user) }
    return part.exchange.locale.text(.actingFor, row.string(actor), row.string(user))
  }

  /// Of changes what the person sees now: values as much of them as he sees, and of rows those that
  /// are there for him, or were with the record.
  private func seen(_ changes: [StoredChange], _ words: ChangeReader) -> [StoredChange] {
    changes.compactMap { change in
      switch change {
      case .value(let name, let before, let after):
        guard let column = ChangeReader.column(name, entity), sight[column] == .masked else {
          return change
        }
        let mask = entity.table.columns[column].mask
        return .value(
          column: name, before: Value(mask.apply(before.text)),
          after: Value(mask.apply(after.text)))
      case .row(let name, _, let id):
        guard let owned = reader.tenant.relations.subform(name, of: entity),
          let proof = reader.proof(owned.child)
        else { return nil }
        let isSeen =
          words.isThere(owned.child, id) || proof.reachesAll || proof.reaches(through: owned.by)
        return isSeen ? change : nil
      case .file, .detail, .secret: return change
      }
    }
  }

  /// Whether the person may read what changed.
  private func isReadable(_ change: StoredChange) -> Bool {
    switch change {
    case .value(let name, _, _), .secret(let name):
      guard let column = ChangeReader.column(name, entity) else { return false }
      return sight[column] != .hidden
    case .file, .detail: return true
    case .row(let subform, _, _):
      guard let owned = reader.tenant.relations.subform(subform, of: entity) else { return false }
      return reader.proof(owned.child)?.mayRead(owned.by) == true
    }
  }

  // MARK: Entries

  private func entry(of found: Entry, _ words: ChangeReader) -> ActivityEntry? {
    let kind: ActivityEntry.Kind
    switch found.kind {
    case .created: kind = .created
    case .comment(let comment): kind = .comment(comment)
    case .changes(let changes):
      let told = words.words(seen(changes, words), of: entity)
      if told.isEmpty { return nil }
      kind = .changed(told)
    case .event(let name, let changes):
      kind = .event(name, words.words(seen(changes, words), of: entity))
    }
    return ActivityEntry(who: found.who, at: part.tenant.zone.local(found.at), kind: kind)
  }
}

/// Titles of many records, read with one query for each entity.
struct RecordTitles {
  private let reader: RecordReader
  private var wanted: [Int: Set<Int64>] = [:]
  /// Of the records that are there for the person; blank without a title that he may read.
  private var titles: [Int: [Int64: String?]] = [:]

  init(_ reader: RecordReader) { self.reader = reader }

  mutating func want(_ entity: EntityModel, _ id: Int64?) {
    if let id { wanted[entity.index, default: []].insert(id) }
  }

  /// Reads what is wanted; records that the person may not see have no title.
  mutating func read() throws {
    for (index, ids) in wanted {
      let entity = reader.tenant.entities[index]
      guard let proof = reader.proof(entity) else { continue }
      let isTitled = entity.titleColumns.allSatisfy(proof.mayRead)
      var found: [Int64: String?] = [:]
      let query = Query(
        entity.table,
        outputs: ([SystemColumn.id] + (isTitled ? entity.titleColumns : [])).map(Output.column),
        filter: .among(SystemColumn.id, ids.sorted().map(Value.integer)), limit: ids.count)
      try reader.session.rows(query, proof) { row in
        let id = row.integer(0)
        found[id] = .some(isTitled ? reader.title(entity, row, from: 1) ?? "#\(id)" : nil)
      }
      titles[index] = found
    }
    wanted = [:]
  }

  func title(_ entity: EntityModel, _ id: Int64?) -> String? {
    id.flatMap { titles[entity.index]?[$0] ?? nil }
  }

  /// Whether a record is there for the person.
  func isThere(_ entity: EntityModel, _ id: Int64?) -> Bool {
    id.map { titles[entity.index]?.keys.contains($0) == true } ?? false
  }
}
