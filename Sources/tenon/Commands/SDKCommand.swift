import Diagnostics

/// `tenon sdk`.
struct SDKCommand: Command {
  static let name = "sdk"
  static let usage = ""
  static let summary = Message(
    zh: "编译各应用链接的运行时", en: "builds the runtime that applications are linked with")

  private let language: Language

  init(_ arguments: inout Arguments) throws(UsageError) { language = arguments.language }

  func run() throws -> Int32 {
    _ = try SDK(given: nil, Toolchain(), language).prepare()
    return ExitCode.success
  }
}
