/// What can be wrong with a row rule, which says which records are meant.
public enum RowRuleMistake: Mistake {
  /// A name that is no word for records, no field and no parameter.
  case unknownRowWord(String, suggestions: Suggested, at: Span)
  /// A word for records inside a comparison or a calculation.
  case misplacedRowWord(String, at: Span)
  /// A word for records that is a field of the entity too, or a parameter.
  case ambiguousRowWord(String, entity: String, at: Span)
  /// `reach` without a single field.
  case badReach(at: Span)
  /// Entities as `customer`, each reached from the next, with the places between them.
  case cyclicReach([String], related: [Label], at: Span)
}

extension RowRuleMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownRowWord(let name, let near, let span):
      return Diagnostic(
        .unknownWord, span, zh: "`\(name)` 不是说明哪些记录的词，也不是字段或参数",
        en: "`\(name)` is no word for records, no field and no parameter", help: near.help,
        fixes: near.fixes(for: name, at: span))
    case .misplacedRowWord(let word, let span):
      return Diagnostic(
        .misplacedRowWord, span, zh: "`\(word)` 只能单独用，或用 `and`、`or`、`not` 连接",
        en: "`\(word)` stands alone, or with `and`, `or` and `not`",
        help: [
          Message(
            zh: "把它移到比较和计算之外，例如 `own and amount > 1000`",
            en: "take it out of comparisons and calculations, as in `own and amount > 1000`")
        ])
    case .ambiguousRowWord(let word, let entity, let span):
      return Diagnostic(
        .ambiguousRowWord, span, zh: "`\(entity)` 有同名的是否字段或参数，`\(word)` 在这里有两种意思",
        en: "`\(word)` could mean the word for records or the yes-or-no value of `\(entity)`",
        help: [
          Message(
            zh: "给字段换一个名称；要比较字段时写 `\(word) == true`",
            en: "rename the field; to mean the field write `\(word) == true`")
        ])
    case .badReach(let span):
      return Diagnostic(
        .misplacedInExpression, span, zh: "`reach` 里要写一个引用字段的名称",
        en: "`reach` takes the name of one reference",
        help: [Message(zh: "例如 `reach(customer)`", en: "as in `reach(customer)`")])
    case .cyclicReach(let names, let related, let span):
      let path = names.map { "`\($0)`" }
      return Diagnostic(
        .cyclicReach, span, zh: "`reach` 成了一圈：\(path.joined(separator: " → "))",
        en: "`reach` goes in a ring: \(path.joined(separator: " → "))", related: related,
        help: [
          Message(
            zh: "在其中一处不用 `reach`，写明是哪些记录",
            en: "say in one of them which records it is, without `reach`")
        ])
    }
  }
}
