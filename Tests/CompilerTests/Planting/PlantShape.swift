import Diagnostics
import TestSupport

@testable import Sema

extension Operator {
  /// Keywords that are wrong, missing or too many.
  static let shapeOperators: [Operator] = [
    Operator(.unknownKey, "misspelt keyword") { site, definition, random in
      guard site.kind == .keyword, let word = misspell(site.key, &random) else { return nil }
      return site.poisoned(site.key(.unknownKey, word), definition)
    },
    Operator(.unknownKey, "keyword from elsewhere") { site, definition, random in
      guard site.kind == .keyword, site.table != "access" || site.path.count == 4 else {
        return nil
      }
      var result = site.insertEntry(.unknownKey, "zq\(random.next() % 100)", "x")
      if site.table == "access" { result.owns.append(Array(site.path.dropLast())) }
      return result
    },
    Operator(.missingKey, "missing keyword") { site, definition, _ in
      guard site.kind == .keyword, site.isRequired, site.parent.count > 1, site.path.count > 1,
        let owner = definition.site(Array(site.path.dropLast()))
      else { return nil }
      var result = Planting(
        code: .missingKey, edits: [site.edit(site.removal(), "")],
        mark: .clean(file: site.file, owner.keyRange),
        reach: owner.keyRange.lowerBound..<owner.value.upperBound)
      result = site.poisoned(result, definition) ?? result
      result.owns += [owner.path + ["=removal"]]
      return result
    },
    Operator(.missingKey, "short field that needs a key") { site, definition, random in
      guard site.isField else { return nil }
      let kind = ["choice", "reference", "auto_number"].randomElement(using: &random)!
      return site.insertEntry(.missingKey, "zq_\(random.next() % 1000)", kind)
    },
    Operator(.missingApp, "no name of the application") { site, _, _ in
      guard site.path == ["app"] else { return nil }
      var result = Planting(
        code: .missingApp, edits: [site.edit(site.removal(), "")], mark: .clean(file: 0, 0..<0),
        owns: [["app"], ["=unread"]], reach: site.value)
      result.needs = [["=files"]]
      return result
    },
    Operator(.keyOfOtherType, "key of another type") { site, definition, _ in
      guard site.kind == .keyword, site.field != nil, site.path.count == 5,
        let type = definition.type(of: site), let kind = FieldKinds.byKeyword[type],
        let foreign = FieldKinds.all.flatMap(\.keywords)
          .first(where: { key in !kind.keywords.contains { $0.name == key.name } })
      else { return nil }
      var result = site.insertEntry(.keyOfOtherType, foreign.name, "1")
      result.needs = [Array(site.path[..<4]) + ["=type"]]
      return result
    },
    Operator(.missingLanguage, "a language less") { site, definition, _ in
      guard site.kind == .language, site.parent.count > 1,
        let owner = definition.site(Array(site.path.dropLast()))
      else { return nil }
      return Planting(
        code: .missingLanguage, edits: [site.edit(site.removal(), "")],
        mark: .clean(file: site.file, owner.keyRange), owns: [owner.path],
        needs: [["=languages"]], reach: owner.keyRange.lowerBound..<owner.value.upperBound)
    },
    Operator(.undeclaredLanguage, "a language more") { site, _, _ in
      guard site.kind == .language else { return nil }
      var result = site.insertEntry(.undeclaredLanguage, "fr", "x")
      result.needs = [["=languages"]]
      return result
    },
    Operator(.emptyCollection, "nothing in a list") { site, definition, _ in
      guard site.kind == .keyword else { return nil }
      switch site.form {
      case .list, .oneOrMany, .access, .limits:
        guard site.isOneLine else { return nil }
        return site.poisoned(site.valueAtKey(.emptyCollection, "[]"), definition)
      case .named(let named) where named.minimum > 0:
        guard site.isFlow else { return nil }
        return site.poisoned(site.valueAtKey(.emptyCollection, "{}"), definition)
      default: return nil
      }
    },
    Operator(.tooMany, "501 fields") { site, definition, _ in
      guard site.isField, let entity = site.entity, let fields = definition.fields[entity],
        fields.last?.name == site.key
      else { return nil }
      let before = site.isInFlow ? ", " : site.lineBreak
      let names = (fields.count...500).map { "zq\($0): text" }
      let text = names.joined(separator: before)
      let last = "zq500".utf8.count
      let start = text.utf8.count - "zq500: text".utf8.count
      var result = site.insert(.tooMany, text, part: start..<start + last)
      result.owns = [["entities", entity, "fields"]]
      return result
    },
  ]

  /// A word with one letter doubled, left out or swapped with the next.
  static func misspell(_ word: String, _ random: inout SeededRandom) -> String? {
    let known = Set(Keywords.tables.flatMap(\.keywords).map(\.name))
    for _ in 0..<20 {
      var letters = Array(word)
      let place = Int.random(in: 0..<letters.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: letters.insert(letters[place], at: place)
      case 1 where letters.count > 2: letters.remove(at: place)
      default: letters.swapAt(place, min(place + 1, letters.count - 1))
      }
      if String(letters) != word, !known.contains(String(letters)) { return String(letters) }
    }
    return nil
  }
}

extension Keywords {
  /// Every table of keywords that can be reached from a file, and those of the field kinds.
  static let tables: [(table: String, keywords: [Keyword])] = {
    var found: [(table: String, keywords: [Keyword])] = []
    func visit(_ kind: MappingKind) {
      guard !found.contains(where: { $0.table == kind.place.en }) else { return }
      found.append((kind.place.en, kind.keywords))
      for keyword in kind.keywords { visit(keyword.form) }
    }
    func visit(_ form: ValueForm) {
      switch form {
      case .mapping(let kind), .shorthand(_, let kind), .access(let kind), .rights(let kind):
        visit(kind)
      case .list(let item), .oneOrMany(let item): visit(item)
      case .named(let named): visit(named.form)
      case .field: visit(Keywords.field)
      case .name, .order, .oneOf, .text, .words, .boolean, .wholeNumber, .number, .value,
        .expression, .condition, .limits:
        break
      }
    }
    visit(Keywords.file)
    for keyword in FieldKinds.all.flatMap(\.keywords) { visit(keyword.form) }
    return found + FieldKinds.all.map { ($0.keyword, $0.keywords) }
  }()
}

extension Site {
  /// Whether its keyword must be there.
  var isRequired: Bool {
    Keywords.tables.first { $0.table == table }?.keywords.first { $0.name == key }?.isRequired
      ?? false
  }
}
