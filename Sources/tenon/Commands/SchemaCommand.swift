import Diagnostics
import EditorSchema

/// `tenon schema`.
struct SchemaCommand: Command {
  static let name = "schema"
  static let usage = ""
  static let summary = Message(
    zh: "输出定义文件的 JSON Schema，编辑器用它补全和解释",
    en: "prints a JSON Schema of definition files, by which editors complete and explain")

  private let schema: EditorSchema

  init(_ arguments: inout Arguments) throws(UsageError) {
    schema =
      arguments.isLanguageGiven ? EditorSchema(languages: [arguments.language]) : EditorSchema()
  }

  func run() throws -> Int32 { Terminal.out(schema.text()) }
}
