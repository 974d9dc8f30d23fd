import Diagnostics
import IR

extension FieldKind {
  /// A department of the company.
  static let department = FieldKind(
    keyword: "department",
    meaning: Message(
      zh: "公司的一个部门。",
      en: "A department of the company."),
    also: "dept team unit organization org 部门 团队 组织 机构",
    type: { _, _ in .department },
    defaultValue: nil)
}
