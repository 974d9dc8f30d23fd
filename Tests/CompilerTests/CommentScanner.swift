/// Finds the comments of a YAML text by reading characters, without libyaml: what a person sees.
enum CommentScanner {
  static func comments(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    var comments: [String] = []
    var quote: Character?
    /// The indentation that the lines of a block scalar have at least, once it is known.
    var block: (parent: Int, indent: Int?)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let spaces = line.prefix { $0 == " " }.count
      if let open = block {
        if spaces == line.count { continue }
        if spaces >= open.indent ?? (open.parent + 1) {
          block = (open.parent, open.indent ?? spaces)
          continue
        }
        block = nil
      }
      let (code, comment) = split(line, &quote)
      if let comment { comments.append(comment) }
      if quote == nil { block = blockScalar(code) }
    }
    return comments
  }

  /// A line before its comment, and the comment without white space at its end.
  private static func split(
    _ line: Substring, _ quote: inout Character?
  ) -> (Substring, String?) {
    var previous: Character = " "
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      if let open = quote {
        if character == "\\", open == "\"" {
          index = line.index(after: index)
          if index == line.endIndex { break }
        } else if character == open {
          let next = line.index(after: index)
          if open == "'", next < line.endIndex, line[next] == open {
            index = next
          } else {
            quote = nil
          }
        }
      } else if character == "#", previous == " " || previous == "\t" {
        var comment = line[index...]
        while let last = comment.last, last.isWhitespace { comment.removeLast() }
        return (line[..<index], String(comment))
      } else if character == "\"" || character == "'", startsScalar(line[..<index]) {
        quote = character
      }
      previous = character
      index = line.index(after: index)
    }
    return (line, nil)
  }

  /// Whether a scalar can begin behind what stands before in the line.
  private static func startsScalar(_ before: Substring) -> Bool {
    guard let last = before.last(where: { $0 != " " && $0 != "\t" }) else { return true }
    if "[{,".contains(last) { return true }
    return (last == ":" || last == "-" || last == "?") && before.last != last
      || last == ":" && before.dropLast().last == "\""
  }

  /// The parent's indentation and, with a digit, the text's, when a line ends in `|` or `>`.
  private static func blockScalar(_ code: Substring) -> (Int, Int?)? {
    var word = code.split { $0 == " " || $0 == "\t" }.last ?? ""
    guard let sign = word.first, sign == "|" || sign == ">" else { return nil }
    word = word.dropFirst()
    guard word.allSatisfy({ $0.isNumber || $0 == "+" || $0 == "-" }) else { return nil }
    var parent = code.prefix { $0 == " " }.count
    // Dashes of this line are levels of their own.
    var rest = code.dropFirst(parent)
    while rest.hasPrefix("- ") {
      let gap = rest.dropFirst().prefix { $0 == " " }.count
      let after = rest.dropFirst(1 + gap)
      if after.first == sign { break }
      parent += 1 + gap
      rest = after
    }
    return (parent, word.first { $0.isNumber }.flatMap { Int(String($0)) }.map { parent + $0 })
  }
}
