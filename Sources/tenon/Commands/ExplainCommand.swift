import Diagnostics
import Explanations

/// `tenon explain`.
struct ExplainCommand: Command {
  static let name = "explain"
  static let usage = "[CODE]"
  static let summary = Message(
    zh: "解释一个错误代码及其改法；不写代码时列出全部",
    en: "explains a code and its cure; lists all codes without one")

  private let code: Code?
  private let renderer: ExplanationRenderer

  init(_ arguments: inout Arguments) throws(UsageError) {
    renderer = ExplanationRenderer(arguments.language)
    if let word = arguments.positional() {
      guard let code = Code(named: word) else { throw ExplainCommand.unknown(word) }
      self.code = code
    } else {
      code = nil
    }
  }

  func run() throws -> Int32 {
    Terminal.out(code.map { renderer.render($0) } ?? renderer.list())
  }

  private static func unknown(_ word: String) -> UsageError {
    let near = Code.near(word).map { "`\($0)`" }
    if near.isEmpty {
      return UsageError(
        zh: "没有代码 `\(word)`；`tenon explain` 列出所有代码",
        en: "no code `\(word)`; `tenon explain` lists them")
    }
    return UsageError(
      zh: "没有代码 `\(word)`；是否想写 \(near.joined(separator: " 或 "))？",
      en: "no code `\(word)`; did you mean \(near.joined(separator: " or "))?")
  }
}
