import Driver
import Foundation

/// An application that is edited and checked again in one process.
struct Bench {
  var files: [SourceInput]
  let session = CheckSession()
  /// As after the first build.
  var lock: [UInt8]?

  init(_ folder: URL) throws {
    files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
      .map { SourceInput(path: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
  }

  /// Milliseconds that a check takes.
  func check() -> Double {
    let time = ContinuousClock().measure { _ = session.check(files: files, lock: lock) }
    return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
  }

  /// The median of checking after one of twenty files was edited, and edited back.
  mutating func median(_ edit: (String) -> String) -> Double {
    var times: [Double] = []
    for index in stride(from: 1, to: files.count, by: max(1, files.count / 20)) {
      let before = files[index]
      let bytes = Array(edit(String(decoding: before.bytes, as: UTF8.self)).utf8)
      precondition(bytes != before.bytes, "nothing was edited in \(before.path)")
      for file in [SourceInput(path: before.path, bytes: bytes), before] {
        files[index] = file
        times.append(check())
      }
    }
    return times.sorted()[times.count / 2]
  }
}

/// Replaces the last occurrence.
func replacing(_ text: String, _ old: String, _ new: String) -> String {
  guard let range = text.range(of: old, options: .backwards) else { return text }
  return text.replacingCharacters(in: range, with: new)
}

/// KiB that the process needed at most (getrusage).
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}

var bench = try Bench(URL(filePath: CommandLine.arguments[1]))
let first = bench.check()
bench.lock = Array(CheckSession().check(files: bench.files, lock: nil).lockText.utf8)
_ = bench.check()
let label = bench.median { replacing($0, "Field 3", "Field three") }
let field = bench.median { replacing($0, "type: decimal, scale: 2", "type: money") }
let syntax = bench.median { replacing($0, "Field 3 }", "Field 3") }
let added = "\n  added: { label: 新, access: everyone, fields: { name: text } }\n\nviews:\n"
let entity = bench.median {
  replacing($0, "\nviews:\n", added + "  added.all: { label: 全部, columns: [name] }\n")
}
/// One line of JSON with milliseconds: the first check, and those after an edit of a label, a
/// field, the syntax, and the entities of one file.
print(
  """
  {"first": \(first), "label": \(label), "field": \(field), "syntax": \(syntax), \
  "entity": \(entity), "files": \(bench.files.count), "memory": \(peakMemory())}
  """)
