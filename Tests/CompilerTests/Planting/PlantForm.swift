import Diagnostics
import TestSupport

@testable import Sema

extension Operator {
  /// Values of a form that their key does not take.
  static let formOperators: [Operator] = [
    Operator(.expectedMapping, "a list for a mapping") { site, definition, _ in
      switch site.form {
      case .named where site.kind == .keyword, .mapping,
        .field where site.kind == .name:
        return site.poisoned(site.value(.expectedMapping, "[zq]"), definition)
      default: return nil
      }
    },
    Operator(.expectedMapping, "a word for a mapping") { site, definition, _ in
      switch site.form {
      case .named where site.kind == .keyword, .mapping:
        return site.poisoned(site.value(.expectedMapping, "zq"), definition)
      default: return nil
      }
    },
    Operator(.expectedList, "a word for a list") { site, definition, _ in
      guard case .list = site.form, site.kind == .keyword, site.isOneLine else { return nil }
      return site.poisoned(site.value(.expectedList, "zq"), definition)
    },
    Operator(.expectedText, "a list for a value") { site, definition, _ in
      guard site.kind == .keyword || site.kind == .language, site.isScalar else { return nil }
      switch site.form {
      case nil, .name, .order, .oneOf, .text, .words, .boolean, .wholeNumber, .number, .value,
        .expression, .condition:
        return site.poisoned(site.value(.expectedText, "[zq]"), definition)
      default: return nil
      }
    },
    Operator(.expectedText, "a mapping for a name") { site, definition, _ in
      guard site.kind == .keyword, site.isOneLine, case .oneOrMany = site.form else { return nil }
      return site.poisoned(site.value(.expectedText, "{zq: zq}"), definition)
    },
    Operator(.expectedText, "a mapping among names") { site, definition, _ in
      guard site.kind == .item, let list = site.list(definition) else { return nil }
      switch site.form {
      case .name, .order, .oneOf: break
      default: return nil
      }
      var result = site.value(.expectedText, "{zq: zq}")
      result.owns = [list.path] + (list.poisoned(result, definition)?.owns ?? [])
      return result
    },
    Operator(.expectedBoolean, "a word for true") { site, definition, random in
      guard site.kind == .keyword else { return nil }
      var words = ["yes", "no", "on", "是", "1", "True"]
      switch site.form {
      case .condition: break
      // What is no such word could be the name of a field in a condition.
      case .boolean: words.append("maybe")
      default: return nil
      }
      let word = words.randomElement(using: &random)!
      return site.poisoned(site.value(.expectedBoolean, word), definition)
    },
    Operator(.expectedWholeNumber, "a word for a number") { site, definition, random in
      guard site.kind == .keyword, case .wholeNumber = site.form else { return nil }
      let word = ["many", "1.5", "1_000", "十", "0x10"].randomElement(using: &random)!
      return site.poisoned(site.value(.expectedWholeNumber, word), definition)
    },
    Operator(.outsideLimits, "a number outside its limits") { site, definition, random in
      guard site.kind == .keyword, case .wholeNumber(let limits) = site.form else { return nil }
      let number = random.chance(50) ? limits.lowerBound - 1 : limits.upperBound + 1
      return site.poisoned(site.value(.outsideLimits, "\(number)"), definition)
    },
    Operator(.emptyValue, "no value") { site, definition, _ in
      guard site.kind == .keyword || site.kind == .language || site.kind == .name,
        site.isOneLine, site.isScalar || site.isFlow
      else { return nil }
      return site.poisoned(site.valueAtKey(.emptyValue, ""), definition)
    },
    Operator(.emptyValue, "blank text") { site, definition, _ in
      guard site.isScalar, site.isOneLine, site.isWording else { return nil }
      return site.poisoned(site.valueAtKey(.emptyValue, "\"  \""), definition)
    },
    Operator(.tooLong, "a long text") { site, definition, _ in
      guard site.isScalar, site.isOneLine, site.isWording else { return nil }
      let count = site.path.contains { ["help", "say", "declassify"].contains($0) } ? 1001 : 201
      let text = String(repeating: "长", count: count)
      return site.poisoned(site.value(.tooLong, text), definition)
    },
  ]
}

extension Site {
  /// Whether it is a text for people.
  fileprivate var isWording: Bool {
    switch form {
    case .words: return kind == .keyword || kind == .name
    case .shorthand: return kind == .name && isScalar
    default: return kind == .language
    }
  }

  /// The key whose list holds this item, through a list in a list.
  func list(_ definition: Definition) -> Site? {
    guard kind == .item else { return nil }
    var own = path
    while own.last?.hasPrefix("[") == true { own.removeLast() }
    return definition.site(own)
  }
}
