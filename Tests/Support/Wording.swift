import Foundation

/// What a machine can hold of the rules in docs/diagnostics.md, "How messages are written".
public enum Wording {
  /// What is wrong with a text that people read; empty when nothing is.
  public static func problems(zh: String, en: String, isSentence: Bool = false) -> [String] {
    chinese(zh, isSentence).map { "\($0): \(zh)" } + english(en, isSentence).map { "\($0): \(en)" }
  }

  private static func chinese(_ text: String, _ isSentence: Bool) -> [String] {
    var problems: [String] = []
    if text.contains(#/[请您你「」！]/#) { problems.append("请, 您, 你, 「」 or ！") }
    if text.hasSuffix("。") != isSentence { problems.append("the period at the end") }
    let parts = prose(text)
    for (index, part) in parts.enumerated() {
      if part.contains(#/[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]/#) {
        problems.append("no space between Chinese and Latin")
      }
      if part.contains(#/[一-鿿] ?[,;:?!()]|[,;:?!()] ?[一-鿿]/#) {
        problems.append("ASCII punctuation")
      }
      if part.contains(#/[一-鿿] [一-鿿]|[，。；：？、（）“”] | [，。；：？、（）“”]/#) {
        problems.append("a space too many")
      }
      let touches =
        index > 0 && part.prefixMatch(of: #/[一-鿿]/#) != nil
        || index + 1 < parts.count && part.contains(#/[一-鿿]$/#)
      if touches { problems.append("no space beside a backquote") }
    }
    return problems
  }

  private static func english(_ text: String, _ isSentence: Bool) -> [String] {
    var problems: [String] = []
    let prose = prose(text).joined(separator: "x")
    let verdicts =
      #/(?i)\b(please|sorry|oops|invalid|illegal|malformed|unexpected|failed|I|you're)\b/#
    if prose.contains(verdicts) { problems.append("a word that says nothing") }
    if prose.contains(#/n't\b|!$/#) { problems.append("a contraction or an exclamation mark") }
    if text.contains("  ") { problems.append("two spaces") }
    if text.hasSuffix(".") != isSentence { problems.append("the period at the end") }
    let first = prose.prefix { $0.isLetter }
    let isCapital =
      first.first?.isUppercase == true && first.dropFirst().contains(where: \.isLowercase)
    if isSentence ? prose.first?.isLowercase == true && !text.hasPrefix("`") : isCapital {
      problems.append("the case of the first letter")
    }
    return problems
  }

  /// The text without what stands in backquotes: the parts before, between and after. A text that
  /// shows a lone backquote cannot be taken apart.
  private static func prose(_ text: String) -> [String] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return [] }
    return parts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }
}
