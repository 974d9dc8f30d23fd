import Diagnostics
import Driver
import Format

/// `tenon fmt`.
struct FmtCommand: Command {
  static let name = "fmt"
  static let usage = """
    APP|FILE… [--check] [--diff]
    """
  static let summary = Message(
    zh: "整理定义的排版，不改变含义和注释",
    en: "lays out definitions; meaning and comments stay")

  private let paths: [String]
  private let isCheck: Bool
  private let isDiff: Bool
  private let language: Language

  init(_ arguments: inout Arguments) throws(UsageError) {
    isCheck = arguments.flag("--check")
    isDiff = arguments.flag("--diff")
    language = arguments.language
    var paths = [try arguments.folder()]
    while let path = arguments.positional() { paths.append(path) }
    self.paths = paths
  }

  func run() throws -> Int32 {
    var code = ExitCode.success
    var out = ""
    for input in try inputs() {
      let source = SourceFile(path: input.path, bytes: input.bytes)
      switch Formatter.format(source, file: 0) {
      case .text(let bytes):
        if bytes == input.bytes { continue }
        if isDiff { out += DiffRenderer.render(path: input.path, old: input.bytes, new: bytes) }
        if isCheck, !isDiff { out += input.path + "\n" }
        if isCheck || isDiff {
          code = max(code, ExitCode.diagnostics)
        } else {
          try FileSystem.write(input.path, bytes)
          Terminal.note("\(input.path): " + Message(zh: "已排版", en: "laid out").text(language))
        }
      case .refused(let bag):
        let found = bag.diagnostics.sorted(by: Diagnostic.precedes)
        out += HumanRenderer(SourceMap([source]), language).render(found)
        code = max(code, ExitCode.diagnostics)
      case .fault:
        complain(input.path)
        code = ExitCode.fault
      }
    }
    let written = Terminal.out(out)
    return written == ExitCode.success ? code : written
  }

  /// The files named, and those of the folders named.
  private func inputs() throws(EnvironmentError) -> [SourceInput] {
    var inputs: [SourceInput] = []
    for path in paths {
      if FileSystem.isFolder(path) {
        inputs += try AppFolder(path).files.filter { !$0.isTable }
      } else {
        inputs.append(
          SourceInput(path: path, bytes: try FileSystem.read(path, limit: SourceInput.limit)))
      }
    }
    return inputs
  }

  private func complain(_ path: String) {
    let message = Message(
      zh: "内部错误：排版会改变 \(path) 的含义，文件没有改动；请把该文件发给 Tenon 的维护者",
      en: """
        internal error: laying out \(path) would change what it says; the file is untouched; \
        report it with the file
        """)
    Terminal.complain(message.text(language))
  }
}
