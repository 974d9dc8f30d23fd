/// What can be wrong with `hide`, `mask` and `lock`.
public enum FieldLimitMistake: Mistake {
  /// A field that is no text.
  case maskNotText(field: String, type: String, at: Span)
  /// Something else than `true`, `when …`, `unless …`; `meant` is what was written with `when`.
  case badLimit(field: String, meant: String?, at: Span)
  /// A limit that changes nothing, and why.
  case idleLimit(key: String, field: String, reason: Message, at: Span)
}

extension FieldLimitMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .maskNotText(let field, let type, let span):
      return Diagnostic(
        .maskNotText, span, zh: "`\(field)` 是 `\(type)` 字段，不能只显示一部分",
        en: "`\(field)` is a field of type `\(type)`: it cannot be shown in part",
        help: [
          Message(
            zh: "只有 `text`、`phone`、`email`、`url` 可以用 `mask`；把它写到 `hide` 里",
            en: "only `text`, `phone`, `email` and `url` can be masked; write it under `hide`")
        ])
    case .badLimit(let field, let meant, let span):
      return Diagnostic(
        .badLimit, span, zh: "`\(field)` 后面要写 `true`、`when 条件` 或 `unless 条件`",
        en: "`\(field)` takes `true`, `when …` or `unless …`",
        help: [
          Message(
            zh: "`unless own` 表示自己的记录除外，`when own` 表示只限自己的记录",
            en: "`unless own` leaves out one's own records, `when own` means these alone")
        ], fixes: meant.map { [.write($0, at: span, .unsafe)] } ?? [])
    case .idleLimit(let key, let field, let reason, let span):
      return Diagnostic(
        .idleLimit, span, zh: Message.joined("`\(key)` 对 `\(field)` 不起作用：", reason.zh),
        en: "`\(key)` of `\(field)` changes nothing: \(reason.en)",
        help: [
          Message(zh: "删除它，或收紧另一处的权限", en: "delete it, or narrow the rights that undo it")
        ])
    }
  }
}
