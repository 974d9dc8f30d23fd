/// A name that refers to nothing, with what it could have meant.
public enum ReferenceMistake: Mistake {
  case unknownType(String, suggestions: Suggested, at: Span)
  case unknownEntity(String, suggestions: Suggested, at: Span)
  case unknownField(String, entity: String, suggestions: Suggested, at: Span)
  case unknownColumn(String, entity: String, suggestions: Suggested, at: Span)
  case unknownRole(String, suggestions: Suggested, at: Span)
  case unknownCurrency(String, suggestions: Suggested, at: Span)
  case unknownTimeZone(String, suggestions: Suggested, at: Span)
  case unknownLanguage(String, suggestions: Suggested, at: Span)
  case unknownOption(String, suggestions: Suggested, at: Span)
}

extension ReferenceMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownType(let name, let near, let span):
      return unknown(
        .unknownType, name, span, near, zh: "没有字段类型 `\(name)`", en: "no field type `\(name)`")
    case .unknownEntity(let name, let near, let span):
      return unknown(
        .unknownEntity, name, span, near, zh: "没有实体 `\(name)`", en: "no entity `\(name)`")
    case .unknownField(let name, let entity, let near, let span):
      return unknown(
        .unknownField, name, span, near, zh: "实体 `\(entity)` 没有字段 `\(name)`",
        en: "entity `\(entity)` has no field `\(name)`")
    case .unknownColumn(let name, let entity, let near, let span):
      return unknown(
        .unknownColumn, name, span, near, zh: "实体 `\(entity)` 没有可显示的列 `\(name)`",
        en: "entity `\(entity)` has no column `\(name)`")
    case .unknownRole(let name, let near, let span):
      return unknown(.unknownRole, name, span, near, zh: "没有角色 `\(name)`", en: "no role `\(name)`")
    case .unknownCurrency(let name, let near, let span):
      return unknown(
        .unknownCurrency, name, span, near, zh: "`\(name)` 不是 ISO 4217 货币代码",
        en: "`\(name)` is not a currency of ISO 4217")
    case .unknownTimeZone(let name, let near, let span):
      return unknown(
        .unknownTimeZone, name, span, near, zh: "`\(name)` 不是 IANA 时区名称",
        en: "`\(name)` is not a time zone of IANA")
    case .unknownLanguage(let name, let near, let span):
      return unknown(
        .unknownLanguage, name, span, near, zh: "不支持语言 `\(name)`",
        en: "language `\(name)` is not known")
    case .unknownOption(let name, let near, let span):
      return unknown(
        .unknownOption, name, span, near, zh: "没有选项 `\(name)`", en: "no option `\(name)`")
    }
  }

  private func unknown(
    _ code: Code, _ name: String, _ span: Span, _ near: Suggested, zh: String, en: String
  ) -> Diagnostic {
    Diagnostic(
      code, span, zh: zh, en: en, help: near.help,
      fixes: near.fixes(for: name, at: span))
  }
}
