/// What can be wrong with what roles may do, and with what is offered to them.
public enum RightsMistake: Mistake {
  /// A role that may create records but not fill in a field that must be filled in.
  case createNeedsField(role: String, field: String, limit: String, at: Span)
  /// Rights to what every application has.
  case builtInRights(String, at: Span)
  /// A view that is offered to a role that cannot read its records.
  case offeredWithoutRead(role: String, view: String, entity: String, at: Span)
  /// A view on a workbench that is not offered to the role.
  case notOffered(role: String, view: String, at: Span)
  /// A reason that nothing needs.
  case idleDeclassification(Message, removal: [Fix.Edit], at: Span)
}

extension RightsMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .createNeedsField(let role, let field, let limit, let span):
      return Diagnostic(
        .createNeedsField, span,
        zh: "`\(role)` 可以新建，但必填的 `\(field)` 对它写了 `\(limit)`：一条也存不下来",
        en: "`\(role)` may create records, but `\(limit)` keeps it from the required `\(field)`",
        help: [
          Message(
            zh: "给 `\(field)` 写 `default`，或不再限制它",
            en: "give `\(field)` a `default`, or do not limit it")
        ])
    case .builtInRights(let entity, let span):
      return Diagnostic(
        .builtInRights, span, zh: "`\(entity)` 的权限不能改：所有人都能读取，管理员可以修改",
        en: "rights to `\(entity)` are fixed: everyone reads, administrators change",
        help: [
          Message(
            zh: "删除这一行；要让角色管理人员，在角色上写 `administrator: true`",
            en: "delete it; a role with `administrator: true` manages people")
        ])
    case .offeredWithoutRead(let role, let view, let entity, let span):
      return Diagnostic(
        .offeredWithoutRead, span, zh: "`\(role)` 不能读取 `\(entity)`，看不到视图 `\(view)`",
        en: "`\(role)` cannot read `\(entity)` and never sees view `\(view)`",
        help: [
          Message(
            zh: "在 `\(role)` 的 `may` 里给 `\(entity)` 写 `read`，或去掉这里",
            en: "give `\(entity)` a `read` under `may` of `\(role)`, or take this out")
        ])
    case .notOffered(let role, let view, let span):
      return Diagnostic(
        .offeredWithoutRead, span, zh: "视图 `\(view)` 的 `for` 里没有 `\(role)`",
        en: "view `\(view)` is not offered to `\(role)`: its `for` leaves it out",
        help: [
          Message(
            zh: "在视图的 `for` 里加上 `\(role)`，或从工作台去掉它",
            en: "add `\(role)` to the `for` of the view, or take it off the workbench")
        ])
    case .idleDeclassification(let what, let removal, let span):
      return Diagnostic(
        .idleDeclassification, span, zh: Message.joined("`declassify` 不起作用：", what.zh),
        en: "`declassify` changes nothing: \(what.en)",
        fixes: [.delete("declassify", removal, .unsafe)])
    }
  }
}
