import Diagnostics

/// What `--help` prints.
enum Help {
  static func all(_ language: Language) -> String {
    let usage = Commands.all.map { "  " + line($0) }
    let width = Commands.all.map { $0.name.count }.max() ?? 0
    let summaries = Commands.all.map { command in
      let space = String(repeating: " ", count: width - command.name.count)
      return "  \(command.name)\(space)  \(command.summary.text(language))"
    }
    return [
      introduction.text(language), usage.joined(separator: "\n"),
      summaries.joined(separator: "\n"), closing.text(language),
    ].joined(separator: "\n\n") + "\n"
  }

  static func of(_ command: any Command.Type, _ language: Language) -> String {
    "\(usage(command, language))\n\n\(command.summary.text(language))\n"
  }

  /// `usage: tenon check …`
  static func usage(_ command: any Command.Type, _ language: Language) -> String {
    (language == .zh ? "用法：" : "usage: ") + line(command)
  }

  private static func line(_ command: any Command.Type) -> String {
    "tenon \(command.name)" + (command.usage.isEmpty ? "" : " \(command.usage)")
  }

  private static let introduction = Message(
    zh: "Tenon（榫）把一个 YAML 文件夹编译成一家公司的 CRM。",
    en: "Tenon compiles a folder of YAML into one company's CRM.")

  private static let closing = Message(
    zh: """
      APP 是应用的 YAML 文件所在的文件夹。
      每个命令都接受 --lang zh|en 和 --help；tenon --version 显示版本。
      退出码：0 完成，1 定义有错误，2 用法有误，3 环境问题，70 编译器内部错误
      """,
    en: """
      APP is the folder with the application's YAML files.
      Every command takes --lang zh|en and --help; tenon --version prints the version.
      exit codes: 0 done, 1 the definition has errors, 2 usage, 3 environment, 70 internal error
      """)
}
