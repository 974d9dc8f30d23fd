import Diagnostics

/// A command of the tool; each is one file and one line in ``Commands``.
protocol Command: Sendable {
  /// What is typed after `tenon`.
  static var name: String { get }
  /// Its arguments, as `APP [--fix]`.
  static var usage: String { get }
  /// What it does, in one sentence.
  static var summary: Message { get }

  /// Takes its words from the command line.
  init(_ arguments: inout Arguments) throws(UsageError)
  /// Does it; returns the exit code.
  func run() throws -> Int32
}

/// The commands, in the order of the help.
enum Commands {
  static let all: [any Command.Type] = [
    NewCommand.self, CheckCommand.self, FmtCommand.self, ExplainCommand.self,
    GenerateCommand.self, BuildCommand.self, RunCommand.self, DevCommand.self,
    AccessCommand.self, WhyCommand.self, DiffCommand.self, SchemaCommand.self, SDKCommand.self,
  ]

  static func unknown(_ name: String) -> UsageError {
    let near = Suggestions.nearest(to: name, among: all.map { Candidate($0.name) }).first
    return UsageError(
      zh: "没有命令 `\(name)`"
        + (near.map { "；是否想写 `\($0.name)`？" } ?? "；`tenon --help` 列出所有命令"),
      en: "no command `\(name)`"
        + (near.map { "; did you mean `\($0.name)`?" } ?? "; `tenon --help` lists them"))
  }
}
