import Diagnostics
import TestSupport

@testable import Sema

extension Operator {
  /// What a role may do, with which records and fields.
  static let rightsOperators: [Operator] = [
    Operator(.misplacedRowWord, "a compared word for records") { site, _, random in
      guard site.kind == .keyword, site.table == Keywords.may.place.en, case .condition = site.form
      else { return nil }
      let word = ["own", "shared", "pool", "below", "headed"].randomElement(using: &random)!
      var result = site.value(
        .misplacedRowWord, "\(word) == true", part: 0..<word.utf8.count)
      result.needs = [["=entities"], ["entities", site.path[3], "=fields"]]
      return result
    },
    Operator(.unknownWord, "an unknown word for records") { site, _, _ in
      guard site.kind == .keyword, site.table == Keywords.may.place.en, case .condition = site.form
      else { return nil }
      var result = site.value(.unknownWord, "own or zqx", part: 7..<10)
      result.needs = [["=entities"], ["entities", site.path[3], "=fields"], ["=unread"]]
      return result
    },
    Operator(.maskNotText, "a masked date") { site, _, _ in
      guard site.isLimit, site.path[4] == "mask" else { return nil }
      var result = site.insertEntry(.maskNotText, "starts_on", "true")
      result.needs = [
        ["=entities"], ["entities", site.path[3], "fields", "starts_on", "=type"],
      ]
      return result
    },
    Operator(.badLimit, "a limit without when") { site, _, random in
      guard site.isLimit else { return nil }
      let word = ["own", "if own", "never", "false"].randomElement(using: &random)!
      var result = site.value(.badLimit, word)
      result.needs = [["=entities"]]
      return result
    },
    Operator(.idleLimit, "a limit that never holds") { site, _, _ in
      guard site.isLimit else { return nil }
      var result = site.valueAtKey(.idleLimit, "unless true")
      result.needs = [
        ["=entities"], ["=rights"], ["=roles"], ["entities", site.path[3], "fields"],
      ]
      return result
    },
    Operator(.builtInRights, "rights to people") { site, _, random in
      guard site.kind == .name, site.table == "may" else { return nil }
      let name = ["user", "department"].randomElement(using: &random)!
      return site.insertEntry(.builtInRights, name, "read")
    },
    Operator(.unknownEntity, "rights to nothing") { site, _, _ in
      guard site.kind == .name, site.table == "may" else { return nil }
      var result = site.insertEntry(.unknownEntity, "zqx", "read")
      result.needs = [["=entities"]]
      return result
    },
    Operator(.idleDeclassification, "a reason for what is filled in") { site, definition, _ in
      guard site.kind == .keyword, site.field != nil, site.path.count == 5, site.key == "label",
        definition.type(of: site) != "subform", site.parent.entry("value") == nil
      else { return nil }
      var result = site.insertEntry(.idleDeclassification, "declassify", "x")
      result.needs = [Array(site.path[..<4]) + ["=type"]]
      return result
    },
  ]
}

extension Site {
  /// Whether it says when a field is limited.
  fileprivate var isLimit: Bool {
    kind == .name && path.count == 6 && path[0] == "roles" && path[2] == "may"
  }
}

extension Definition {
  /// Whether records of an entity are rows of another.
  func isRows(_ entity: String) -> Bool {
    sites.contains { site in
      site.kind == .keyword && site.key == "of" && site.node.scalar == entity
        && type(of: site) == "subform"
    }
  }
}
