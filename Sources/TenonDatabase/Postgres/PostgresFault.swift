/// Turns what PostgreSQL answers into typed errors, by SQLSTATE
/// (https://www.postgresql.org/docs/15/errcodes-appendix.html): the words are in the language of
/// the server.
struct PostgresFault {
  let library: PostgresLibrary
  let result: OpaquePointer

  private func field(_ code: Character) -> String {
    guard let ascii = code.asciiValue, let text = library.errorField(result, Int32(ascii)) else {
      return ""
    }
    return String(cString: text)
  }

  private var state: String { field("C") }

  var error: DatabaseError {
    let words = field("M")
    switch state {
    case "23505": return unique
    case "23503": return .foreignKey
    case "23502": return .required(table: field("t"), column: field("c"))
    case "40001", "40P01": return .conflict
    case "57014": return .interrupted
    case "55P03": return .busy
    case "53100": return .full
    case "57P01", "57P02", "57P03", "53300": return .unreachable(words)
    // A statement after one that failed, in a job that goes on all the same.
    case "25P02": return .rolledBack
    case "42501": return .rights(words)
    // A standby, or a server that was told to take no changes.
    case "25006": return .io(words)
    default: break
    }
    switch state.prefix(2) {
    case "23": return .constraint(words)
    case "08": return .unreachable(words)
    case "53", "58": return .io(words)
    case "XX": return .corrupt(words)
    default: return .statement(state.isEmpty ? words : "\(words) (\(state))")
    }
  }

  /// The columns stand in the detail, `Key (code, region)=(…) already exists.`, whose words differ
  /// by language and whose brackets do not.
  private var unique: DatabaseError {
    let index = field("n")
    var rest = field("D").drop { $0 != "(" }.dropFirst()
    var list = ""
    while let first = rest.first, !rest.hasPrefix(")=(") {
      list.append(first)
      rest = rest.dropFirst()
    }
    let names = list.split(separator: ",").map(PostgresFault.unquoted)
    // An index over expressions shows them in brackets of their own.
    if rest.isEmpty || list.contains("(") {
      return .unique(table: field("t"), columns: [], index: index)
    }
    return .unique(table: field("t"), columns: names, index: nil)
  }

  /// A name as the server quotes it where it must.
  private static func unquoted(_ name: Substring) -> String {
    let bare = name.drop { $0 == " " }
    guard bare.hasPrefix("\""), bare.hasSuffix("\""), bare.count > 1 else { return String(bare) }
    return String(bare.dropFirst().dropLast()).replacing("\"\"", by: "\"")
  }
}
