import TenonDatabase

/// A file's row.
struct StoredFile: Sendable {
  let id: Int64
  /// Where it belongs, by physical names; nil while it is fresh.
  let place: FilePlace?
  let name: String
  let mediaType: String
  let size: Int64
  /// BLAKE2b-256 of the content, in hexadecimal digits.
  let digest: String
  /// Of an image that has thumbnails, as it is looked at.
  let pixels: (width: Int64, height: Int64)?
  /// Milliseconds since 1970.
  let createdAt: Int64
  /// The uploader; nil for the server itself.
  let createdBy: Int64?
}

/// The record that a file belongs to, and which field of it.
struct FilePlace: Hashable, Sendable {
  /// Physical name of the table.
  let entity: String
  let record: Int64
  /// Physical name of the column; empty for a file of the record as a whole.
  let field: String

  init(_ entity: EntityModel, _ record: Int64, column: Int? = nil) {
    self.init(
      entity: entity.table.name, record: record,
      field: column.map { entity.table.columns[$0].name } ?? "")
  }

  /// The file that an import reads. No entity is called that: nobody downloads it.
  static func ofImport(_ id: Int64) -> FilePlace {
    FilePlace(entity: "tenon_import", record: id, field: "")
  }

  fileprivate init(entity: String, record: Int64, field: String) {
    self.entity = entity
    self.record = record
    self.field = field
  }
}

/// Statements over the rows of files. Whoever shows what they find must hold the proof for the
/// record first.
enum FileRows {
  private static let authority = SystemAuthority("files")

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_file (id, name, media_type, size, digest, width, height, created_at,
      created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  private static let find = SystemStatement(
    """
    SELECT id, entity, record, field, name, media_type, size, digest, width, height, created_at,
      created_by FROM tenon_file WHERE id = ?
    """)
  private static let list = SystemStatement(
    """
    SELECT id, entity, record, field, name, media_type, size, digest, width, height, created_at,
      created_by FROM tenon_file WHERE entity = ? AND record = ? AND field = ?
    ORDER BY created_at, id
    """)
  private static let attach = SystemStatement(
    """
    UPDATE tenon_file SET entity = ?, record = ?, field = ?
    WHERE id = ? AND entity IS NULL AND created_by = ?
    """)
  private static let remove = SystemStatement(
    "DELETE FROM tenon_file WHERE id = ? AND entity = ? AND record = ? AND field = ?")
  private static let ofRecord = SystemStatement(
    "SELECT id FROM tenon_file WHERE entity = ? AND record = ?")
  private static let removeOfRecord = SystemStatement(
    "DELETE FROM tenon_file WHERE entity = ? AND record = ?")
  private static let removeFresh = SystemStatement(
    "DELETE FROM tenon_file WHERE entity IS NULL AND created_at < ?")
  private static let all = SystemStatement("SELECT id FROM tenon_file")

  static func insert(_ file: StoredFile, _ session: WriteSession) throws {
    try session.run(
      insert,
      [
        .integer(file.id), .text(file.name), .text(file.mediaType), .integer(file.size),
        .text(file.digest), Value(file.pixels?.width), Value(file.pixels?.height),
        .integer(file.createdAt), Value(file.createdBy),
      ], authority)
  }

  static func find(_ id: Int64, _ session: Session) throws -> StoredFile? {
    var found: StoredFile?
    try session.rows(find, [.integer(id)], authority) { found = file($0) }
    return found
  }

  /// The files at a place, oldest first.
  static func list(_ place: FilePlace, _ session: Session) throws -> [StoredFile] {
    var found: [StoredFile] = []
    try session.rows(
      list, [.text(place.entity), .integer(place.record), .text(place.field)], authority
    ) { found.append(file($0)) }
    return found
  }

  /// Gives a fresh file of this uploader its place; false when there is none.
  static func attach(
    _ id: Int64, _ place: FilePlace, _ uploader: Int64, _ session: WriteSession
  ) throws -> Bool {
    try session.run(
      attach,
      [
        .text(place.entity), .integer(place.record), .text(place.field), .integer(id),
        .integer(uploader),
      ], authority) == 1
  }

  /// Removes the row of a file at a place; false when it is not there.
  static func remove(_ id: Int64, _ place: FilePlace, _ session: WriteSession) throws -> Bool {
    try session.run(
      remove,
      [.integer(id), .text(place.entity), .integer(place.record), .text(place.field)], authority
    ) == 1
  }

  /// Removes the rows of all files of a record; answers their ids.
  static func removeAll(
    of entity: EntityModel, _ record: Int64, _ session: WriteSession
  ) throws -> [Int64] {
    let key: [Value] = [.text(entity.table.name), .integer(record)]
    var ids: [Int64] = []
    try session.rows(ofRecord, key, authority) { ids.append($0.integer(0)) }
    if !ids.isEmpty { try session.run(removeOfRecord, key, authority) }
    return ids
  }

  /// Removes the rows of fresh files that are older than a moment.
  static func removeFresh(before moment: Int64, _ session: WriteSession) throws {
    try session.run(removeFresh, [.integer(moment)], authority)
  }

  static func allIDs(_ session: Session) throws -> Set<Int64> {
    var ids: Set<Int64> = []
    try session.rows(all, [], authority) { ids.insert($0.integer(0)) }
    return ids
  }

  private static func file(_ row: borrowing Row) -> StoredFile {
    let place =
      row.isBlank(1)
      ? nil : FilePlace(entity: row.string(1), record: row.integer(2), field: row.string(3))
    return StoredFile(
      id: row.integer(0), place: place, name: row.string(4), mediaType: row.string(5),
      size: row.integer(6), digest: row.string(7),
      pixels: row.isBlank(8) ? nil : (row.integer(8), row.integer(9)), createdAt: row.integer(10),
      createdBy: row.isBlank(11) ? nil : row.integer(11))
  }
}
