import Diagnostics

/// Which records of an entity are meant.
public indirect enum RowRule: Sendable {
  case all
  case nothing
  case word(RowWord)
  /// Records behind whose reference, a field by its index, stands a record with which the person
  /// may do this: `read`, `update` or `export`.
  case reach(field: Int, AccessAction)
  /// A condition without words and reaches in it.
  case condition(Expression)
  case not(RowRule)
  case and([RowRule])
  case or([RowRule])

  /// Records for which both, or all, hold.
  public static func every(_ rules: [RowRule]) -> RowRule {
    var rest: [RowRule] = []
    for rule in rules {
      switch rule {
      case .all: continue
      case .nothing: return .nothing
      default: rest.append(rule)
      }
    }
    return rest.count > 1 ? .and(rest) : rest.first ?? .all
  }

  /// Records for which one of them holds.
  public static func some(_ rules: [RowRule]) -> RowRule {
    var rest: [RowRule] = []
    for rule in rules {
      switch rule {
      case .all: return .all
      case .nothing: continue
      default: rest.append(rule)
      }
    }
    return rest.count > 1 ? .or(rest) : rest.first ?? .nothing
  }

  /// The records that are not meant.
  public var negated: RowRule {
    switch self {
    case .all: return .nothing
    case .nothing: return .all
    case .not(let rule): return rule
    default: return .not(self)
    }
  }

  public var isAll: Bool {
    if case .all = self { return true }
    return false
  }

  public var isNothing: Bool {
    if case .nothing = self { return true }
    return false
  }

  /// The rules directly inside.
  public var children: [RowRule] {
    switch self {
    case .all, .nothing, .word, .reach, .condition: return []
    case .not(let rule): return [rule]
    case .and(let rules), .or(let rules): return rules
    }
  }

  /// The conditions in it, in the order in which they stand.
  public var conditions: [Expression] {
    if case .condition(let expression) = self { return [expression] }
    return children.flatMap(\.conditions)
  }

  /// The words in it, in the order in which they stand.
  public var words: [RowWord] {
    if case .word(let word) = self { return [word] }
    return children.flatMap(\.words)
  }

  /// The fields whose references it follows.
  public var reached: [Int] {
    if case .reach(let field, _) = self { return [field] }
    return children.flatMap(\.reached)
  }
}

/// A word that says which records are meant by whom they belong to; the raw value is the keyword.
public enum RowWord: String, Sendable, CaseIterable {
  /// Whose owner is the person.
  case own
  /// Whose department is one of the person's.
  case department
  /// Whose department is one of the person's or stands below one.
  case below
  /// Whose department is one that the person heads, or stands below one.
  case headed
  /// That were shared with the person.
  case shared
  /// That nobody owns.
  case pool
}
