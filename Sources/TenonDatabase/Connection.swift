import Query
import Values

/// One connection to a database, used by one thread at a time: the seam between the engines.
protocol Connection: AnyObject {
  var dialect: Dialect { get }

  // MARK: Statements

  /// Gives each row, at most `limit` when there is one, which is not above that of the statement.
  /// Returns their number. Throws ``DatabaseError``, and what `each` throws.
  func rows(
    _ statement: Statement, limit: Int?, _ each: (borrowing Row) throws -> Void
  ) throws -> Int
  /// The same for a statement whose text is a literal of the program, in the SQL that both dialects
  /// read (see ``Dialect/statement(_:)``).
  func rows(
    _ sql: StaticString, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int
  /// The same for a text that is used once.
  func rows(
    once sql: String, _ values: [Value], _ each: (borrowing Row) throws -> Void
  ) throws -> Int
  /// Runs a statement to its end and gives its first row.
  func first(
    _ statement: Statement, _ read: (borrowing Row) -> Void
  ) throws(DatabaseError)
  /// Runs a statement to its end. Returns the number of rows changed.
  func finish(_ statement: Statement) throws(DatabaseError) -> Int
  func finish(_ sql: StaticString, _ values: [Value]) throws(DatabaseError) -> Int
  /// Runs a literal that marks a place in a transaction.
  func run(_ sql: StaticString) throws(DatabaseError)
  /// Runs all statements of a text that changes the schema.
  func script(_ sql: String) throws(DatabaseError)

  // MARK: Time

  /// From here on statements are interrupted when they take longer than a search may.
  func startLimit()
  func endLimit()

  // MARK: Reading

  /// Begins to read from one moment, not before the given commit of this process; by one
  /// statement at most when `isSingle`.
  func beginRead(after commits: Int, isSingle: Bool) throws(DatabaseError)
  /// Ends it; `failed` when the block threw.
  func endRead(failed: Bool) throws(DatabaseError)
  /// Lets go of a moment that is kept for the next read.
  func letGo() throws(DatabaseError)

  // MARK: Writing

  /// Begins the transaction of a batch: from here to its end no other one writes.
  func beginWrite() throws(DatabaseError)
  /// Ends it when all of it is on disk. Throws when nothing of it is kept.
  func commit() throws(DatabaseError)
  /// Takes all of it back.
  func rollBack()
  /// Whether a transaction is open in which work can go on: an engine ends it by itself after some
  /// errors.
  var isInTransaction: Bool { get }
  /// With which error the engine ended the transaction.
  var loss: DatabaseError? { get }
  /// Whether a deferred foreign key is unresolved, so that a commit would refuse.
  var hasOpenForeignKeys: Bool { get }
  /// Work of the engine's own between two batches. Returns how many checkpoints were made.
  func keepHouse(_ readers: Readers) -> Int

  func close()
}
