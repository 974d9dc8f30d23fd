import Query
import Values

/// Search indexes. Their entries are written once for a whole batch, behind its last job: FTS5
/// writes a piece of index to the file at each savepoint, which costs three times as much.
extension WriteSession {
  /// Changes the entry of a row in a search index, in the same transaction as the row: it is
  /// written when the job's batch is, and not at all when the job fails.
  public func index(_ entry: SearchEntry, _ proof: SystemAuthority) throws(DatabaseError) {
    try checkTransaction()
    entries.append(entry)
  }

  /// Empties a search index, to be filled anew.
  public func clear(_ index: SearchIndex, _ proof: SystemAuthority) throws(DatabaseError) {
    try checkTransaction()
    let statement = composer.compose(clearing: index, proof)
    _ = try connection.finish(statement)
    if let sql = index.emptied(connection.dialect) { try connection.script(sql) }
  }

  /// Makes an index ready for searches once it is filled.
  public func close(_ index: SearchIndex, _ proof: SystemAuthority) throws(DatabaseError) {
    try checkTransaction()
    if let sql = index.filled(connection.dialect) { try connection.script(sql) }
  }

  /// Adds the entries of up to `limit` rows behind an id to an index that has none of them yet.
  /// Returns how many there were and the last one's id.
  public func fill(
    _ index: SearchIndex, after id: Int64, limit: Int, _ proof: SystemAuthority
  ) throws -> (count: Int, last: Int64) {
    try checkTransaction()
    let statement = composer.compose(filling: index, after: id, limit: limit, proof)
    var (count, last) = (0, id)
    _ = try connection.rows(statement, limit: nil) { row in
      count += 1
      last = row.integer(0)
      let values = index.columns.enumerated().map { place, column in
        row.value(place + 1, index.table.columns[column.column].storage)
      }
      try write(SearchEntry(index, id: last, filling: values))
    }
    return (count, last)
  }

  private func write(_ entry: SearchEntry) throws(DatabaseError) {
    for statement in composer.compose(entry, SystemAuthority("search index")) {
      _ = try connection.finish(statement)
    }
  }

  // MARK: For the writer

  /// The job is done: its entries are part of the batch.
  func keepEntries() {
    keptEntries += entries
    entries = []
  }

  /// The job begins, or the batch is lost.
  func forgetEntries() {
    entries = []
    keptEntries = []
  }

  /// Writes the entries of the batch, by id: FTS5 gathers what comes in rising order. An index that
  /// does not hold what is to be taken out, since another program changed its table, never stops a
  /// record: it is noted to be built anew. Returns the names of such indexes.
  func writeEntries() throws(DatabaseError) -> Set<String> {
    let batch = keptEntries
    keptEntries = []
    if batch.isEmpty { return [] }
    let entries = batch.enumerated().sorted { a, b in
      (a.element.id, a.offset) < (b.element.id, b.offset)
    }.map(\.element)
    try connection.run("SAVEPOINT entries")
    do throws(DatabaseError) {
      for entry in entries { try write(entry) }
    } catch .corrupt {
      try connection.run("ROLLBACK TO entries")
      return try writeSound(entries)
    }
    try connection.run("RELEASE entries")
    return []
  }

  /// Writes the entries as far as their indexes take them, inside the savepoint of all.
  private func writeSound(_ entries: [SearchEntry]) throws(DatabaseError) -> Set<String> {
    var broken: Set<String> = []
    for entry in entries where try !isWritten(entry) {
      broken.insert(entry.index.name)
      if let found = entry.withoutBefore { _ = try isWritten(found) }
    }
    try connection.run("RELEASE entries")
    for name in broken { _ = try connection.finish(SearchState.spoil, [.text(name)]) }
    return broken
  }

  private func isWritten(_ entry: SearchEntry) throws(DatabaseError) -> Bool {
    var isWritten = true
    try connection.run("SAVEPOINT entry")
    do throws(DatabaseError) {
      try write(entry)
    } catch .corrupt {
      try connection.run("ROLLBACK TO entry")
      isWritten = false
    }
    try connection.run("RELEASE entry")
    return isWritten
  }
}
