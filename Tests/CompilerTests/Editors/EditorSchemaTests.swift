import EditorSchema
import Foundation
import Sema
import Testing

/// The schema for editors holds all that the tables hold. What it accepts and refuses is tested
/// with a real validator in Tests/System/test_schema.py.
@Suite struct EditorSchemaTests {
  private typealias Object = [String: Any]

  private static func schema() throws -> Object {
    let data = Data(EditorSchema().text().utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  @Test func everyKeywordStandsInItsPlace() throws {
    var count = 0
    try check(Keywords.file.keywords, in: Self.schema(), "", &count)
    #expect(count > 30)
  }

  /// Looks for keywords among the properties of an object, and into their forms.
  private func check(
    _ keywords: [Keyword], in object: Object, _ path: String, _ count: inout Int
  ) throws {
    let properties = try #require(object["properties"] as? Object, "\(path)")
    for keyword in keywords {
      count += 1
      let place = "\(path).\(keyword.name)"
      let property = try #require(properties[keyword.name] as? Object, "\(place)")
      for language in ["zh", "en"] {
        let words = language == "zh" ? keyword.meaning.zh : keyword.meaning.en
        let shown = property["markdownDescription"] as? String ?? ""
        #expect(shown.contains(words), "\(place) \(language)")
      }
      if keyword.isRequired {
        let required = object["required"] as? [String] ?? []
        #expect(required.contains(keyword.name), "\(place) is required")
      }
      try check(keyword.form, property, place, &count)
    }
  }

  private func check(
    _ form: ValueForm, _ property: Object, _ path: String, _ count: inout Int
  ) throws {
    switch form {
    case .named(let named):
      let inner = try #require(property["additionalProperties"] as? Object, "\(path)")
      try check(named.form, inner, path, &count)
    case .mapping(let kind), .shorthand(_, let kind), .access(let kind), .rights(let kind):
      try check(kind.keywords, in: property, path, &count)
    case .field:
      try check(Keywords.field.keywords, in: property, path, &count)
      let branches = try #require(property["allOf"] as? [Object], "\(path)")
      #expect(branches.count == FieldKinds.all.count)
      for (branch, kind) in zip(branches, FieldKinds.all) {
        let then = try #require(branch["then"] as? Object, "\(path) \(kind.keyword)")
        try check(kind.keywords, in: then, "\(path)<\(kind.keyword)>", &count)
        let keys = then["properties"] as? Object ?? [:]
        #expect((keys["default"] != nil) == kind.takesDefault, "\(kind.keyword)")
      }
    case .oneOf(let names):
      #expect(!names.isEmpty && property["enum"] as? [String] == names, "\(path)")
    default: break
    }
  }

  /// Hover texts are sentences, in both languages.
  @Test func meaningsAreSentences() {
    var seen: [Keyword] = []
    collect(Keywords.file.keywords, &seen)
    let kinds = FieldKinds.all.map { ($0.keyword, $0.meaning) }
    for (name, meaning) in seen.map({ ($0.name, $0.meaning) }) + kinds {
      #expect(meaning.zh.hasSuffix("。") && meaning.zh.contains(#/\p{Han}/#), "\(name)")
      #expect(meaning.en.hasSuffix(".") && !meaning.en.contains(#/\p{Han}/#), "\(name)")
    }
    #expect(seen.count > 30)
  }

  /// What a keyword is called elsewhere is not the name of another keyword of the same place.
  @Test func otherWordsAreNoKeywords() {
    let places: [[Keyword]] =
      [
        Keywords.file, Keywords.role, Keywords.may, Keywords.entity, Keywords.access, Keywords.view,
      ]
      .map(\.keywords) + FieldKinds.all.map { Keywords.field.keywords + $0.keywords }
    for keywords in places {
      let names = Set(keywords.map(\.name))
      for keyword in keywords {
        let others = Set(keyword.also + keyword.contrary).intersection(names)
        #expect(others.isEmpty, "\(keyword.name): \(others)")
      }
    }
  }

  private func collect(_ keywords: [Keyword], _ seen: inout [Keyword]) {
    for keyword in keywords {
      seen.append(keyword)
      switch keyword.form {
      case .named(let named):
        if case .mapping(let kind) = named.form { collect(kind.keywords, &seen) }
        if case .shorthand(_, let kind) = named.form { collect(kind.keywords, &seen) }
        if case .rights(let kind) = named.form { collect(kind.keywords, &seen) }
        if case .field = named.form {
          collect(Keywords.field.keywords + FieldKinds.all.flatMap(\.keywords), &seen)
        }
      case .mapping(let kind), .shorthand(_, let kind), .access(let kind):
        collect(kind.keywords, &seen)
      default: break
      }
    }
  }
}
