import Diagnostics
import TestSupport

extension Operator {
  /// Names that refer to nothing.
  static let referenceOperators: [Operator] = [
    Operator(.unknownType, "unknown type") { site, definition, random in
      let word = ["txt", "string", "文本", "zq"].randomElement(using: &random)!
      if site.isField, site.isScalar { return site.value(.unknownType, word) }
      guard site.field != nil, site.path.count == 5, site.key == "type", site.kind == .keyword
      else { return nil }
      return site.poisoned(site.value(.unknownType, word), definition)
    },
    Operator(.unknownEntity, "reference to nothing") { site, definition, _ in
      guard site.kind == .keyword, ["to", "of"].contains(site.key), site.field != nil else {
        return nil
      }
      var result = site.value(.unknownEntity, "zqx")
      result.needs = [["=entities"]]
      return result
    },
    Operator(.unknownEntity, "view of nothing") { site, _, _ in
      guard site.kind == .name, site.table == "views" else { return nil }
      var result = site.insert(
        .unknownEntity, "zqx.all: { label: x, columns: [a] }", part: 0..<3)
      result.needs = [["=entities"]]
      return result
    },
    Operator(.unknownField, "title with an unknown field") { site, _, _ in
      guard site.kind == .keyword, site.key == "title", let entity = site.entity else { return nil }
      var result = site.value(.unknownField, "\"zq {zqx}\"", part: 5..<8)
      result.needs = [["entities", entity, "=fields"]]
      return result
    },
    Operator(.unknownField, "unique key with an unknown field") { site, _, _ in
      guard site.kind == .item, site.isScalar, let entity = site.entity, site.path.count > 3,
        site.path[2] == "unique"
      else { return nil }
      var result = site.value(.unknownField, "zqx")
      result.owns = [Array(site.path[..<3])]
      result.needs = [["entities", entity, "=fields"]]
      return result
    },
    Operator(.unknownColumn, "unknown column") { site, definition, _ in
      guard site.path.first == "views", site.path.count > 2,
        ["columns", "filter", "sort"].contains(site.path[2]), site.isScalar
      else { return nil }
      let isSort = site.path[2] == "sort"
      let entity = String(site.path[1].prefix { $0 != "." })
      var result = site.value(.unknownColumn, isSort ? "-zqx" : "zqx", part: isSort ? 1..<4 : nil)
      result.needs = [["entities", entity, "=fields"], ["=entities"]]
      return result
    },
    Operator(.unknownRole, "unknown role") { site, definition, _ in
      guard let entity = site.entity, site.path.count > 2, site.path[2] == "access", site.isScalar
      else { return nil }
      var result = site.value(.unknownRole, "zqx")
      result.owns = [site.path, ["entities", entity, "access", "=sound"]]
      result.needs = [["=roles"]]
      return result
    },
    Operator(.noTable, "table that is not there") { site, _, _ in
      guard site.path == ["calendar", "holidays"] else { return nil }
      var result = site.value(.noTable, "zqx.csv")
      result.needs = [["calendar"]]
      return result
    },
    setting(.unknownCurrency, "currency", "CNX"),
    setting(.unknownTimeZone, "time_zone", "Asia/Beijing"),
    Operator(.unknownLanguage, "unknown language") { site, definition, _ in
      guard site.path.first == "languages", site.isScalar else { return nil }
      var result = site.value(.unknownLanguage, "fr")
      result.owns = [["languages"], ["=languages"]]
      return result
    },
    Operator(.unknownOption, "unknown option") { site, definition, _ in
      guard site.key == "default", definition.type(of: site) == "choice", site.path.count == 5
      else {
        return nil
      }
      return site.value(.unknownOption, "zqx")
    },
  ]

  private static func setting(_ code: Code, _ key: String, _ value: String) -> Operator {
    Operator(code, "unknown \(key)") { site, definition, _ in
      guard site.path == [key] else { return nil }
      return site.poisoned(site.value(code, value), definition)
    }
  }
}
