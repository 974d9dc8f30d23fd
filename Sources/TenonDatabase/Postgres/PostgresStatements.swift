import Query
import TenonThreads
import Values

/// Statements and transactions of a connection.
extension PostgresConnection {
  // MARK: Statements

  /// Sends by `send` and waits for the answer. A transaction that had no statement yet is begun
  /// again on a new connection when this one turns out to be gone.
  private func run(
    _ send: (OpaquePointer) throws(DatabaseError) -> Void
  ) throws(DatabaseError) -> OpaquePointer? {
    let marks = ahead
    let isFirst = isOpen && !isTouched
    if isSingle && !isFirst { throw .statement("a second statement in a read of one") }
    isTouched = true
    do {
      return try attempt(send)
    } catch .unreachable where isFirst && role == .reader {
      ahead = marks
      loss = nil
      return try attempt(send, marks)
    }
  }

  private func attempt(
    _ send: (OpaquePointer) throws(DatabaseError) -> Void, _ marks: [String]? = nil
  ) throws(DatabaseError) -> OpaquePointer? {
    if role == .writer, let loss { throw loss == .conflict ? .rolledBack : loss }
    let handle = try living()
    if let marks { ahead = marks }
    try sendMarks(handle)
    try send(handle)
    if isUnmarked && !isSingle { try sendAsk(handle) } else { try sendEnd(handle) }
    return try receive(handle)
  }

  func result(_ statement: Statement) throws(DatabaseError) -> OpaquePointer? {
    try values.set(statement.bindings)
    return try run { (handle) throws(DatabaseError) in
      if statement.isSearch { return try sendOnce(statement.sql(.postgres), handle) }
      try sendPrepared(entityNames[statement.shape], .entity(statement.shape), handle) {
        statement.sql(.postgres)
      }
    }
  }

  func result(
    _ sql: StaticString, _ values: [Value]
  ) throws(DatabaseError) -> OpaquePointer? {
    try self.values.set(values)
    return try run { (handle) throws(DatabaseError) in
      try sendPrepared(systemNames[sql.utf8Start], .system(sql.utf8Start), handle) {
        Dialect.postgres.statement(sql.description)
      }
    }
  }

  func result(once sql: String, _ values: [Value]) throws(DatabaseError) -> OpaquePointer? {
    try self.values.set(values)
    return try run { (handle) throws(DatabaseError) in
      try sendOnce(Dialect.postgres.statement(sql), handle)
    }
  }

  // MARK: Transactions

  /// Begins a transaction with the next statement. Without words it is one that lasts until the
  /// next end of the pipeline: the server needs no BEGIN and no COMMIT for it.
  func open(_ begin: String?, isSingle: Bool = false) {
    loss = nil
    ahead = begin.map { [$0] } ?? []
    isUnmarked = begin == nil
    self.isSingle = isSingle
    isBeginning = true
    isOpen = true
    isTouched = false
  }

  /// Whether the open transaction has had a statement.
  var wasTouched: Bool { isOpen && isTouched }

  var isInTransaction: Bool { isOpen && loss == nil }

  func noteEnd() { isOpen = false }

  /// Sends what waits and waits for the answers.
  func flush() throws(DatabaseError) {
    isTouched = true
    let handle = try living()
    try sendEnd(handle)
    if let result = try receive(handle) { library.clear(result) }
  }

  /// Ends a transaction that was begun without words. The answer is read with those of the next.
  func endUnmarked() throws(DatabaseError) {
    ahead = []
    if let handle { try sendEnd(handle) }
  }

  /// Runs a text of several statements, outside of the pipeline.
  func script(_ sql: String) throws(DatabaseError) {
    // An index of a large table takes its time.
    mark("SET LOCAL statement_timeout = 0")
    try flush()
    guard let handle, library.exitPipeline(handle) == 1 else { throw lose() }
    let outcome = Result { () throws(DatabaseError) in try server.script(sql, handle) }
    if library.enterPipeline(handle) != 1 { throw lose() }
    try outcome.get()
  }

  // MARK: Time

  func startLimit() {
    isLimited = true
    // A search gives nothing before it is whole, and 0 would be no limit at all.
    mark("SET LOCAL statement_timeout = \(max(1, searchLimit.milliseconds * 4))")
  }

  func endLimit() {
    isLimited = false
    // In a transaction that failed nothing but its end is heard.
    guard isInTransaction, let handle else { return }
    if library.transactionStatus(handle) == PostgresLibrary.Code.failed { return }
    mark("SET LOCAL statement_timeout TO DEFAULT")
  }
}
