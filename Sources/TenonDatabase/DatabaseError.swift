import Query

/// Why a read, a write or the opening of a database failed. Cases carry facts, not sentences: who
/// shows them to people has the words.
public enum DatabaseError: Error, Hashable, Sendable {
  /// Another server has this database open; its process id when it could be read.
  case inUse(process: Int32?)
  /// Something outside the server held the database's lock for longer than the busy time-out.
  case busy
  /// No room left on the disk, or the file reached its greatest size.
  case full
  /// Another row has these values already. `columns` is empty when the index is over expressions;
  /// `index` is nil when it is over plain columns.
  case unique(table: String, columns: [String], index: String?)
  /// A reference points to no record, or a record that others point to would go.
  case foreignKey
  /// A required column would be blank.
  case required(table: String, column: String)
  /// A CHECK or another constraint of the schema does not hold; the engine's words.
  case constraint(String)
  /// The file is damaged or no database; the engine's words.
  case corrupt(String)
  /// Reading or writing the file failed; the engine's words.
  case io(String)
  /// The engine refused a statement: a fault of the program or of the schema. The engine's words.
  case statement(String)
  /// The proof does not reach what was asked for.
  case denied(QueryError)
  /// A search took longer than it may; the rows given before are hits.
  case interrupted
  /// The write queue is full: try later.
  case overloaded
  /// The database server cannot be reached, or the connection to it was lost; its words. Nothing
  /// of a write is kept.
  case unreachable(String)
  /// Another program's changes and this one's exclude each other, again and again.
  case conflict
  /// The machine has no libpq, without which there is no PostgreSQL.
  case noLibrary
  /// The URL of the database cannot be read.
  case address
  /// The database server is older than the oldest that will do; as PostgreSQL counts versions.
  case version(Int)
  /// The role may not do what the server must; the engine's words.
  case rights(String)
  /// The database is closed, or a session was used outside its block.
  case closed
  /// The engine took back the whole transaction earlier in this job: nothing more can be written.
  case rolledBack
  /// A write was waited for on the writer's own thread, which would wait for ever.
  case reentrant
}
