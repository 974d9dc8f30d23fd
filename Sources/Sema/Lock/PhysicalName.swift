import IR

/// Names in the database. PostgreSQL cuts identifiers at 63 bytes; both databases take any letters
/// when quoted.
enum PhysicalName {
  static let limit = 48

  /// The name itself when it is short and free, else a derivation that ends with the identity.
  static func make(
    _ name: String, kind: Lock.Kind, id: StableID, isTaken: (String) -> Bool
  ) -> String {
    if name.utf8.count <= limit, !isReserved(name, kind), !isTaken(name) { return name }
    var readable = ""
    for scalar in name.unicodeScalars where readable.utf8.count < limit - 11 {
      if scalar.isASCII, scalar == "_" || scalar.properties.isAlphabetic || scalar.value < 0x3A {
        readable.unicodeScalars.append(scalar)
      }
    }
    if readable.isEmpty || isReserved(readable + "_", kind) { readable = kind.rawValue }
    var result = "\(readable)_\(id)"
    // The identity is unique, so this ends at once unless a name was made to look like it.
    while isTaken(result) { result += "_" }
    return result
  }

  /// Columns that every table has, and those that a database keeps for itself.
  private static let columns: Set<String> = [
    "id", "version", "created_at", "created_by", "updated_at", "updated_by", "rowid", "oid",
    "_rowid_", "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid",
  ]

  private static func isReserved(_ name: String, _ kind: Lock.Kind) -> Bool {
    let name = folded(name)
    switch kind {
    case .field: return columns.contains(name)
    case .entity, .unique:
      return name.hasPrefix("tenon_") || name.hasPrefix("sqlite_") || name.hasPrefix("pg_")
    case .option, .role, .view: return false
    }
  }

  /// ASCII letters in lower case, as SQLite compares.
  static func folded(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return name }
    return String(
      decoding: name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
