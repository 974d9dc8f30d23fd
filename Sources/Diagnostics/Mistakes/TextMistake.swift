/// What can be wrong with a text before it means anything: encoding, limits, YAML.
public enum TextMistake: Mistake {
  case invalidUTF8(byte: UInt8, at: Span)
  case utf16(at: Span)
  case controlCharacter(Unicode.Scalar, at: Span)
  case tabIndentation(at: Span)
  case fileTooLarge(bytes: Int, limit: Int, at: Span)
  case tooManyNodes(limit: Int, at: Span)
  /// `meant` is the ASCII text that YAML needs; `edit` the text that cures it.
  case fullWidth(found: Unicode.Scalar, meant: String, edit: String, at: Span)
  case tooDeep(limit: Int, at: Span)
  case anchor(name: String, at: Span)
  case alias(name: String, at: Span)
  case tag(text: String, at: Span)
  case directive(at: Span)
  case secondDocument(at: Span)
  case complexKey(at: Span)
  case duplicateKey(String, first: Span, at: Span)
  case keyTooLong(bytes: Int, limit: Int, at: Span)
  case mergeKey(at: Span)
  case unreadable(at: Span)
  case unclosedQuote(Character, at: Span)
  /// The bracket at the place is not closed before `end`.
  case unclosedBracket(Character, end: Span, at: Span)
  case badIndentation(block: Span, at: Span)
  /// A line that should be `key: value`; `needsSpace` when only the space after the colon lacks.
  case missingColon(text: String, needsSpace: Bool, at: Span)
  case colonInText(at: Span)
  case badStart(Character, at: Span)
  case badEscape(at: Span)
}

extension TextMistake {
  public var diagnostic: Diagnostic { encoding ?? refused ?? syntax }

