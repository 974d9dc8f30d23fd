import Diagnostics
import TestSupport

@testable import Sema

extension Operator {
  /// Views, words, fields and rows that a layout names.
  static let layoutOperators: [Operator] = [
    Operator(.unknownView, "workbench with an unknown view") { site, _, _ in
      guard site.kind == .item, site.path.count == 4, site.path[2] == "workbench" else {
        return nil
      }
      var result = site.value(.unknownView, "zqw.v" + site.path[3].filter(\.isNumber))
      result.needs = [["=views"], ["=unread"]]
      return result
    },
    Operator(.unknownWord, "unknown word") { site, _, _ in
      guard site.kind == .keyword, ["icon", "kind", "outcome"].contains(site.key) else {
        return nil
      }
      return site.value(.unknownWord, "zqx")
    },
    Operator(.fieldDoesNotFit, "a text for a layout") { site, _, _ in
      guard site.kind == .keyword, site.path.first == "views", site.path.count == 3,
        ["by", "from", "to", "image", "group"].contains(site.key)
      else { return nil }
      let entity = String(site.path[1].prefix { $0 != "." })
      var result = site.value(.fieldDoesNotFit, "text_1")
      result.needs = [
        ["=entities"], ["entities", entity, "=fields"],
        ["entities", entity, "fields", "text_1", "=type"], Array(site.path[..<2]) + ["kind"],
      ]
      return result
    },
    Operator(.fieldDoesNotFit, "a date for the way back") { site, definition, _ in
      guard site.kind == .keyword, site.key == "by", definition.type(of: site) == "subform",
        let rows = site.parent.entry("of")?.value.scalar
      else { return nil }
      var result = site.value(.fieldDoesNotFit, "starts_on")
      result.needs = [
        ["=entities"], ["entities", rows, "fields", "starts_on", "=type"],
        Array(site.path[..<4]) + ["of"],
      ]
      return result
    },
    Operator(.noWayBack, "rows of nobody") { site, definition, random in
      guard site.isField, let entity = site.entity else { return nil }
      let referring = definition.dependents(of: entity).filter { $0[0] == "entities" }.map { $0[1] }
      guard
        let rows = definition.entityNames.filter({ $0 != entity && !referring.contains($0) })
          .randomElement(using: &random)
      else { return nil }
      let head = "zq_\(random.next() % 1000): { type: subform, of: "
      var result = site.insert(
        .noWayBack, head + rows + " }", part: head.utf8.count..<(head + rows).utf8.count)
      // While a field of the rows is broken, it may be the one.
      result.needs = [["=entities"], ["entities", rows, "fields"]]
      result.owns.append(["entities", rows, "=rows"])
      return result
    },
    Operator(.badExpression, "bad condition") { site, _, random in
      guard site.kind == .keyword, site.key == "where" || site.key == "must" else { return nil }
      // What cannot be read hangs on no field.
      let wrong: [(String, Range<Int>)] = [
        ("1 < 2 < 3", 6..<7), ("(1 < 2", 0..<1), ("id like 3", 3..<7), ("1 < ~ 2", 4..<5),
      ]
      let (text, part) = wrong.randomElement(using: &random)!
      return site.value(
        .badExpression, "\"\(text)\"", part: 1 + part.lowerBound..<1 + part.upperBound)
    },
  ]
}
