/// What can be wrong with a text as such: encoding, characters, limits.
public enum TextMistake: Mistake {
  case invalidUTF8(byte: UInt8, guess: EncodingGuess, at: Span)
  case utf16(at: Span)
  /// A run of `count` characters that no reader shows.
  case controlCharacter(Unicode.Scalar, count: Int, at: Span)
  /// A line break of YAML 1.1 that no editor takes for one.
  case lineSeparator(Unicode.Scalar, at: Span)
  /// Carriage returns without line feed; all of a file are one mistake.
  case carriageReturn(all: [Span], at: Span)
  /// Tabs in one or more lines one after the other.
  case tabIndentation(edits: [Fix.Edit], isSafe: Bool, at: Span)
  /// White space that is none in YAML.
  case unusualSpace(Unicode.Scalar, edits: [Fix.Edit], at: Span)
  case fileTooLarge(limit: Int, at: Span)
  case tooManyNodes(limit: Int, at: Span)
  /// `meant` is the ASCII text that YAML needs.
  case fullWidth(found: Unicode.Scalar, meant: String, edits: [Fix.Edit], at: Span)
  case tooDeep(limit: Int, at: Span)
  case tooManyMistakes(limit: Int, at: Span)
}

/// What the bytes of a text that is not UTF-8 look like.
public enum EncodingGuess: Sendable {
  case gbk, big5, unknown
  /// UTF-8 but for a few bytes.
  case damaged(count: Int)
}