  /// A code point as `U+FF1A`.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private var encoding: Diagnostic? {
    switch self {
    case .invalidUTF8(let byte, let span):
      let hex = String(byte, radix: 16, uppercase: true)
      return Diagnostic(
        .invalidUTF8, span, zh: "文件不是 UTF-8 编码：此处是字节 0x\(hex)",
        en: "the file is not UTF-8: byte 0x\(hex) here",
        help: [
          Message(
            zh: "在编辑器中把文件另存为 UTF-8（常见原因：保存成了 GBK）",
            en: "save the file as UTF-8 in your editor (a common cause: it was saved as GBK)")
        ])
    case .utf16(let span):
      return Diagnostic(
        .utf16, span, zh: "文件是 UTF-16 编码，需要 UTF-8",
        en: "the file is UTF-16; UTF-8 is needed",
        help: [
          Message(zh: "在编辑器中把文件另存为 UTF-8", en: "save the file as UTF-8 in your editor")
        ])
    case .controlCharacter(let scalar, let span):
      return Diagnostic(
        .controlCharacter, span, zh: "不可见的控制字符 \(TextMistake.name(scalar))",
        en: "invisible control character \(TextMistake.name(scalar))",
        fixes: [
          Fix(
            Message(zh: "删除该字符", en: "delete the character"), .safe,
            [Fix.Edit(span: span, text: "")])
        ])
    case .tabIndentation(let span):
      return Diagnostic(
        .tabIndentation, span, zh: "缩进用了制表符（Tab），YAML 只允许空格",
        en: "a tab is used for indentation; YAML allows spaces only",
        fixes: [
          Fix(
            Message(zh: "改为两个空格", en: "use two spaces"), .unsafe,
            [Fix.Edit(span: span, text: "  ")])
        ])
    case .fileTooLarge(let bytes, let limit, let span):
      return Diagnostic(
        .fileTooLarge, span, zh: "文件有 \(bytes) 字节，上限是 \(limit) 字节",
        en: "the file has \(bytes) bytes; the limit is \(limit)",
        help: [
          Message(
            zh: "拆成几个文件：任何文件都可以包含任何一节",
            en: "split it: any file may hold any section")
        ])
    case .tooManyNodes(let limit, let span):
      return Diagnostic(
        .tooManyNodes, span, zh: "文件的条目超过 \(limit) 个，从这里起不再读取",
        en: "the file has more than \(limit) items; nothing is read from here on",
        help: [Message(zh: "拆成几个文件", en: "split it into several files")])
    case .tooDeep(let limit, let span):
      return Diagnostic(
        .tooDeep, span, zh: "嵌套超过 \(limit) 层", en: "nested more than \(limit) levels deep")
    case .fullWidth(let found, let meant, let edit, let span):
      return Diagnostic(
        .fullWidthPunctuation, span,
        zh: "这里用了全角符号 `\(found)`（\(TextMistake.name(found))），YAML 需要半角 `\(meant)`",
        en: "full-width `\(found)` (\(TextMistake.name(found))) where YAML needs `\(meant)`",
        fixes: [
          Fix(
            Message(zh: "改为半角 `\(meant)`", en: "write `\(meant)`"), .safe,
            [Fix.Edit(span: span, text: edit)])
        ])
    default: return nil
    }
  }

  private var refused: Diagnostic? {
    switch self {
    case .anchor(let name, let span):
      return Diagnostic(
        .anchor, span, zh: "不支持锚点 `&\(name)`", en: "anchors such as `&\(name)` are not supported",
        help: [
          Message(
            zh: "把内容直接写出；普通文字以 & 开头时请加引号",
            en: "write the content out; put a text that begins with & in quotes")
        ])
    case .alias(let name, let span):
      return Diagnostic(
        .alias, span, zh: "不支持别名 `*\(name)`", en: "aliases such as `*\(name)` are not supported",
        help: [
          Message(
            zh: "把内容直接写出；普通文字以 * 开头时请加引号",
            en: "write the content out; put a text that begins with * in quotes")
        ])
    case .tag(let text, let span):
      return Diagnostic(
        .tag, span, zh: "不支持标签 `\(text)`", en: "tags such as `\(text)` are not supported",
        help: [
          Message(
            zh: "类型由位置决定；普通文字以 ! 开头时请加引号",
            en: "the place decides the type; put a text that begins with ! in quotes")
        ])
    case .directive(let span):
      return Diagnostic(
        .directive, span, zh: "不支持以 % 开头的指令行",
        en: "directive lines that begin with % are not supported",
        fixes: [
          Fix(
            Message(zh: "删除这一行", en: "delete the line"), .safe,
            [Fix.Edit(span: span, text: "")])
        ])
    case .secondDocument(let span):
      return Diagnostic(
        .secondDocument, span, zh: "一个文件只能有一个文档，`---` 开始了第二个",
        en: "a file holds one document; `---` begins a second one",
        help: [
          Message(zh: "删除 `---`，或拆成两个文件", en: "delete `---`, or split the file in two")
        ])
    case .complexKey(let span):
      return Diagnostic(
        .complexKey, span, zh: "键必须是一个词，这里是列表或映射",
        en: "a key must be a word; this is a list or a mapping")
    case .duplicateKey(let key, let first, let span):
      return Diagnostic(
        .duplicateKey, span, zh: "键 `\(key)` 在同一处写了两次",
        en: "key `\(key)` is written twice in the same place",
        related: [Label(first, Message(zh: "第一次在这里", en: "first written here"))],
        help: [Message(zh: "删除其中一个，或改名", en: "delete one of them, or rename it")])
    case .keyTooLong(let bytes, let limit, let span):
      return Diagnostic(
        .keyTooLong, span, zh: "键有 \(bytes) 字节，上限是 \(limit)",
        en: "the key has \(bytes) bytes; the limit is \(limit)")
    case .mergeKey(let span):
      return Diagnostic(
        .mergeKey, span, zh: "不支持合并键 `<<`", en: "merge keys `<<` are not supported",
        help: [Message(zh: "把内容直接写出", en: "write the content out")])
    default: return nil
    }
  }
}
