import Diagnostics

/// `tenon dev`: serves an application while its files are edited.
struct DevCommand: Command {
  static let name = "dev"
  static let usage = """
    APP [--listen ADDRESS:PORT] \(Builder.buildOptions)
    """
  static let summary = Message(
    zh: "边改边看：保存后检查、编译、重启并刷新页面；Ctrl-C 结束",
    en: "on each save checks, builds, restarts and reloads the page; Ctrl-C ends")

  private let builder: Builder
  private let listen: String

  init(_ arguments: inout Arguments) throws(UsageError) {
    listen = try arguments.value("--listen") ?? "127.0.0.1:8080"
    builder = try Builder(&arguments, compiles: true)
  }

  func run() throws -> Int32 { try DevLoop(builder, listen: listen).run() }
}
