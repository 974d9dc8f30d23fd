import Diagnostics
import IR
import Syntax

/// Another look of a type, named under `control:`; pages have a control for each.
struct Look: Sendable {
  let keyword: String
  /// How it looks, for editors.
  let zh: String
  let en: String

  static let slider = Look(keyword: "slider", zh: "滑块", en: "a slider")
  static let progress = Look(keyword: "progress", zh: "进度条", en: "a progress bar")
  static let capital = Look(
    keyword: "capital", zh: "同时显示大写金额", en: "with the amount in Chinese capital figures")
  static let radio = Look(keyword: "radio", zh: "单选按钮", en: "radio buttons")
  static let pills = Look(keyword: "pills", zh: "彩色标签", en: "coloured pills to choose from")
  static let checkbox = Look(keyword: "checkbox", zh: "复选框", en: "a box to tick")
  static let yesNo = Look(keyword: "yes_no", zh: "“是”“否”按钮", en: "buttons for yes and no")
  static let list = Look(keyword: "list", zh: "多选列表", en: "a list to select from")
}

extension Keyword {
  /// `control`, the key of types that have more than one look.
  static func control(_ looks: Look...) -> Keyword {
    let zh = looks.map { "`\($0.keyword)` \($0.zh)" }.joined(separator: "，")
    let en = looks.map { "`\($0.keyword)` for \($0.en)" }.joined(separator: ", ")
    return Keyword(
      "control", .oneOf(looks.map(\.keyword)), also: "控件 显示方式 widget component appearance look",
      zh: "另一种显示和填写方式：\(zh)。", en: "Another way to show and fill it in: \(en).")
  }
}

extension Checker {
  /// How a field is shown and typed; nil after reporting an unknown look.
  func control(_ keyed: Keyed, _ kind: FieldKind) -> Control? {
    var look: String?
    if keyed.isPoisoned("control") { return nil }
    if keyed.sound("control") != nil,
      case .oneOf(let words) = kind.keywords.first(where: { $0.name == "control" })?.form
    {
      guard let word = word(keyed, "control", of: words) else { return nil }
      look = word
    }
    return Control(kind.keyword, look: look, form: kind.form, note: kind.note)
  }
}
