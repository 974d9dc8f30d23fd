import Diagnostics
import IR

extension FieldKind {
  /// Someone who signs in.
  static let person = FieldKind(
    keyword: "person",
    meaning: Message(
      zh: "一位使用系统的人，例如负责人。",
      en: "Someone who uses the application, such as the owner."),
    also: """
      user owner assignee employee member staff people 人员 用户 成员 负责人 员工 所有人
      """,
    type: { _, _ in .person },
    defaultValue: { entry, _, checker in
      guard let text = entry.value.scalar else { return nil }
      // Whoever creates the record is no value of a definition; see `startsWithMe`.
      if text == "me" { return .blank }
      checker.report(
        TypeMistake.notOfType(
          text, key: entry.key, type: "person",
          form: Message(zh: "只能写 `me`：新建记录的人", en: "only `me`: whoever creates the record"),
          at: entry.value.span))
      return nil
    })
}
