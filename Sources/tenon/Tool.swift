import Diagnostics
import Driver

/// Exit codes of every command; part of the tool's contract with CI.
enum ExitCode {
  static let success: Int32 = 0
  /// The definition has errors.
  static let diagnostics: Int32 = 1
  static let usage: Int32 = 2
  /// Something outside the definition: files, the disk, swiftc, the SDK.
  static let environment: Int32 = 3
  /// A fault of the compiler itself.
  static let fault: Int32 = 70
}

/// The command line.
enum Tool {
  static let version = "0.1.0"

  static func run(_ words: [String]) -> Int32 {
    Faults.install()
    var arguments = Arguments(words, language: systemLanguage())
    do {
      try arguments.takeLanguage()
      return try dispatch(&arguments)
    } catch let error as UsageError {
      Terminal.complain(error.message.text(arguments.language))
      return ExitCode.usage
    } catch let error as EnvironmentError {
      Terminal.complain(error.message.text(arguments.language))
      return ExitCode.environment
    } catch {
      Terminal.complain("internal error: \(error)")
      return ExitCode.fault
    }
  }

  private static func dispatch(_ arguments: inout Arguments) throws -> Int32 {
    let language = arguments.language
    let wantsHelp = arguments.flag("--help") || arguments.flag("-h")
    if arguments.flag("--version") { return Terminal.out("tenon \(version)\n") }
    guard let name = arguments.positional() else {
      if wantsHelp { return Terminal.out(Help.all(language)) }
      try arguments.finish()
      throw UsageError(
        zh: "没有写命令；`tenon --help` 列出所有命令", en: "no command; `tenon --help` lists them")
    }
    guard let type = Commands.all.first(where: { $0.name == name }) else {
      throw Commands.unknown(name)
    }
    if wantsHelp { return Terminal.out(Help.of(type, language)) }
    do {
      let command = try type.init(&arguments)
      try arguments.finish()
      return try command.run()
    } catch let error as UsageError {
      throw error.adding(usage: type)
    }
  }

  /// Chinese when the locale says so (POSIX: LC_ALL, LC_MESSAGES, LANG).
  private static func systemLanguage() -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = FileSystem.environment(name), !value.isEmpty {
        return value.hasPrefix("zh") ? .zh : .en
      }
    }
    return .en
  }
}
