/// A word, a number, a text or a sign of an expression.
struct ExpressionToken {
  let kind: Kind
  /// UTF-8 offsets in the expression.
  let range: Range<Int>

  enum Kind: Equatable {
    case name(String)
    case number(String)
    case text(String)
    case date(String)
    case dateTime(String)
    /// An operator, a bracket, a comma or a point, as the language writes it.
    case sign(String)
    /// A character that belongs to nothing.
    case stray(Unicode.Scalar)
    case end
  }

  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }
  func isWord(_ word: String) -> Bool { kind == .name(word) }
}

/// Something written as other languages or an input method write it.
struct ForeignSpelling {
  let written: String
  let meant: String
  let range: Range<Int>
}

/// Signs of input methods and of other languages, and what they mean here.
enum ForeignSigns {
  /// Characters that mean one sign.
  static let characters: [Unicode.Scalar: String] = [
    "、": ",", "，": ",", "【": "[", "】": "]", "〔": "[", "〕": "]", "≥": ">=", "≤": "<=", "≠": "!=",
    "×": "*", "÷": "/", "—": "-", "–": "-", "−": "-", "。": ".", "．": ".",
  ]

  /// The longest first: what two or three signs in a row mean.
  static let signs: [(String, String)] = [
    ("===", "=="), ("!==", "!="), ("<>", "!="), ("&&", "and"), ("||", "or"), ("=>", ">="),
    ("=<", "<="), ("≧", ">="), ("≦", "<="),
  ]

  /// Words between two operands.
  static let operators: [String: String] = [
    "AND": "and", "And": "and", "OR": "or", "Or": "or", "IN": "in", "NOT": "not", "Not": "not",
    "且": "and", "并且": "and", "和": "and", "或": "or", "或者": "or", "属于": "in", "DIV": "div",
    "MOD": "mod", "THEN": "then", "ELSE": "else", "那么": "then", "否则": "else", "WHERE": "where",
    "BY": "by", "等于": "==", "不等于": "!=", "大于": ">", "小于": "<", "大于等于": ">=", "小于等于": "<=",
  ]

  /// Words before an operand.
  static let prefixes: [String: String] = [
    "NOT": "not", "Not": "not", "非": "not", "不": "not", "IF": "if", "If": "if", "如果": "if",
  ]

}

/// Words that other languages have for values; they count only where no field is called so.
public enum ForeignWords {
  /// What such a word means here.
  public static let values: [String: String] = [
    "TRUE": "true", "True": "true", "是": "true", "真": "true", "yes": "true", "FALSE": "false",
    "False": "false", "否": "false", "假": "false", "no": "false", "null": "blank",
    "NULL": "blank", "nil": "blank", "None": "blank", "none": "blank", "undefined": "blank",
    "空": "blank", "空白": "blank", "空值": "blank", "我": "me", "本人": "me", "当前用户": "me",
  ]
}
