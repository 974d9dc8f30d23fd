import Diagnostics
import Driver

/// The command line, read.
struct Options {
  enum Command {
    case help, version, check, generate, build, run, sdk
    case print(Stage)
  }

  enum Format: String, CaseIterable { case human, short, json }

  var command: Command = .help
  /// The application's folder.
  var folder = ""
  var format = Format.human
  var language: Language
  /// Where generated files go; `generated/<app>` when nil.
  var output: String?
  var distribution = "dist"
  /// An SDK that is used as it is, never rebuilt.
  var sdk: String?
  var listen: String?

  static let usage = """
    usage: tenon check APP [--format human|short|json] [--lang zh|en]
           tenon check APP --print STAGE          (or: tenon --print STAGE APP)
           tenon generate APP [--output FOLDER]
           tenon build APP [--output FOLDER] [--dist FOLDER] [--sdk FOLDER]
           tenon run APP [--listen ADDRESS:PORT]
           tenon sdk | --help | --version
    """

  static let help = """
    Tenon compiles a folder of YAML into one company's CRM.

    \(usage)

    APP is the folder with the application's YAML files.
      check     finds mistakes; writes nothing
      generate  writes the application's Swift package, SQL and API document
      build     generate, then compiles it to FOLDER/<app>
      run       build, create the database with demo data when there is none, serve
      sdk       builds the runtime that applications are linked with
    stages: \(Stage.allCases.map(\.rawValue).joined(separator: " "))
    exit codes: 0 done, 1 the definition has errors, 2 usage, 3 environment, 70 internal error

    """

  init(_ words: [String]) throws(UsageError) {
    language = Options.systemLanguage()
    var rest = words[...]
    var positional: [String] = []
    var stage: Stage?
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        positional.append(word)
        continue
      }
      switch word {
      case "--help", "-h":
        command = .help
        return
      case "--version":
        command = .version
        return
      case "--print": stage = try Options.stage(try Options.value(word, &rest))
      case "--format":
        let name = try Options.value(word, &rest)
        guard let known = Format(rawValue: name) else {
          throw UsageError("unknown format `\(name)`")
        }
        format = known
      case "--lang":
        let name = try Options.value(word, &rest)
        guard let known = Language(rawValue: name) else {
          throw UsageError("unknown language `\(name)`")
        }
        language = known
      case "--output": output = try Options.value(word, &rest)
      case "--dist": distribution = try Options.value(word, &rest)
      case "--sdk": sdk = try Options.value(word, &rest)
      case "--listen": listen = try Options.value(word, &rest)
      default: throw UsageError("unknown option `\(word)`")
      }
    }
    try choose(positional, stage)
  }

  private mutating func choose(_ words: [String], _ stage: Stage?) throws(UsageError) {
    var words = words[...]
    var name = words.first ?? ""
    if let stage {
      if name == "check" { words.removeFirst() }
      command = .print(stage)
      name = "--print"
    } else {
      words = words.dropFirst()
      switch name {
      case "check": command = .check
      case "generate": command = .generate
      case "build": command = .build
      case "run": command = .run
      case "sdk":
        command = .sdk
        guard words.isEmpty else { throw UsageError("sdk takes no folder") }
        return
      case "": throw UsageError("no command")
      default: throw UsageError("unknown command `\(name)`")
      }
    }
    guard words.count == 1, let only = words.first else {
      throw UsageError("\(name) takes one folder")
    }
    folder = only.hasSuffix("/") && only.count > 1 ? String(only.dropLast()) : only
  }

  private static func value(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let value = rest.popFirst() else { throw UsageError("\(option) needs a value") }
    return value
  }

  private static func stage(_ name: String) throws(UsageError) -> Stage {
    guard let stage = Stage(rawValue: name) else {
      let known = Stage.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("unknown stage `\(name)`; there are \(known)")
    }
    return stage
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
