import Values

extension Expression {
  /// The tree as one line: `(< contract.amount:money(2) 100:integer):boolean`. A type ends with `?`
  /// where the value may be blank. `name` gives the name of a member of an entity.
  public func dump(_ name: (Step) -> String) -> String {
    "\(head(name)):\(type.dump)\(mayBeBlank ? "?" : "")"
  }

  private func head(_ name: (Step) -> String) -> String {
    func all(_ word: String, _ items: [Expression]) -> String {
      "(" + ([word] + items.map { $0.dump(name) }).joined(separator: " ") + ")"
    }
    switch kind {
    case .literal(let literal): return literal.dump(type)
    case .parameter(let name): return "param.\(name)"
    case .me: return "me"
    case .field(let path): return path.dump(name)
    case .not(let item): return all("not", [item])
    case .and(let items): return all("and", items)
    case .or(let items): return all("or", items)
    case .compare(let comparison, let left, let right):
      return all(comparison.rawValue, [left, right])
    case .isBlank(let item): return all("blank?", [item])
    case .isIn(let item, let items): return all("in", [item] + items)
    case .isMember(let item, let list): return all("member", [item, list])
    case .conditional(let condition, let then, let otherwise):
      return all("if", [condition, then, otherwise])
    case .coalesce(let items): return all("??", items)
    case .negate(let item): return all("negate", [item])
    case .arithmetic(let sign, let left, let right): return all(sign.rawValue, [left, right])
    case .temporal(let sign, let left, let right): return all(sign.rawValue, [left, right])
    case .concatenate(let items): return all("text", items)
    case .rounded(let item): return all("rounded", [item])
    case .call(let function, let items): return all(function.rawValue, items)
    case .list(let items): return all("list", items)
    case .aggregate(let aggregate): return aggregate.dump(name)
    case .fold(let function, let list, let separator):
      return all("fold-\(function.rawValue)", [list] + (separator.map { [$0] } ?? []))
    }
  }
}

extension Aggregate {
  fileprivate func dump(_ name: (Expression.Step) -> String) -> String {
    let by = Expression.Step(entity: rows, member: .field(by))
    var text = "(rows-\(function.rawValue) \(isSubform ? "subform" : "of") \(name(by))"
    if let value { text += " " + value.dump(name) }
    if let condition { text += " where " + condition.dump(name) }
    if let order { text += " by \(order.isDescending ? "-" : "")" + order.key.dump(name) }
    if let separator { text += " with " + separator.dump(name) }
    return text + ")"
  }
}

extension Expression.Path {
  /// `customer.owner/user.department`, with the root before it when it is not the record.
  func dump(_ name: (Expression.Step) -> String) -> String {
    let start = root == .record ? "" : root.rawValue + "/"
    return start + steps.map(name).joined(separator: "/")
  }
}

extension Expression.Literal {
  fileprivate func dump(_ type: ValueType) -> String {
    switch self {
    case .blank: return "blank"
    case .boolean(let value): return "\(value)"
    case .number(let mantissa):
      return Decimal.print(Int64(clamping: mantissa), scale: UInt8(type.scale ?? 0))
    case .text(let text): return text.debugDescription
    case .date(let day): return CivilDate(days: Int64(day)).description
    case .dateTime(let day, let milliseconds):
      return "\(CivilDate(days: Int64(day)))+\(milliseconds)ms"
    case .duration(let milliseconds): return "\(milliseconds)ms"
    case .period(let months, let days): return "\(months)mo\(days)d"
    case .workingTime(let days, let milliseconds): return "work\(days)d\(milliseconds)ms"
    case .option(_, let physicalName): return "'\(physicalName)'"
    case .word(let word): return word
    }
  }
}

extension ValueType {
  /// One word, with digits and parts in brackets.
  public var dump: String {
    switch self {
    case .boolean: return "boolean"
    case .text: return "text"
    case .integer: return "integer"
    case .decimal(let scale): return "decimal(\(scale))"
    case .money(let scale): return "money(\(scale))"
    case .date: return "date"
    case .time: return "time"
    case .dateTime: return "date_time"
    case .duration: return "duration"
    case .period(let parts):
      let words = [(PeriodParts.months, "months"), (.days, "days")]
      return "period(" + words.filter { parts.contains($0.0) }.map(\.1).joined(separator: ",") + ")"
    case .workingTime: return "working_time"
    case .option(let field): return "option(\(field))"
    case .reference(let entity): return "reference(\(entity))"
    case .file: return "file"
    case .list(let item): return "list(\(item.dump))"
    }
  }
}

extension Expression.Member {
  /// The member's name, by the names of fields.
  public func name(_ field: (StableID) -> String) -> String {
    switch self {
    case .field(let id): return field(id)
    case .id: return "id"
    case .createdAt: return "created_at"
    case .createdBy: return "created_by"
    case .updatedAt: return "updated_at"
    case .updatedBy: return "updated_by"
    }
  }
}
