import Diagnostics
import TestSupport

extension Operator {
  /// Values that do not fit their field's type.
  static let typeOperators: [Operator] = [
    Operator(.notOfType, "not of the type") { site, definition, random in
      let isBound = site.key == "min" || site.key == "max"
      guard site.isValueOfField, let type = definition.type(of: site), type != "rating",
        isBound || !["text", "long_text", "choice", "stage"].contains(type)
      else { return nil }
      let words = ["many", "1,5", "12元", "2026-02-30", "十二", "1e3"]
      var result = site.value(.notOfType, words.randomElement(using: &random)!)
      // In flow style a comma would end the value.
      if result.edits[0].text.contains(",") { result = site.value(.notOfType, "x") }
      return result.needing(["=currency"], when: type == "money")
    },
    Operator(.tooManyDecimals, "too many decimals") { site, definition, _ in
      guard site.isValueOfField, let type = definition.type(of: site),
        ["integer", "decimal", "money", "percent"].contains(type)
      else { return nil }
      return site.value(.tooManyDecimals, "0.1234567890123")
        .needing(["=currency"], when: type == "money")
    },
    Operator(.minimumAboveMaximum, "min above max") { site, definition, _ in
      guard site.isValueOfField, site.key == "min", site.parent.entry("max") != nil,
        let type = definition.type(of: site)
      else { return nil }
      return site.value(.minimumAboveMaximum, "99999")
        .needing(["=currency"], when: type == "money")
    },
    Operator(.defaultOutsideRange, "default outside the range") { site, definition, _ in
      guard site.isValueOfField, site.key == "default", let type = definition.type(of: site) else {
        return nil
      }
      switch type {
      case "integer", "decimal", "money", "percent":
        guard site.parent.entry("max") != nil else { return nil }
        return site.value(.defaultOutsideRange, "99999")
          .needing(["=currency"], when: type == "money")
      case "text": return site.value(.defaultOutsideRange, String(repeating: "长", count: 201))
      default: return nil
      }
    },
    Operator(.notOfType, "two lines in a text") { site, definition, _ in
      guard site.isValueOfField, site.key == "default", definition.type(of: site) == "text" else {
        return nil
      }
      return site.value(.notOfType, "\"a\\nb\"")
    },
    Operator(.defaultNotAllowed, "default for a type without") { site, definition, _ in
      guard site.kind == .keyword, site.key == "type", let type = definition.type(of: site),
        ["reference", "auto_number"].contains(type), site.path.count == 5
      else { return nil }
      var result = site.insertEntry(.defaultNotAllowed, "default", "x")
      result.owns = [Array(site.path[..<4])]
      return result
    },
    Operator(.requiredAutoNumber, "required auto number") { site, definition, _ in
      guard site.kind == .keyword, site.key == "required", site.path.count == 5,
        definition.type(of: site) == "auto_number"
      else { return nil }
      var result = site.valueAtKey(.requiredAutoNumber, "true")
      result.needs = [Array(site.path[..<4]) + ["=type"]]
      return result
    },
    Operator(.longTextNotAllowed, "long text in a title") { site, definition, _ in
      guard site.kind == .keyword, site.key == "title", let long = site.longText(definition) else {
        return nil
      }
      return site.value(.longTextNotAllowed, "\"{\(long)}\"", part: 2..<2 + long.utf8.count)
        .needing(field: long, site.entity)
    },
    Operator(.longTextNotAllowed, "long text in a list") { site, definition, _ in
      guard site.kind == .item, let list = site.list(definition), site.isScalar,
        ["filter", "sort", "unique"].contains(list.key),
        let long = site.longText(definition)
      else { return nil }
      var result = site.insert(.longTextNotAllowed, long, part: 0..<long.utf8.count)
      result.owns = [list.path]
      return result.needing(field: long, site.entity ?? site.viewedEntity)
    },
    Operator(.longTextNotAllowed, "unique long text") { site, definition, _ in
      guard site.kind == .keyword, site.key == "unique", let field = site.field,
        definition.type(of: site) == "long_text"
      else { return nil }
      var result = site.valueAtKey(.longTextNotAllowed, "true")
      result.owns = [site.path]
      result.needs = [field + ["=type"]]
      return result
    },
    Operator(.badPattern, "wrong pattern") { site, _, random in
      guard site.kind == .keyword, site.key == "pattern" else { return nil }
      let (text, part) = patterns.randomElement(using: &random)!
      return site.value(.badPattern, "\"\(text)\"", part: 1 + part.lowerBound..<1 + part.upperBound)
    },
    Operator(.badTitle, "wrong title") { site, _, random in
      guard site.kind == .keyword, site.key == "title" else { return nil }
      let (text, part) = titles.randomElement(using: &random)!
      return site.value(.badTitle, "\"\(text)\"", part: 1 + part.lowerBound..<1 + part.upperBound)
    },
  ]

  private static let patterns: [(String, Range<Int>)] = [
    ("KH", 0..<2), ("{0000}{00}", 6..<10), ("K{yyy}{00}", 1..<6), ("K{00", 1..<2),
    ("K}{00}", 1..<2),
    ("{mm}{00}", 0..<8), ("{yyyy}{dd}{0}", 0..<13), ("合{00}{x}", 7..<10),
  ]

  private static let titles: [(String, Range<Int>)] = [
    ("甲 {name", 4..<5), ("a } b", 2..<3), ("x {} y", 2..<4), ("{a{b}", 0..<1),
  ]
}

extension Site {
  /// A default or a bound of a field.
  fileprivate var isValueOfField: Bool {
    kind == .keyword && field != nil && path.count == 5 && ["min", "max", "default"].contains(key)
  }

  fileprivate var viewedEntity: String? {
    path.first == "views" ? String(path[1].prefix { $0 != "." }) : nil
  }

  /// A long text of the entity that it speaks of.
  fileprivate func longText(_ definition: Definition) -> String? {
    (entity ?? viewedEntity).flatMap { name in
      definition.fields[name]?.first { $0.type == "long_text" }?.name
    }
  }
}

extension Planting {
  fileprivate func needing(_ fact: [String], when isNeeded: Bool) -> Planting {
    var result = self
    if isNeeded { result.needs.append(fact) }
    return result
  }

  /// Needs the type of a field of an entity.
  fileprivate func needing(field: String, _ entity: String?) -> Planting {
    var result = self
    if let entity { result.needs.append(["entities", entity, "fields", field, "=type"]) }
    return result
  }
}
