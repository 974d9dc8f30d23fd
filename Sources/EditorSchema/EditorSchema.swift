import Diagnostics
import Sema
import TargetCode

/// The JSON Schema (draft 7) of one file of a definition, made from the keyword tables that the
/// checker reads by. Editors complete and explain by it. It knows one file and no names: what
/// refers to something, and what follows from other files, only `tenon check` sees.
///
/// Draft 7, because that is what editors' YAML support is made for. Every object is closed, and
/// where the type of a field decides, `if`/`then` says so: with `oneOf` and `anyOf` editors report
/// the mistakes of a branch that nobody meant.
public struct EditorSchema: Sendable {
  /// The languages of the explanations, in their order.
  let languages: [Language]

  public init(languages: [Language] = [.zh, .en]) { self.languages = languages }

  /// The schema's text; the same with each call.
  public func text() -> String {
    let head: [(key: String, value: JSONTree)] = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string(words(Message(zh: "Tenon 的定义文件", en: "A Tenon definition"), " / "))),
    ]
    return JSONTree.object(head + mapping(Keywords.file)).print()
  }

  // MARK: keywords

  /// A mapping with fixed keys and no others.
  func mapping(_ kind: MappingKind) -> [(key: String, value: JSONTree)] {
    var members: [(key: String, value: JSONTree)] = [("type", .string("object"))]
    members += closed(kind.keywords)
    return members
  }

  /// `properties`, `required`, `additionalProperties`.
  func closed(_ keywords: [Keyword]) -> [(key: String, value: JSONTree)] {
    var members: [(key: String, value: JSONTree)] = [
      ("properties", .object(keywords.map { ($0.name, property($0)) }))
    ]
    members += required(keywords)
    members.append(("additionalProperties", .bool(false)))
    return members
  }

  func required(_ keywords: [Keyword]) -> [(key: String, value: JSONTree)] {
    let names = keywords.filter(\.isRequired).map { JSONTree.string($0.name) }
    return names.isEmpty ? [] : [("required", .array(names))]
  }

  func property(_ keyword: Keyword) -> JSONTree {
    let name = Message(zh: keyword.name, en: keyword.name)
    return .object(explained(name, keyword.meaning) + value(keyword.form))
  }

  // MARK: words

  /// `title`, `description` for any editor and `markdownDescription` for those that show it.
  func explained(_ title: Message, _ meaning: Message) -> [(key: String, value: JSONTree)] {
    [
      ("title", .string(title.en)), ("description", .string(words(meaning, "\n"))),
      ("markdownDescription", .string(words(meaning, "\n\n"))),
    ]
  }

  /// The text in the languages asked for.
  func words(_ message: Message, _ separator: String) -> String {
    languages.map { message.text($0) }.joined(separator: separator)
  }
}
