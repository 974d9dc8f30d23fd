import Diagnostics
import Driver
import Glibc
import TargetCode

/// What the open pages shall show, as a file that the server passes on. All words come from here,
/// in the language of the command.
struct DevStatus {
  let path: String
  private let language: Language

  /// Findings that are shown; their number is told in any case.
  private static let limit = 10

  init(_ path: String, _ language: Language) {
    self.path = path
    self.language = language
  }

  /// All is well; a sentence when there is something to say once.
  func ready(_ note: Message? = nil) throws(EnvironmentError) {
    try write("ready", note.map { [("note", .string($0.text(language)))] } ?? [])
  }

  func building() throws(EnvironmentError) {
    try write("building", [("note", .string(DevStatus.builds.text(language)))])
  }

  /// The definition has mistakes: each with its heading, and below it place, source and cure.
  func mistakes(_ result: CheckResult) throws(EnvironmentError) {
    let renderer = HumanRenderer(result.sources, language)
    let errors = result.diagnostics.filter(\.isError)
    let items = errors.prefix(DevStatus.limit).map { diagnostic -> JSONTree in
      let text = renderer.render(diagnostic)
      let end = text.firstIndex(of: "\n") ?? text.endIndex
      return .object([
        ("title", .string(String(text[..<end]))),
        ("text", .string(String(text[end...].dropFirst()))),
      ])
    }
    let title = Message(
      zh: "\(errors.count) 个错误", en: Tally.count(errors.count, "error"))
    try write(
      "mistakes",
      [
        ("title", .string(title.text(language))), ("items", .array(items)),
        ("advice", .string(DevStatus.advice.text(language))),
      ])
  }

  /// Something else than the definition stands in the way.
  func failure(_ title: Message, _ text: String) throws(EnvironmentError) {
    let item = JSONTree.object([
      ("title", .string(title.text(language))), ("text", .string(text)),
    ])
    try write(
      "failure",
      [
        ("title", .string(DevStatus.fails.text(language))), ("items", .array([item])),
        ("advice", .string(DevStatus.advice.text(language))),
      ])
  }

  private func write(
    _ state: String, _ members: [(key: String, value: JSONTree)]
  ) throws(EnvironmentError) {
    let words: [(key: String, value: JSONTree)] = [
      ("lang", .string(language == .zh ? "zh-CN" : "en")),
      ("hide", .string(DevStatus.hide.text(language))),
      ("newer", .string(DevStatus.newer.text(language))),
      ("reload", .string(DevStatus.reload.text(language))),
    ]
    let tree = JSONTree.object([("state", .string(state))] + members + words)
    try FileSystem.write(path, Array(tree.compact().utf8))
  }

  private static let builds = Message(zh: "正在编译…", en: "Building…")
  private static let fails = Message(zh: "未能更新", en: "Could not update")
  private static let advice = Message(
    zh: "改好并保存后，这个提示会消失。在此之前页面仍是上一个可用的版本。",
    en: "This goes away once it is mended and saved. Until then the last version that worked runs.")
  private static let hide = Message(zh: "收起", en: "Hide")
  private static let newer = Message(
    zh: "应用已更新。刷新会丢失本页已填的内容。",
    en: "The application was updated. Reloading loses what was typed here.")
  private static let reload = Message(zh: "刷新", en: "Reload")
}
