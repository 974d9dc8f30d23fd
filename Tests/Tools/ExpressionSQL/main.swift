import CSQLite
import Foundation
import TenonDatabase

// Two halves of a back end of Tests/Differential, which sql_backend.py joins: `compile` writes
// expressions as SQL, `run` runs SQL in SQLite with the functions of the server.

/// Lines of cells parted by tabs; `\t`, `\n` and `\\` stand for what would break them.
func cells(_ line: Substring) -> [String] {
  line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
    var result = ""
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"): isEscaped = true
      case (true, "n"):
        result += "\n"
        isEscaped = false
      case (true, "t"):
        result += "\t"
        isEscaped = false
      default:
        result.unicodeScalars.append(scalar)
        isEscaped = false
      }
    }
    return result
  }
}

func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

func lines(_ path: String) throws -> [Substring] {
  try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8).split(separator: "\n")
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

/// Runs statements, one a line; prints each row of those that give rows as cells, `\N` for blank.
func run(_ path: String) throws {
  var database: OpaquePointer?
  guard sqlite3_open(":memory:", &database) == SQLITE_OK, let database,
    ExpressionFunctions.register(in: database) == SQLITE_OK
  else { fail("no database") }
  for line in try lines(path) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, cells(line)[0], -1, &statement, nil) == SQLITE_OK else {
      FileHandle.standardError.write(
        Data("\(String(cString: sqlite3_errmsg(database))): \(line)\n".utf8))
      continue
    }
    var out = ""
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      let row = (0..<sqlite3_column_count(statement)).map { column in
        sqlite3_column_text(statement, column).map { escaped(String(cString: $0)) } ?? "\\N"
      }
      out += row.joined(separator: "\t") + "\n"
      code = sqlite3_step(statement)
    }
    if code != SQLITE_DONE {
      FileHandle.standardError.write(
        Data("\(String(cString: sqlite3_errmsg(database))): \(line)\n".utf8))
    }
    sqlite3_finalize(statement)
    FileHandle.standardOutput.write(Data(out.utf8))
  }
}

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("compile", 3): try ExpressionCompiler(arguments[2]).compile()
case ("run", 3): try run(arguments[2])
default: fail("compile FILE | run FILE")
}
