/// How a database is opened. The defaults are right for a server.
public struct DatabaseOptions: Sendable {
  /// Writes that may wait for the writer before further ones are refused as overloaded.
  public var queueLimit = 1024
  /// The greatest number of writes in one commit.
  public var batchLimit = 64
  /// How long the writer may gather writes for one commit.
  public var batchWindow: Duration = .milliseconds(2)
  /// How long the writer, while gathering, waits for one more write before it commits.
  public var batchGap: Duration = .microseconds(300)
  /// How long to wait for a lock that something outside the server holds.
  public var busyTimeout: Duration = .seconds(5)
  /// How long one search may look for its hits: rights or filters that few of them fit could else
  /// make it walk through all.
  public var searchLimit: Duration = .milliseconds(500)
  /// How long one statement may run on a database server, other than those of a new schema.
  public var statementTimeout: Duration = .seconds(30)
  /// How long the writer waits there for another process's batch, or another program's lock.
  public var lockTimeout: Duration = .seconds(10)
  /// How long a transaction may rest there before the server ends it: a process that was stopped
  /// in the middle of a batch would keep all others from writing.
  public var idleTimeout: Duration = .seconds(30)
  /// Prepared statements kept by each connection.
  public var statementLimit = 512
  /// Never waits for the disk: **an answered write can be lost**. For a benchmark's comparison and
  /// nothing else.
  public var benchmarkWithoutDurability = false

  /// Told the name of a search index that no longer fits its table: it is built anew at the next
  /// start.
  public var onBrokenIndex: (@Sendable (String) -> Void)?
  /// Writes what jobs leave behind, with each batch.
  public var noteKeeper: (any NoteKeeper)?
  /// What expressions of queries know.
  let surroundings = Surroundings()
  /// Called by the writer at each step, so that a test can hold or kill it there.
  var onStep: (@Sendable (WriterStep) -> Void)?

  public init() {}
}

/// The steps of one batch of writes between which a crash can be placed.
enum WriterStep: Hashable, Sendable {
  /// The transaction is open, no job ran.
  case began
  /// The jobs ran, nothing is durable.
  case applied
  /// The batch is durable, nobody was told.
  case committed
  /// Every job was answered.
  case answered
}

/// What the writer has done since the database was opened.
public struct WriterStatistics: Hashable, Sendable {
  /// Jobs that ran, failed ones included.
  public internal(set) var jobs = 0
  /// Jobs that failed, alone or with their batch.
  public internal(set) var failedJobs = 0
  /// Jobs in the last transaction.
  public internal(set) var lastBatch = 0
  /// Transactions committed; each is one wait for the disk.
  public internal(set) var commits = 0
  /// Batches of which nothing was kept.
  public internal(set) var lostBatches = 0
  /// Checkpoints of the write-ahead log.
  public internal(set) var checkpoints = 0
  /// Jobs that wait at this moment.
  public internal(set) var queued = 0
  /// The most jobs seen waiting.
  public internal(set) var longestQueue = 0

  public init() {}
}
