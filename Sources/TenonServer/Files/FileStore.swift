import Synchronization
import TenonDatabase
import TenonHTTP

/// Keeps files: content in a folder, rows in the database. A file lies in its place, on disk,
/// before its row is written, and goes after its row is gone; so no committed row is ever without
/// its file, and what is left without a row by a crash is swept.
final class FileStore: Sendable {
  let folder: FileFolder
  /// What an upload may bring.
  let limits: UploadLimits
  private let database: Database
  private let clock: @Sendable () -> Int64
  private let makeThumbnails: Thumbnails.Maker
  private let worker = FileWorker()
  /// Held from start to stop.
  private let lock = Mutex<FolderLock?>(nil)

  /// How long a file may stay fresh, in milliseconds.
  static let freshLimit: Int64 = 24 * 3_600_000

  init(
    _ path: String, fileLimit: Int, database: Database, clock: @escaping @Sendable () -> Int64,
    thumbnails: @escaping Thumbnails.Maker
  ) throws(StartError) {
    folder = try FileFolder(path)
    limits = UploadLimits(folder: folder.spool, fileSize: fileLimit)
    self.database = database
    self.clock = clock
    makeThumbnails = thumbnails
  }

  /// Begins to take files; removes what an earlier server left half done.
  func start() throws(StartError) {
    let lock = try FolderLock(folder.path)
    self.lock.withLock { $0 = lock }
    // What other processes are receiving is younger than this; alone, nobody is receiving anything.
    let isAlone = lock.isAlone
    folder.emptySpool(before: isAlone ? .max : Clock.now() - FileStore.freshLimit)
    let isStarted = worker.start { [weak self] isFirst in
      // The first sweep comes before the first upload, on the same thread: nobody is about to write
      // a row for what it finds. Later ones go by the system's clock, as the folder's times do.
      let isFree = isFirst && isAlone
      self?.sweep(withoutRowBefore: isFree ? .max : Clock.now() - FileStore.freshLimit)
      if isFree { lock.share() }
    }
    if !isStarted { throw .listen("no thread for files") }
  }

  /// Finishes what is under way.
  func stop() {
    worker.stop()
    lock.withLock { $0 = nil }
  }

  // MARK: Taking in

  /// Keeps the files of an upload as fresh ones of a person. The completion comes on a thread of
  /// the server's own.
  func receive(
    _ uploads: [UploadedFile], by user: Int64,
    completion: @escaping @Sendable (Result<[StoredFile], any Error>) -> Void
  ) {
    receive(uploads, by: user) { files, _, insert in
      try insert()
      return files
    } completion: {
      completion($0)
    }
  }

  /// The same, where `answer` decides in the transaction whether the rows of the files are
  /// inserted. What it leaves without a row goes again.
  func receive<R: Sendable>(
    _ uploads: [UploadedFile], by user: Int64,
    answer:
      @escaping @Sendable ([StoredFile], WriteSession, _ insert: () throws -> Void) throws
      -> R,
    completion: @escaping @Sendable (Result<R, any Error>) -> Void
  ) {
    let isQueued = worker.add { [self] in
      do {
        let files = try uploads.map { try keep($0, by: user) }
        let kept = Kept<R>()
        database.write { session in
          kept.isInserted = false
          kept.result = try answer(files, session) {
            for file in files { try FileRows.insert(file, session) }
            kept.isInserted = true
          }
        } completion: { [folder] outcome in
          // A commit that failed may yet be on disk: what has no row is left to the sweep.
          if kept.isInserted(outcome) == false { files.forEach { folder.remove($0.id) } }
          completion(
            outcome.flatMap { kept.result.map { .success($0) } ?? .failure(Refusal.fault) })
        }
      } catch { completion(.failure(error)) }
    }
    if !isQueued { completion(.failure(Refusal.unavailable)) }
  }

