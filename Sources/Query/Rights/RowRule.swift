/// What a clause says of rows; generated code writes these. The words are about the owner and the
/// department that ``EntityRights`` names.
public indirect enum RowRule: Sendable {
  case all, none
  /// The record's owner is me.
  case own
  /// Its department is one of mine.
  case department
  /// Its department is one of mine or below one of mine.
  case below
  /// Its department is one that I head, or below one.
  case headed
  /// It was shared with me, and the share has not ended; for a change: shared for editing.
  case shared
  /// Nobody owns it.
  case pool
  /// I may do an action with the record behind the reference in this column.
  case reach(Int, any Governed.Type, Action = .read)
  /// A condition of the definition.
  case expression(CompiledExpression)
  /// A condition over columns.
  case condition(Predicate)
  case and([RowRule])
  case or([RowRule])
  case not(RowRule)
}

extension RowRule {
  /// The columns of references through which it reaches.
  func addPassages(to columns: inout ColumnSet) {
    switch self {
    case .reach(let column, _, _): columns.insert(column)
    case .and(let rules), .or(let rules): for rule in rules { rule.addPassages(to: &columns) }
    case .not(let rule): rule.addPassages(to: &columns)
    default: break
    }
  }

  /// Whether it holds for every row or for none, by its own words alone: nil for all else, whoever
  /// asks. What stands in a filter or an order depends on this, and so does not change with the
  /// departments that someone happens to have.
  public var constant: Bool? {
    switch self {
    case .all: return true
    case .none: return false
    case .not(let rule): return rule.constant.map { !$0 }
    case .and(let rules):
      if rules.contains(where: { $0.constant == false }) { return false }
      return rules.allSatisfy { $0.constant == true } ? true : nil
    case .or(let rules):
      if rules.contains(where: { $0.constant == true }) { return true }
      return rules.allSatisfy { $0.constant == false } ? false : nil
    case .own, .department, .below, .headed, .shared, .pool, .reach, .expression: return nil
    case .condition(let predicate): return predicate == .everything ? true : nil
    }
  }
}
