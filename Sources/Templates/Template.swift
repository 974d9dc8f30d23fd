import Diagnostics

/// An application to begin with: definitions that check clean and explain themselves, and data
/// that shows something at once.
public struct Template: Sendable {
  /// A file of an application, its path relative to the application's folder.
  public struct File: Sendable {
    public let path: String
    public let text: String

    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The word after `--template`.
  public let name: String
  public let summary: Message
  /// Definitions, in both languages at once; see ``definition(_:app:language:)``.
  let definitions: [File]
  /// CSV files below `data`.
  let data: [File]

  /// Every template, the first is the one for those who name none.
  public static let all = [minimal, crm, service]

  /// The files of an application of that name, with comments in a language.
  public func files(app: String, language: Language) -> [File] {
    let definitions = definitions.map { file in
      File(
        path: file.path, text: Template.definition(file.text, app: app, language: language))
    }
    return definitions + data + [Template.readme(app, language), Template.gitignore]
  }

  /// Lines that begin with `#zh` or `#en` are comments of one language and become `#`. `APP` in
  /// the line of `app:` is the name. A first line tells editors where the schema is.
  private static func definition(_ text: String, app: String, language: Language) -> String {
    var out = "# yaml-language-server: $schema=\(schemaFile)\n"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.firstIndex { $0 != " " } ?? line.endIndex
      if let other = Language.allCases.first(where: { line[start...].hasPrefix("#\($0)") }) {
        if other == language { out += "\(line[..<start])#\(line[start...].dropFirst(3))\n" }
      } else {
        out += (line == "app: APP" ? "app: \(app)" : line) + "\n"
      }
    }
    // The text ends with a line feed of its own.
    out.removeLast()
    return out
  }

  /// The schema for editors lies beside the definitions.
  public static let schemaFile = "tenon.schema.json"

  private static let gitignore = File(path: ".gitignore", text: "dist/\ngenerated/\n")

  private static func readme(_ app: String, _ language: Language) -> File {
    let text = Message(
      zh: """
        # \(app)

        - `tenon check \(app)`：检查定义，指出错误的位置和改法。
        - `tenon run \(app)`：编译并启动，然后打开 http://127.0.0.1:8080 ，用 `me` 和密码 \
        `tenon-demo` 登录。

        在这个文件夹的上一级运行它们。`*.yaml` 是定义，`data/` 是演示数据，只在建立数据库时读取一次。
        `tenon.lock` 由工具写出，要和定义一起提交。

        编辑器装有 YAML 语言支持时，会按 `\(schemaFile)` 补全关键字并显示说明。Tenon 升级后用
        `tenon schema > \(schemaFile)` 重新生成它。

        """,
      en: """
        # \(app)

        - `tenon check \(app)` checks the definitions and says where what is wrong.
        - `tenon run \(app)` compiles and serves. Open http://127.0.0.1:8080 and sign in as `me`
          with the password `tenon-demo`.

        Run them in the folder above this one. `*.yaml` are the definitions. `data/` is demo data,
        read once, when the database is made. The tool writes `tenon.lock`; commit it with the
        definitions.

        Editors with YAML support complete and explain keywords by `\(schemaFile)`. Write it anew
        after an update of Tenon: `tenon schema > \(schemaFile)`.

        """)
    return File(path: "README.md", text: text.text(language))
  }
}
