/// What can be wrong with a name where it is declared or listed.
public enum NameMistake: Mistake {
  case badName(String, reason: BadName, at: Span)
  case reservedName(String, at: Span)
  case declaredTwice(what: Message, name: String, first: Span, at: Span)
  case badViewName(String, at: Span)
  case entityWithoutView(String, at: Span)
  /// `removal` takes it out.
  case repeatedName(String, first: Span, removal: [Fix.Edit], at: Span)

  /// Why a word is not a name.
  public enum BadName: Sendable {
    case empty
    case start(Unicode.Scalar)
    case character(Unicode.Scalar)
    case tooLong(Int, limit: Int)
    /// Not in Unicode's composed form (NFC), which this is.
    case decomposed(composed: String)
  }
}

extension NameMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .badName(let name, let reason, let span):
      return NameMistake.badName(name, reason, span)
    case .reservedName(let name, let span):
      return Diagnostic(
        .reservedName, span, zh: "`\(name)` 是系统保留的名称",
        en: "`\(name)` is a name that the system uses",
        help: [Message(zh: "换一个名称", en: "choose another name")])
    case .declaredTwice(let what, let name, let first, let span):
      return Diagnostic(
        .declaredTwice, span, zh: "\(what.zh) `\(name)` 声明了两次",
        en: "\(what.en) `\(name)` is declared twice",
        related: [Label(first, Message(zh: "第一次在这里", en: "first declared here"))],
        help: [Message(zh: "删除其中一处，或换一个名称", en: "delete one of the two, or rename it")])
    case .badViewName(let name, let span):
      return Diagnostic(
        .badViewName, span, zh: "视图名称 `\(name)` 应写成 `实体.名称`",
        en: "view name `\(name)` must be `entity.name`",
        help: [
          Message(
            zh: "依次写实体的名称、一个点、视图的名称，例如 `customer.all`",
            en: "write the entity's name, a dot and a name for the view, as in `customer.all`")
        ])
    case .entityWithoutView(let name, let span):
      return Diagnostic(
        .entityWithoutView, span, zh: "实体 `\(name)` 没有视图，没有人能看到它的列表",
        en: "entity `\(name)` has no view: nobody could see a list of it",
        help: [
          Message(
            zh: "在任一文件最外层的 `views:` 下加 `\(name).all: { label: 全部, columns: [字段] }`",
            en: "under `views:`, outermost in any file, add "
              + "`\(name).all: { label: All, columns: [a field] }`")
        ])
    case .repeatedName(let name, let first, let removal, let span):
      return Diagnostic(
        .repeatedName, span, zh: "`\(name)` 在这里重复了", en: "`\(name)` is repeated here",
        related: [Label(first, Message(zh: "第一次在这里", en: "first here"))],
        fixes: [.delete(name, removal, .safe)])
    }
  }

  /// The name with `_` for spaces, hyphens and points, when that makes it one.
  private static func joined(_ name: String) -> String? {
    let marks: Set<Unicode.Scalar> = ["-", " ", ".", "/"]
    let scalars = name.unicodeScalars.map { marks.contains($0) ? "_" : $0 }
    let isName = scalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    guard isName, name.unicodeScalars.contains(where: marks.contains) else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func badName(_ name: String, _ reason: BadName, _ span: Span) -> Diagnostic {
    let help = [
      Message(
        zh: "名称由字母（包括汉字）、数字和下划线组成，不以数字开头；给人看的文字写在 `label` 里",
        en: "a name is made of letters (Chinese too), digits and `_`, and begins with no digit; "
          + "what people read goes into `label`")
    ]
    switch reason {
    case .empty:
      return Diagnostic(.badName, span, zh: "名称是空的", en: "the name is empty", help: help)
    case .start(let scalar):
      return Diagnostic(
        .badName, span, zh: "名称 `\(name)` 不能以 `\(scalar)` 开头",
        en: "name `\(name)` cannot begin with `\(scalar)`", help: help)
    case .character(let scalar):
      return Diagnostic(
        .badName, span, zh: "名称 `\(name)` 含有不允许的\(words(scalar).zh)",
        en: "name `\(name)` holds \(words(scalar).en), which names cannot", help: help,
        fixes: joined(name).map { [.write($0, at: span, .unsafe)] } ?? [])
    case .tooLong(let length, let limit):
      return Diagnostic(
        .badName, span, zh: "名称有 \(length) 个字符，上限是 \(limit)",
        en: "the name has \(length) characters; the limit is \(limit)")
    case .decomposed(let composed):
      return Diagnostic(
        .badName, span, zh: "名称 `\(name)` 不是 Unicode 规范组合形式（NFC）",
        en: "name `\(name)` is not in Unicode's composed form (NFC)",
        fixes: [
          Fix(
            Message(zh: "改为组合形式", en: "write the composed form"), .unsafe,
            [Fix.Edit(span: span, text: composed)])
        ])
    }
  }

  /// A character as people call it; a space alone would not be seen.
  private static func words(_ scalar: Unicode.Scalar) -> Message {
    if scalar == " " { return Message(zh: "空格", en: "a space") }
    return Message(zh: "字符 `\(scalar)`", en: "`\(scalar)`")
  }
}
