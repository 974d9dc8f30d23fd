import CSQLite
import Glibc

/// Turns SQLite's result codes (https://sqlite.org/rescode.html) into typed errors.
enum SQLiteFault {
  static func error(_ code: Int32, _ database: OpaquePointer) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(database))
    switch Int(code) {
    case TENON_SQLITE_UNIQUE, TENON_SQLITE_PRIMARY_KEY, TENON_SQLITE_ROW_ID:
      return unique(message)
    case TENON_SQLITE_FOREIGN_KEY: return .foreignKey
    case TENON_SQLITE_NOT_NULL: return required(message)
    default: break
    }
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_FULL: return .full
    case SQLITE_INTERRUPT: return .interrupted
    // SQLite knows ENOSPC alone; a quota and a limit on the file's size end in the same need.
    case SQLITE_IOERR where [EDQUOT, EFBIG, ENOSPC].contains(sqlite3_system_errno(database)):
      return .full
    case SQLITE_CONSTRAINT: return .constraint(detail(message))
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(message)
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_NOMEM,
      SQLITE_PROTOCOL, SQLITE_NOLFS, SQLITE_TOOBIG:
      return .io(message)
    default: return .statement(message)
    }
  }

  /// `UNIQUE constraint failed: customer.code, customer.region`, or `… failed: index 'name'`.
  private static func unique(_ message: String) -> DatabaseError {
    let list = detail(message)
    if list.hasPrefix("index '") {
      return .unique(table: "", columns: [], index: String(list.dropFirst(7).dropLast()))
    }
    let names = split(list)
    return .unique(table: names.first?.table ?? "", columns: names.map(\.column), index: nil)
  }

  /// `NOT NULL constraint failed: customer.name`.
  private static func required(_ message: String) -> DatabaseError {
    guard let name = split(detail(message)).first else { return .constraint(message) }
    return .required(table: name.table, column: name.column)
  }

  /// What follows `… constraint failed: `; all of the message when it has another form.
  private static func detail(_ message: String) -> String {
    let mark = " constraint failed: "
    var rest = Substring(message)
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return String(rest.dropFirst(mark.count)) }
      rest.removeFirst()
    }
    return message
  }

  private static func split(_ list: String) -> [(table: String, column: String)] {
    var names: [(table: String, column: String)] = []
    for part in list.split(separator: ",") {
      let name = part.drop(while: { $0 == " " })
      guard let point = name.firstIndex(of: ".") else { continue }
      names.append((String(name[..<point]), String(name[name.index(after: point)...])))
    }
    return names
  }
}
