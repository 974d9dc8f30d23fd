import TenonDatabase
import TenonPages

/// Finds the records of an entity that contain what a person typed, as far as the person may read.
struct RecordSearch {
  let reader: RecordReader
  let words: SearchWords

  /// How many of the newest hits are looked at: those whose title begins with the words come first,
  /// then the newest.
  static let candidates = 200

  /// Hits in order, at most `most`, and how many candidates there were.
  struct Hits {
    var records: [RecordChoice]
    var count: Int
    /// Whether there are more than were looked at.
    var isMore: Bool
    /// Whether the first one's title begins with the words.
    var startsWell: Bool
  }

  /// The hits of an entity; nil when there are none or the person may not see any. `filter` is what
  /// they have to meet beside that, `slots` the values of its expressions.
  func hits(
    _ entity: EntityModel, most: Int, _ filter: Predicate = .everything,
    _ slots: ExpressionValues = ExpressionValues()
  ) throws -> Hits? {
    guard let index = entity.search, let proof = reader.proof(entity) else { return nil }
    let title = entity.titleColumns.allSatisfy(proof.mayRead) ? entity.titleColumns : []
    var query = Query(
      entity.table, outputs: ([SystemColumn.id] + title).map(Output.column), filter: filter,
      search: Search(index, words), order: [SortKey(SystemColumn.id, descending: true)],
      limit: RecordSearch.candidates + 1)
    query.values = slots
    let start = words.joined
    var first: [RecordChoice] = []
    var rest: [RecordChoice] = []
    var count = 0
    func take(_ row: borrowing Row) {
      count += 1
      if count > RecordSearch.candidates { return }
      let id = row.integer(0)
      let text = title.isEmpty ? nil : reader.title(entity, row, from: 1)
      let record = RecordChoice(id: id, title: text ?? "#\(id)")
      if beginsWell(row, title, start) {
        if first.count < most { first.append(record) }
      } else if rest.count < most {
        rest.append(record)
      }
    }
    var isCut = false
    do {
      try reader.session.rows(query, proof, take)
    } catch DatabaseError.interrupted where count > 0 {
      // What was found so far are the newest hits.
      isCut = true
    }
    if count == 0 { return nil }
    return Hits(
      records: Array((first + rest).prefix(most)),
      count: min(count, RecordSearch.candidates), isMore: isCut || count > RecordSearch.candidates,
      startsWell: !first.isEmpty)
  }

  /// Whether one of the texts in a title, or its initials, begins with the words.
  private func beginsWell(
    _ row: borrowing Row, _ title: [Int], _ start: FoldedText
  ) -> Bool {
    for place in title.indices {
      let text = FoldedText(row.string(place + 1))
      if text.starts(with: start) { return true }
      if PinyinInitials(text)?.text.starts(with: start) == true { return true }
    }
    return false
  }

  /// What a hit shows beside its title: the field in which one of the words is, else the first of
  /// the searched fields that is filled. Nil when all are blank.
  func detail(
    _ entity: EntityModel, _ id: Int64
  ) throws -> (label: String, text: String)? {
    guard let index = entity.search, let proof = reader.proof(entity) else { return nil }
    let columns = index.columns.filter { column in
      !column.isInitials && proof.mayRead(column.column)
        && !entity.titleColumns.contains(column.column)
    }.map(\.column)
    if columns.isEmpty { return nil }
    var found: (label: String, text: String)?
    _ = try reader.row(entity, id, columns.map(Output.column), proof) { row in
      let filled = columns.enumerated().filter { !row.isBlank($0.offset) }
      let hit = filled.first { words.touches(row.string($0.offset), withInitials: false) }
      guard let shown = hit ?? filled.first else { return }
      let field = entity.pageFields[reader.language][shown.element - SystemColumn.count]
      found = (field.label, excerpt(row.string(shown.offset)))
    }
    return found
  }

  /// A long text around the place where the first word is.
  private func excerpt(_ text: String) -> String {
    let (before, most) = (20, 80)
    if Text.length(text) <= most { return text }
    let parts = words.marked(text, withInitials: false)
    let lead = parts.first.map { $0.isMatch ? "" : $0.part } ?? ""
    let start =
      parts.count > 1 && lead.unicodeScalars.count > before
      ? text.unicodeScalars.index(lead.endIndex, offsetBy: -before) : text.startIndex
    let rest = text.unicodeScalars[start...]
    let shown = String(String.UnicodeScalarView(rest.prefix(most)))
    return (start > text.startIndex ? "…" : "") + shown + (rest.count > most ? "…" : "")
  }
}
