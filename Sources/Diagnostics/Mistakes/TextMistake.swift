/// What can be wrong with a text as such: encoding, characters, limits.
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
}

extension TextMistake {
  public var diagnostic: Diagnostic {
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
        .controlCharacter, span, zh: "这里有看不见的字符 \(TextMistake.name(scalar))",
        en: "an invisible character, \(TextMistake.name(scalar)), stands here",
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
        .tooDeep, span, zh: "嵌套超过 \(limit) 层", en: "nested more than \(limit) levels deep",
        help: [
          Message(
            zh: "删除多余的括号或缩进；语言本身只需要几层",
            en: "delete brackets or indentation too many; the language itself needs few levels")
        ])
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
    }
  }

  /// A code point as `U+FF1A`.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
