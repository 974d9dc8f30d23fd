import Diagnostics

/// `tenon build`.
struct BuildCommand: Command {
  static let name = "build"
  static let usage = """
    APP \(Builder.buildOptions)
    """
  static let summary = Message(
    zh: "generate，再编译成 FOLDER/<应用>",
    en: "generate, then compiles it to FOLDER/<app>")

  private let builder: Builder

  init(_ arguments: inout Arguments) throws(UsageError) {
    builder = try Builder(&arguments, compiles: true)
  }

  func run() throws -> Int32 { try builder.build().code }
}
