/// What can be wrong with who may do what.
public enum AccessMistake: Mistake {
  case missing(entity: String, at: Span)
  case roleWithoutAccess(String, at: Span)
  /// `who` may do the action but not read; an empty list means everyone.
  case changeWithoutRead(action: String, who: [String], at: Span)
  /// A role whose `may` gives the action to no one who reads.
  case mayWithoutRead(action: String, role: String, entity: String, at: Span)
  /// `everyone` or `nobody` inside a list of roles.
  case mixedAudience(String, at: Span)
}

extension AccessMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .missing(let entity, let span):
      return Diagnostic(
        .accessMissing, span, zh: "实体 `\(entity)` 没有写明谁可以访问",
        en: "entity `\(entity)` does not say who may access it",
        help: [
          Message(
            zh: "所有人都可以时，在 `\(entity)` 下面加一行 `access: everyone`；"
              + "否则写明角色：`access: { read: everyone, update: [角色] }`，"
              + "或在角色的 `may` 里写 `\(entity): read`",
            en: "when everyone may do everything, add `access: everyone` below `\(entity)`; "
              + "else name roles: `access: { read: everyone, update: [a role] }`, "
              + "or write `\(entity): read` under `may` of a role")
        ])
    case .roleWithoutAccess(let role, let span):
      return Diagnostic(
        .roleWithoutAccess, span, zh: "没有任何权限提到角色 `\(role)`",
        en: "no access names role `\(role)`",
        help: [
          Message(
            zh: "给它写 `may:`，或在实体的 `access:` 中使用它，或删除它",
            en: "give it a `may:`, use it in the `access:` of an entity, or delete it")
        ])
    case .changeWithoutRead(let action, let who, let span):
      return who.isEmpty
        ? AccessMistake.everyoneWithoutRead(action, span)
        : AccessMistake.changeWithoutRead(action, who.map { "`\($0)`" }, span)
    case .mayWithoutRead(let action, let role, let entity, let span):
      return Diagnostic(
        .changeWithoutRead, span,
        zh: "`\(role)` 有 `\(action)` 的权限，却不能读取 `\(entity)` 的记录",
        en: "`\(role)` may `\(action)` records of `\(entity)`, but not read them",
        help: [
          Message(
            zh: "看不到的记录什么也不能做；加上 `read:`，例如 `read: own`",
            en: "a record that cannot be seen cannot be worked on; add `read:`, as `read: own`")
        ])
    case .mixedAudience(let word, let span):
      return Diagnostic(
        .mixedAudience, span, zh: "`\(word)` 不能与角色列在一起",
        en: "`\(word)` cannot stand in a list of roles",
        help: [
          Message(zh: "单独写 `\(word)`，或只列角色", en: "write `\(word)` alone, or list roles only")
        ])
    }
  }

  private static func everyoneWithoutRead(_ action: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      .changeWithoutRead, span, zh: "所有人都有 `\(action)` 的权限，但不是所有人都能读取这些记录",
      en: "everyone has the right to `\(action)`, but not everyone may read the records",
      help: [
        Message(
          zh: "看不到的记录不能修改或删除；把 `read` 也写成 `everyone`，或把 `\(action)` 只给能读取的角色",
          en: "a record that cannot be seen cannot be changed or deleted; write `read: everyone`, "
            + "or give `\(action)` only to roles that may read")
      ])
  }

  private static func changeWithoutRead(
    _ action: String, _ names: [String], _ span: Span
  ) -> Diagnostic {
    let zh = names.joined(separator: "、")
    let en = names.joined(separator: ", ")
    return Diagnostic(
      .changeWithoutRead, span, zh: "\(zh) 有 `\(action)` 的权限，却不能读取这些记录",
      en: "\(en) may `\(action)` the records, but not read them",
      help: [
        Message(
          zh: "看不到的记录不能修改或删除；在 `read` 中加上 \(zh)",
          en: "a record that cannot be seen cannot be changed or deleted; add \(en) to `read`")
      ])
  }
}
