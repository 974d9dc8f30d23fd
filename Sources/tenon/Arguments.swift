import Diagnostics

/// The words of a command line. A command takes what it knows: options first, then what stands
/// alone; ``finish()`` refuses the rest.
struct Arguments {
  /// In which messages are written.
  private(set) var language: Language
  /// Whether `--lang` chose it.
  private(set) var isLanguageGiven = false
  private var words: [String]
  /// What follows `--`: no options, whatever they look like.
  private var literal: [String] = []
  /// Options that were asked for, to suggest.
  private var known: [String] = []

  init(_ words: [String], language: Language) {
    self.language = language
    self.words = words
    if let end = words.firstIndex(of: "--") {
      literal = Array(words[(end + 1)...])
      self.words = Array(words[..<end])
    }
  }

  /// Takes `--lang`.
  mutating func takeLanguage() throws(UsageError) {
    guard let given: Language = try choice("--lang") else { return }
    language = given
    isLanguageGiven = true
  }

  /// Whether an option without value was given.
  mutating func flag(_ name: String) -> Bool {
    known.append(name)
    let count = words.count
    words.removeAll { $0 == name }
    return words.count < count
  }

  /// The values of an option, as `--name value` or `--name=value`, in their order.
  mutating func values(_ name: String) throws(UsageError) -> [String] {
    known.append(name)
    var values: [String] = []
    while let index = words.firstIndex(where: { $0 == name || $0.hasPrefix(name + "=") }) {
      let word = words.remove(at: index)
      if word != name {
        values.append(String(word.dropFirst(name.count + 1)))
      } else if index < words.count {
        values.append(words.remove(at: index))
      } else {
        throw UsageError(zh: "`\(name)` 后面要有值", en: "`\(name)` needs a value")
      }
    }
    return values
  }

  /// The value of an option; the last one when it is given more than once.
  mutating func value(_ name: String) throws(UsageError) -> String? { try values(name).last }

  /// The value of an option that is one of some words.
  mutating func choice<Choice>(_ name: String) throws(UsageError) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let word = try value(name) else { return nil }
    return try Arguments.choice(name, word)
  }

  /// A word as one of some words; throws a sentence with all of them when it is none.
  static func choice<Choice>(_ name: String, _ word: String) throws(UsageError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    if let choice = Choice(rawValue: word) { return choice }
    let list = Choice.allCases.map(\.rawValue)
    throw UsageError(
      zh: "`\(name)` 不能是 `\(word)`；可以是 \(list.joined(separator: "、"))",
      en: "`\(name)` cannot be `\(word)`; there are \(list.joined(separator: ", "))")
  }

  /// The next word that is no option. Ask when all options were taken.
  mutating func positional() -> String? {
    if let index = words.firstIndex(where: { !$0.hasPrefix("-") || $0 == "-" }) {
      return words.remove(at: index)
    }
    return literal.isEmpty ? nil : literal.removeFirst()
  }

  /// The application's folder, which has to be given.
  mutating func folder() throws(UsageError) -> String {
    if let word = words.first, word != "-", word.hasPrefix("-") { throw unknown(word) }
    guard let folder = positional() else {
      throw UsageError(
        zh: "没有写应用所在的文件夹", en: "the application's folder is missing")
    }
    return folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
  }

  /// Throws when words are left that no one took.
  func finish() throws(UsageError) {
    guard let word = words.first ?? literal.first else { return }
    if words.first != nil, word.hasPrefix("-") { throw unknown(word) }
    throw UsageError(zh: "多余的 `\(word)`", en: "`\(word)` is too much")
  }

  private func unknown(_ word: String) -> UsageError {
    let name = String(word.prefix { $0 != "=" })
    let near = Suggestions.nearest(to: name, among: known.map { Candidate($0) }).first
    return UsageError(
      zh: "没有选项 `\(name)`" + (near.map { "；是否想写 `\($0.name)`？" } ?? ""),
      en: "no option `\(name)`" + (near.map { "; did you mean `\($0.name)`?" } ?? ""))
  }
}