  private func keep(_ upload: UploadedFile, by user: Int64) throws -> StoredFile {
    guard let content = upload.content else {
      throw Refusal.fileTooLarge(FileName.cleaned(upload.name), limit: limits.fileSize)
    }
    let (digest, mediaType, head) = withMapped(content.descriptor) { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return (Secrets.digest(bytes), FileType.mediaType(bytes), ImageHead(bytes))
    }
    let id = folder.newID()
    let thumbnails = head == nil ? [] : try self.thumbnails(content)
    try folder.keep(id, content, thumbnails: thumbnails)
    let image = thumbnails.isEmpty ? nil : head
    return StoredFile(
      id: id, place: nil, name: FileName.cleaned(upload.name),
      mediaType: image?.form.mediaType ?? mediaType, size: Int64(upload.size), digest: digest,
      pixels: image.map { (Int64($0.turnedSize.width), Int64($0.turnedSize.height)) },
      createdAt: clock(), createdBy: user)
  }

  /// The thumbnails of an image; none when it is no image after all.
  private func thumbnails(
    _ content: SpooledFile
  ) throws -> [(size: Int, file: SpooledFile)] {
    let files = try FileFolder.thumbnailSizes.map { ($0, try SpooledFile(folder: folder.spool)) }
    switch makeThumbnails(content.descriptor, files.map(\.1.descriptor)) {
    case .made: return files
    case .refused: return []
    case .noLibrary:
      Log.notice("no thumbnails: install the package libgd3")
      return []
    }
  }

  // MARK: Files of a record

  /// Files of a record that stand in none of its fields. The caller holds the proof for reading it.
  func list(_ entity: EntityModel, _ record: Int64, _ session: Session) throws -> [StoredFile] {
    try FileRows.list(FilePlace(entity, record), session)
  }

  /// Gives fresh files of a person to a record, outside its fields; throws `notFound` for one that
  /// is none. The caller holds the proof for changing the record.
  func attach(
    _ ids: [Int64], to entity: EntityModel, _ record: Int64, by user: Int64,
    _ session: WriteSession
  ) throws {
    let place = FilePlace(entity, record)
    for id in ids {
      guard try FileRows.attach(id, place, user, session) else { throw Refusal.notFound }
    }
  }

  /// Deletes a file of a record that stands in none of its fields; throws `notFound` when it is not
  /// there. The caller holds the proof for changing the record.
  func delete(
    _ id: Int64, of entity: EntityModel, _ record: Int64, _ session: WriteSession
  ) throws {
    guard try FileRows.remove(id, FilePlace(entity, record), session) else {
      throw Refusal.notFound
    }
    forget([id])
  }

  // MARK: Removing

  /// To be called in a write that removes rows: removes the content of these files once that write
  /// is on disk, and if it is. A write that is queued now runs after it.
  func forget(_ ids: [Int64]) {
    if ids.isEmpty { return }
    let gone = GoneFiles()
    database.write { session in
      let found = try ids.filter { try FileRows.find($0, session) == nil }
      gone.ids.withLock { $0 = found }
    } completion: { [folder] outcome in
      // When it fails, the sweep removes them.
      guard case .success = outcome else { return }
      for id in gone.ids.withLock({ $0 }) { folder.remove(id) }
    }
  }

  /// Removes fresh files that nobody attached in time, and content without a row that is older than
  /// a moment; says when a row has lost its file.
  func sweep(withoutRowBefore moment: Int64) {
    let now = clock()
    do {
      try database.writeAndWait { try FileRows.removeFresh(before: now - FileStore.freshLimit, $0) }
      let found = folder.all()
      let known = try database.read { try FileRows.allIDs($0) }
      for (id, changedAt) in found where !known.contains(id) && changedAt < moment {
        folder.remove(id)
      }
      for id in known where found[id] == nil && !folder.has(id) {
        let isStillThere = try database.read { try FileRows.find(id, $0) != nil }
        if isStillThere { Log.fault("file \(id) is gone from \(folder.path)") }
      }
    } catch DatabaseError.closed {
      return
    } catch { Log.fault("files are not swept: \(error)") }
  }
}

/// What a write made of an upload, for its completion; both run on the writer's thread.
private final class Kept<R>: @unchecked Sendable {
  var result: R?
  var isInserted = false

  /// Whether the rows are on disk; nil when nobody can say.
  func isInserted(_ outcome: Result<Void, any Error>) -> Bool? {
    switch outcome {
    case .success: isInserted
    case .failure(let error): error is Refusal ? false : nil
    }
  }
}

/// Files whose rows are gone, found by a write for its completion.
private final class GoneFiles: Sendable {
  let ids = Mutex<[Int64]>([])
}
