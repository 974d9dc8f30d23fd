import Diagnostics
import IR

extension FieldKind {
  /// Several of a few declared options.
  static let multiChoice = FieldKind(
    keyword: "multi_choice",
    meaning: Message(
      zh: "几个选项中的若干个，选项写在 `options`。",
      en: "Several of a few options, which stand under `options`."),
    also: """
      multiselect multi_select multiple_choice checkbox_group tags labels set \
      many2many 多选 多选框 标签 下拉多选
      """,
    keywords: [Options.keyword, .control(.list, .checkbox)],
    type: { field, checker in Options.plain(field, checker).map { .multiChoice($0) } },
    defaultValue: nil)
}
