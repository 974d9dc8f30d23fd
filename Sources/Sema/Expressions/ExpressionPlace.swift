import Diagnostics
import IR

/// Where expressions are worked out.
struct Targets: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  /// Swift on the server, with zone and calendar.
  static let server = Targets(rawValue: 1)
  /// SQL of both databases.
  static let query = Targets(rawValue: 2)
  /// The browser.
  static let form = Targets(rawValue: 4)
  static let everywhere: Targets = [.server, .query, .form]
}

/// What an expression may use where it stands, and what it means there.
struct ExpressionPlace: Sendable {
  /// In words, to follow "cannot be used in".
  let name: Message
  /// All of these must be able to work it out.
  let targets: Targets
  /// Whether today, now and the person can be used.
  var isLive = true
  var readsRecord = true
  var readsOld = false
  /// What happens when a comparison is false for want of a value, and must not; nil when it may.
  var grant: Message?

  /// That a word cannot be used there.
  func refusal(of word: String) -> Message {
    let gap = name.zh.hasPrefix("`") ? " " : ""
    let end = name.zh.hasSuffix("`") ? " " : ""
    return Message(
      zh: "`\(word)` 不能用在\(gap)\(name.zh)\(end)里", en: "`\(word)` cannot be used in \(name.en)")
  }

  static let storedValue = ExpressionPlace(
    name: Message(zh: "保存下来的值", en: "a kept value"), targets: .server, isLive: false)
  static let liveValue = ExpressionPlace(
    name: Message(zh: "读取时计算的值", en: "a value that is worked out when it is read"),
    targets: .query)
  static let initial = ExpressionPlace(
    name: Message(zh: "默认值", en: "a default"), targets: .server, readsRecord: false)
  static let required = ExpressionPlace(
    name: Message(zh: "`required` 的条件", en: "the condition of `required`"),
    targets: [.server, .form])
  static let hidden = ExpressionPlace(
    name: Message(zh: "`hidden` 的条件", en: "the condition of `hidden`"), targets: [.server, .form],
    grant: Message(zh: "让字段显示出来", en: "shows the field"))
  static let readOnly = ExpressionPlace(
    name: Message(zh: "`read_only` 的条件", en: "the condition of `read_only`"),
    targets: [.server, .form], grant: Message(zh: "允许修改字段", en: "lets the field be changed"))
  static let choices = ExpressionPlace(
    name: Message(zh: "引用的 `where`", en: "the `where` of a reference"), targets: .query)
  static let view = ExpressionPlace(
    name: Message(zh: "视图的 `where`", en: "the `where` of a view"), targets: .query)
  static let rows = ExpressionPlace(
    name: Message(zh: "`may` 的条件", en: "a condition of `may`"), targets: .query)
  static let check = ExpressionPlace(
    name: Message(zh: "`checks`", en: "a check"), targets: .server, readsOld: true)
  static let text = ExpressionPlace(
    name: Message(zh: "文字中的 `{…}`", en: "the `{…}` of a text"), targets: .server)
  static let initialText = ExpressionPlace(
    name: Message(zh: "默认文字中的 `{…}`", en: "the `{…}` of a default"), targets: .server,
    readsRecord: false)
}
