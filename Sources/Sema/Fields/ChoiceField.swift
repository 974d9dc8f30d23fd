import Diagnostics
import IR

extension FieldKind {
  /// One of a few declared options.
  static let choice = FieldKind(
    keyword: "choice",
    meaning: Message(
      zh: "几个选项中的一个，选项写在 `options`。",
      en: "One of a few options, which stand under `options`."),
    also: """
      enum enumeration select selection picklist pick_list dropdown drop_down radio option \
      options single_select list status 选项 单选 单选框 下拉 下拉框 下拉单选 枚举 状态
      """,
    keywords: [Options.keyword, .control(.radio, .pills)],
    type: { field, checker in Options.plain(field, checker).map { .choice($0) } },
    defaultValue: { entry, type, checker in
      guard case .choice(let options) = type else { return nil }
      return Options.value(entry, options, checker)
    })
}
