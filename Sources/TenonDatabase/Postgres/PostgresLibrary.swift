import Glibc

/// The functions of libpq (https://www.postgresql.org/docs/15/libpq.html) that the server calls.
/// The library is opened when a PostgreSQL database is asked for: a server over SQLite starts and
/// runs without it.
final class PostgresLibrary: @unchecked Sendable {
  typealias Handle = OpaquePointer
  typealias Result = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Texts = UnsafePointer<Text?>
  typealias Numbers = UnsafePointer<Int32>

  typealias Connect = @convention(c) (Texts, Texts, Int32) -> Handle?
  typealias Close = @convention(c) (Handle) -> Void
  typealias Number = @convention(c) (Handle) -> Int32
  typealias Say = @convention(c) (Handle) -> UnsafeMutablePointer<CChar>?
  typealias Execute = @convention(c) (Handle, Text) -> Result?
  typealias Prepare = @convention(c) (Handle, Text, Text, Int32, UnsafePointer<UInt32>?) -> Int32
  typealias SendPrepared =
    @convention(c) (Handle, Text, Int32, Texts?, Numbers?, Numbers?, Int32) -> Int32
  typealias SendOnce =
    @convention(c) (
      Handle, Text, Int32, UnsafePointer<UInt32>?, Texts?, Numbers?, Numbers?, Int32
    ) -> Int32
  typealias Next = @convention(c) (Handle) -> Result?
  typealias Clear = @convention(c) (Result) -> Void
  typealias Count = @convention(c) (Result) -> Int32
  typealias Tag = @convention(c) (Result) -> UnsafeMutablePointer<CChar>?
  typealias Field = @convention(c) (Result, Int32) -> UnsafeMutablePointer<CChar>?
  typealias Cell = @convention(c) (Result, Int32, Int32) -> UnsafeMutablePointer<CChar>?
  typealias CellNumber = @convention(c) (Result, Int32, Int32) -> Int32
  typealias Notification = @convention(c) (Handle) -> UnsafeMutableRawPointer?
  typealias Free = @convention(c) (UnsafeMutableRawPointer) -> Void
  typealias Receiver = @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void
  typealias SetReceiver =
    @convention(c) (Handle, Receiver?, UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  typealias Parse = @convention(c) (Text, UnsafeMutablePointer<OpaquePointer?>?) -> OpaquePointer?
  typealias FreeOptions = @convention(c) (OpaquePointer) -> Void

  /// `ConnStatusType`, `PGTransactionStatusType`, `ExecStatusType`: those that are asked for.
  enum Code {
    static let connected: Int32 = 0
    static let failed: Int32 = 3
    static let commandDone: Int32 = 1
    static let rows: Int32 = 2
    static let synchronised: Int32 = 10
    static let skipped: Int32 = 11
    /// The types of parameters: `int8` and `text` of pg_type.
    static let bigint: UInt32 = 20
    static let text: UInt32 = 25
    /// The format of values: as the server keeps them, numbers with their highest byte first.
    static let binary: Int32 = 1
  }

  let connect: Connect
  let close: Close
  let status: Number
  let transactionStatus: Number
  let serverVersion: Number
  let socket: Number
  let errorMessage: Say
  let execute: Execute
  let enterPipeline: Number
  let exitPipeline: Number
  let synchronise: Number
  let ask: Number
  let flush: Number
  let sendPrepare: Prepare
  let sendPrepared: SendPrepared
  let sendOnce: SendOnce
  let next: Next
  let clear: Clear
  let resultStatus: Count
  let rowCount: Count
  let columnCount: Count
  let tag: Tag
  let changes: Tag
  let errorField: Field
  let cell: Cell
  let cellLength: CellNumber
  let cellIsNull: CellNumber
  let consume: Number
  let notification: Notification
  let free: Free
  let setNoticeReceiver: SetReceiver
  let parse: Parse
  let freeOptions: FreeOptions

  /// Nil when the machine has no libpq, or one from before pipelines (version 14).
  static let shared: PostgresLibrary? = {
    guard let library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL) else { return nil }
    return try? PostgresLibrary(library)
  }()

  private struct Missing: Error {}

  private init(_ library: UnsafeMutableRawPointer) throws(Missing) {
    func function<T>(_ name: String) throws(Missing) -> T {
      guard let found = dlsym(library, name) else { throw Missing() }
      return unsafeBitCast(found, to: T.self)
    }
    connect = try function("PQconnectdbParams")
    close = try function("PQfinish")
    status = try function("PQstatus")
    transactionStatus = try function("PQtransactionStatus")
    serverVersion = try function("PQserverVersion")
    socket = try function("PQsocket")
    errorMessage = try function("PQerrorMessage")
    execute = try function("PQexec")
    enterPipeline = try function("PQenterPipelineMode")
    exitPipeline = try function("PQexitPipelineMode")
    synchronise = try function("PQpipelineSync")
    ask = try function("PQsendFlushRequest")
    flush = try function("PQflush")
    sendPrepare = try function("PQsendPrepare")
    sendPrepared = try function("PQsendQueryPrepared")
    sendOnce = try function("PQsendQueryParams")
    next = try function("PQgetResult")
    clear = try function("PQclear")
    resultStatus = try function("PQresultStatus")
    rowCount = try function("PQntuples")
    columnCount = try function("PQnfields")
    tag = try function("PQcmdStatus")
    changes = try function("PQcmdTuples")
    errorField = try function("PQresultErrorField")
    cell = try function("PQgetvalue")
    cellLength = try function("PQgetlength")
    cellIsNull = try function("PQgetisnull")
    consume = try function("PQconsumeInput")
    notification = try function("PQnotifies")
    free = try function("PQfreemem")
    setNoticeReceiver = try function("PQsetNoticeReceiver")
    parse = try function("PQconninfoParse")
    freeOptions = try function("PQconninfoFree")
  }
}
