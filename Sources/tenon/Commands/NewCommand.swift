import Diagnostics
import Driver
import EditorSchema
import Templates

/// `tenon new`: an application to begin with, whole or not at all.
struct NewCommand: Command {
  static let name = "new"
  static let usage = """
    FOLDER [--template NAME] | --list
    """
  static let summary = Message(
    zh: "建立一个可以运行的应用，带说明和演示数据；--list 列出模板",
    en: "makes an application that runs, with comments and demo data; --list names the templates")

  private let language: Language
  /// Nil for `--list`.
  private let folder: String?
  private let template: Template

  init(_ arguments: inout Arguments) throws(UsageError) {
    let wantsList = arguments.flag("--list")
    template = try NewCommand.template(try arguments.value("--template"))
    language = arguments.language
    folder = wantsList ? nil : try arguments.folder()
  }

  private static func template(_ name: String?) throws(UsageError) -> Template {
    guard let name else { return Template.all[0] }
    if let template = Template.all.first(where: { $0.name == name }) { return template }
    let names = Template.all.map { "`\($0.name)`" }
    throw UsageError(
      zh: "没有模板 `\(name)`；可以是 \(names.joined(separator: "、"))",
      en: "no template `\(name)`; there are \(names.joined(separator: ", "))")
  }

  func run() throws -> Int32 {
    guard let folder else { return Terminal.out(list) }
    let app = String(folder.split(separator: "/").last ?? "")
    let files = template.files(app: app, language: language)
    try refuseName(app, files)
    if FileSystem.exists(folder), try !(FileSystem.isFolder(folder) && FileSystem.isEmpty(folder)) {
      throw EnvironmentError(
        zh: "\(folder) 已经存在，而且不是空文件夹；换一个名称",
        en: "\(folder) is there already and is no empty folder; choose another name")
    }
    try write(files + [schema], to: folder)
    return Terminal.out(done(folder).text(language))
  }

  private var list: String {
    let width = Template.all.map(\.name.count).max() ?? 0
    return Template.all.map { template in
      let space = String(repeating: " ", count: width - template.name.count)
      return "\(template.name)\(space)  \(template.summary.text(language))\n"
    }.joined()
  }

  private var schema: Template.File {
    Template.File(path: Template.schemaFile, text: EditorSchema().text())
  }

  /// The folder's name becomes the application's: what the checker says about it.
  private func refuseName(_ app: String, _ files: [Template.File]) throws(UsageError) {
    let inputs = files.filter { $0.path.hasSuffix(".yaml") }.map {
      SourceInput(path: $0.path, bytes: Array($0.text.utf8))
    }
    guard let finding = Driver.check(files: inputs, lock: nil).diagnostics.first else { return }
    let other = NewCommand.name(like: app)
    let zh = other.map { "；可以用 `\($0)`" } ?? finding.help.map { "；\($0.zh)" }.joined()
    let en = other.map { "; `\($0)` would do" } ?? finding.help.map { "; \($0.en)" }.joined()
    throw UsageError(zh: finding.message.zh + zh, en: finding.message.en + en)
  }

  /// The name with `_` for what names cannot hold; nil when nothing is left of it.
  private static func name(like word: String) -> String? {
    let parts = word.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let name = parts.joined(separator: "_").drop { $0.isNumber || $0 == "_" }
    return name.isEmpty || name.count > 60 || name == word ? nil : String(name)
  }

  /// Writes into a neighbour that then takes the folder's place.
  private func write(_ files: [Template.File], to folder: String) throws(EnvironmentError) {
    let neighbour = "\(folder).\(try FileSystem.randomPassword())"
    do throws(EnvironmentError) {
      for file in files {
        let path = "\(neighbour)/\(file.path)"
        try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try FileSystem.write(path, Array(file.text.utf8))
      }
      try FileSystem.move(neighbour, folder)
    } catch {
      try FileSystem.removeFolder(neighbour)
      throw error
    }
  }

  private func done(_ folder: String) -> Message {
    let names = Message(zh: "已建立 \(folder)。接下来：", en: "made \(folder). Next:")
    let next = "\n  tenon check \(folder)\n  tenon run \(folder)\n"
    return Message(zh: names.zh + next, en: names.en + next)
  }
}