extension TextMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .invalidUTF8(let byte, let guess, let span):
      return TextMistake.notUTF8(byte, guess, span)
    case .utf16(let span):
      return Diagnostic(
        .utf16, span, zh: "文件是 UTF-16 编码，需要 UTF-8",
        en: "the file is UTF-16; UTF-8 is needed",
        help: [
          Message(zh: "在编辑器中把文件另存为 UTF-8", en: "save the file as UTF-8 in your editor")
        ])
    case .controlCharacter(let scalar, let count, let span):
      return TextMistake.invisible(scalar, count, span)
    case .lineSeparator(let scalar, let span):
      let name = TextMistake.name(scalar)
      return Diagnostic(
        .controlCharacter, span, zh: "不可见的换行字符 \(name)，YAML 的行要用回车键换行",
        en: "invisible line separator \(name); YAML lines end where the Enter key ends them",
        fixes: [
          Fix(
            Message(zh: "改为一个空格", en: "use a space"), .unsafe,
            [Fix.Edit(span: span, text: " ")])
        ])
    case .carriageReturn(let all, let span): return TextMistake.oldLineEnds(all, span)
    case .tabIndentation(let edits, let isSafe, let span):
      return TextMistake.tabs(edits, isSafe, span)
    case .unusualSpace(let scalar, let edits, let span):
      let name = TextMistake.name(scalar)
      let what =
        scalar.value == 0x3000
        ? Message(zh: "全角空格", en: "full-width space") : Message(zh: "特殊空格", en: "unusual space")
      return Diagnostic(
        .unusualSpace, span, zh: "这里用了\(what.zh)（\(name)），YAML 只认普通空格",
        en: "\(what.en) (\(name)) where YAML needs an ordinary one",
        fixes: [Fix(Message(zh: "改为普通空格", en: "use ordinary spaces"), .safe, edits)])
    case .fileTooLarge(let limit, let span):
      return Diagnostic(
        .fileTooLarge, span, zh: "文件超过上限 \(limit) 字节",
        en: "the file is larger than the limit of \(limit) bytes",
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
        .tooDeep, span, zh: "嵌套超过 \(limit) 层，从这里起不再读取",
        en: "nested more than \(limit) levels deep; nothing is read from here on",
        help: [
          Message(
            zh: "定义用不到这么多层：检查括号和缩进是否写错",
            en: "no definition needs as many levels: check brackets and indentation")
        ])
    case .tooManyMistakes(let limit, let span):
      return Diagnostic(
        .tooManyMistakes, span, zh: "这个文件已有 \(limit) 处书写错误，从这里起不再读取",
        en: "the file has \(limit) mistakes of writing already; nothing is read from here on",
        help: [Message(zh: "先改正前面的错误", en: "correct those before this place first")])
    case .fullWidth(let found, let meant, let edits, let span):
      return Diagnostic(
        .fullWidthPunctuation, span,
        zh: "这里用了全角符号 `\(found)`（\(TextMistake.name(found))），YAML 需要半角 `\(meant)`",
        en: "full-width `\(found)` (\(TextMistake.name(found))) where YAML needs `\(meant)`",
        fixes: [Fix(Message(zh: "改为半角 `\(meant)`", en: "write `\(meant)`"), .safe, edits)])
    }
  }

  private static func notUTF8(_ byte: UInt8, _ guess: EncodingGuess, _ span: Span) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    let save = Message(zh: "在编辑器中把文件另存为 UTF-8", en: "save the file as UTF-8 in your editor")
    let encoding: String
    switch guess {
    case .gbk: encoding = "GBK"
    case .big5: encoding = "Big5"
    case .unknown:
      return Diagnostic(
        .invalidUTF8, span, zh: "文件不是 UTF-8 编码：此处是字节 0x\(hex)",
        en: "the file is not UTF-8: byte 0x\(hex) here", help: [save])
    case .damaged(let count):
      return Diagnostic(
        .invalidUTF8, span, zh: "此处的字节 0x\(hex) 不是 UTF-8，文件其余部分是（共 \(count) 处）",
        en: "byte 0x\(hex) here is not UTF-8, while the rest of the file is; places: \(count)",
        help: [
          Message(
            zh: "这里的文字已损坏：删除后重新输入", en: "the text here is damaged: delete it and type it anew"
          )
        ])
    }
    return Diagnostic(
      .invalidUTF8, span, zh: "文件不是 UTF-8 编码，看起来是 \(encoding)：此处是字节 0x\(hex)",
      en: "the file is not UTF-8 but seems to be \(encoding): byte 0x\(hex) here",
      help: [
        Message(
          zh: "在编辑器中用 \(encoding) 编码重新打开文件，再另存为 UTF-8",
          en: "open the file again as \(encoding) in your editor, then save it as UTF-8")
      ])
  }

  private static func invisible(
    _ scalar: Unicode.Scalar, _ count: Int, _ span: Span
  ) -> Diagnostic {
    let name = TextMistake.name(scalar)
    let what: Message
    switch scalar.value {
    case 0xFEFF:
      what = Message(
        zh: "字节顺序标记（BOM，\(name)）只能在文件开头",
        en: "a byte order mark (\(name)) can stand at the start of a file only")
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      what = Message(
        zh: "不可见字符 \(name) 会改变文字的显示顺序",
        en: "invisible character \(name) reorders the text on the screen")
    default:
      what = Message(zh: "不可见的控制字符 \(name)", en: "invisible control character \(name)")
    }
    let title =
      count == 1
      ? Message(zh: "删除该字符", en: "delete the character")
      : Message(zh: "删除这 \(count) 个字符", en: "delete these \(count) characters")
    return Diagnostic(
      .controlCharacter, span, zh: what.zh, en: what.en,
      fixes: [Fix(title, .safe, [Fix.Edit(span: span, text: "")])])
  }

  /// A fix with more edits than this is the editor's work.
  private static let mostEdits = 10_000

  private static func oldLineEnds(_ all: [Span], _ span: Span) -> Diagnostic {
    let help = Message(
      zh: "在编辑器中把行尾改为 LF 或 CRLF", en: "set the line ends to LF or CRLF in your editor")
    let isFew = all.count <= mostEdits
    return Diagnostic(
      .carriageReturn, span, zh: "行尾是单独的回车符（CR），共 \(all.count) 处",
      en: "lines end in a carriage return alone (CR); places: \(all.count)", help: [help],
      fixes: isFew
        ? [
          Fix(
            Message(zh: "改为换行符（LF）", en: "use line feeds (LF)"), .safe,
            all.map { Fix.Edit(span: $0, text: "\n") })
        ] : [])
  }

  private static func tabs(_ edits: [Fix.Edit], _ isSafe: Bool, _ span: Span) -> Diagnostic {
    let lines = edits.count
    let more = lines > 1
    return Diagnostic(
      .tabIndentation, span,
      zh: "缩进用了制表符（Tab），YAML 只允许空格" + (more ? "；连续 \(lines) 行" : ""),
      en: "a tab is used for indentation; YAML allows spaces only"
        + (more ? "; \(lines) lines in a row" : ""),
      help: isSafe
        ? []
        : [
          Message(
            zh: "检查改后的缩进是否与同一层的行对齐",
            en: "check that the line is then level with those it belongs to")
        ],
      fixes: lines > mostEdits
        ? [] : [Fix(Message(zh: "改为空格", en: "use spaces"), isSafe ? .safe : .unsafe, edits)])
  }

  /// A code point as `U+FF1A`.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
