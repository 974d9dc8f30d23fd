/// A function's place and length.
struct FunctionLength {
  let name: String
  /// First line, from 1.
  let line: Int
  /// Lines from the declaration to the closing brace.
  let count: Int
}

extension FunctionLength {
  private static let declarators: Set<String> = ["func", "init", "deinit", "subscript"]
  /// Words that begin the next declaration: a function before them has no body (in a protocol).
  private static let beginners: Set<String> = [
    "func", "init", "deinit", "subscript", "var", "let", "case", "static", "struct", "enum",
    "class", "protocol", "extension", "public", "private", "internal", "package", "mutating",
    "typealias", "associatedtype", "import",
  ]

  /// All functions with a body, in order.
  static func all(in text: String) -> [FunctionLength] {
    let code = SwiftText.code(of: text)
    var found: [FunctionLength] = []
    var line = 1
    var index = 0
    while index < code.count {
      if code[index] == "\n" { line += 1 }
      guard isWordStart(code, index) else {
        index += 1
        continue
      }
      let word = self.word(code, index)
      let follows = index == 0 ? " " : code[index - 1]
      if declarators.contains(word), follows != ".", follows != "`",
        let body = bodyStart(code, after: index + word.count)
      {
        let end = bodyEnd(code, from: body)
        let count = code[index...end].count { $0 == "\n" } + 1
        found.append(FunctionLength(name: name(code, index, word), line: line, count: count))
      }
      index += word.count
    }
    return found
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func isWordStart(_ code: [Character], _ index: Int) -> Bool {
    isWordPart(code[index]) && (index == 0 || !isWordPart(code[index - 1]))
  }

  private static func word(_ code: [Character], _ index: Int) -> String {
    String(code[index...].prefix(while: isWordPart))
  }

  private static func name(_ code: [Character], _ index: Int, _ word: String) -> String {
    guard word == "func" else { return word }
    return String(code[(index + 5)...].prefix { $0 != "(" && $0 != "<" && $0 != "\n" })
  }

  /// The `{` that opens the body; nil when the declaration has none.
  private static func bodyStart(_ code: [Character], after start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < code.count {
      switch code[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return index
      case "}" where depth == 0: return nil
      case _ where depth == 0 && isWordStart(code, index):
        let word = self.word(code, index)
        // In back quotes it is a name.
        if code[index - 1] != "`" && beginners.contains(word) { return nil }
        index += word.count - 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func bodyEnd(_ code: [Character], from start: Int) -> Int {
    var depth = 0
    for index in start..<code.count {
      if code[index] == "{" { depth += 1 }
      if code[index] == "}" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return code.count - 1
  }
}
