import Diagnostics
import IR
import Values

extension ExpressionTyper {
  /// Whether a literal is a pattern that `matches` knows; says why not.
  func isPattern(_ literal: Expression) -> Bool {
    guard case .literal(.text(let text)) = literal.kind,
      case .failure(let error) = Pattern.compile(text)
    else { return true }
    var place = literal.origin
    // Where the source shows the text between its quotes, the very place.
    if place.end - place.start == text.utf8.count + 2, error.offset < text.utf8.count {
      let start = place.start + 1 + error.offset
      place = Span(file: place.file, start: start, end: start + 1)
    }
    checker.report(ValueMistake.badMatch(error.reason.words, at: place))
    return false
  }
}

extension PatternError.Reason {
  /// What is wrong, and what to write.
  fileprivate var words: Message {
    switch self {
    case .empty: return Message(zh: "没有内容", en: "it is empty")
    case .anchor:
      return Message(
        zh: "不写 `^` 和 `$`：模式总是比较整段文字", en: "no `^` or `$`: it is about the whole text anyway")
    case .escape:
      return Message(
        zh: "反斜线后面只能是标点；数字写成 `[0-9]`",
        en: "a backslash stands before punctuation only; a digit is `[0-9]`")
    case .groupOption: return Message(zh: "不支持 `(?`", en: "there is no `(?`")
    case .unclosedGroup: return Message(zh: "`(` 没有闭合", en: "`(` is not closed")
    case .unopenedGroup: return Message(zh: "多余的 `)`", en: "a stray `)`")
    case .unclosedClass: return Message(zh: "`[` 没有闭合", en: "`[` is not closed")
    case .emptyClass: return Message(zh: "`[]` 里没有字符", en: "`[]` holds no character")
    case .reversedRange: return Message(zh: "范围的两端写反了", en: "the range is the wrong way round")
    case .bareSign:
      return Message(
        zh: "这里的括号前面要加反斜线", en: "a bracket that is meant as such needs a backslash")
    case .nothingToRepeat: return Message(zh: "前面没有可重复的内容", en: "there is nothing to repeat")
    case .badCount:
      return Message(zh: "次数写成 `{2,5}`，最多 1000", en: "counts are written `{2,5}`, 1000 at most")
    case .tooDeep: return Message(zh: "括号层次太多", en: "its groups are nested too deep")
    case .tooComplex: return Message(zh: "太复杂", en: "it is too complex")
    }
  }
}
