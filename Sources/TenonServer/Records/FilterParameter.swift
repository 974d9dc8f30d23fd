import TenonPages

/// The filters of a URL. Of a field `x`, with its values as the field reads them:
///
/// | parameter | rows with |
/// |---|---|
/// | `filter.x=a` | this value; a text contains it; a list has all items. Repeated: any of them |
/// | `filter.x.not=a` | none of them |
/// | `filter.x.from=1`, `filter.x.to=9` | a value in the range, both ends included |
/// | `filter.x.contains=a` | a text that contains this |
/// | `filter.x.has=a` | a list with this item; repeated: with all |
/// | `filter.x.blank=true`, `=false` | nothing there, or something |
///
/// `me` is the person in a reference to people.
struct FilterParameter {
  /// What a filter asks of a field.
  enum Sort: String { case none = "", not, from, to, contains, has, blank }

  let name: String
  let column: Int
  let shape: FieldShape
  let sort: Sort

  /// Reads `filter.x` or `filter.x.from`. Throws for a field that has no such filter.
  init(
    _ name: String, _ entity: EntityModel, _ proof: Authorization
  ) throws(Refusal) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0] == "filter",
      let sort = Sort(rawValue: parts.count == 3 ? String(parts[2]) : ""),
      parts.count == 2 || sort != .none,
      let column = entity.meta.column(named: String(parts[1])),
      entity.filterColumns.contains(column), proof.mayRead(column),
      let shape = entity.meta.filterShape(column),
      FilterParameter.sorts(shape).contains(sort)
    else { throw .parameter(name) }
    self.name = name
    self.column = column
    self.shape = shape
    self.sort = sort
  }

  /// What may be asked of a field.
  static func sorts(_ shape: FieldShape) -> [Sort] {
    switch shape.storage {
    case .list: return [.none, .not, .has, .blank]
    case .text where shape.options.isEmpty: return [.none, .not, .contains, .blank]
    case .text, .boolean, .reference: return [.none, .not, .blank]
    case .integer, .scaled, .date, .dateTime: return [.none, .not, .from, .to, .blank]
    }
  }

  /// The condition for one value; nil for a blank one. Throws for what is none of the field's.
  private func condition(
    _ text: String, _ person: Principal, _ read: ListRequest.FilterReader
  ) throws(Refusal) -> Predicate? {
    if text.isEmpty { return nil }
    if sort == .blank {
      guard text == "true" || text == "false" else { throw .parameter(name) }
      return text == "true" ? .isBlank(column) : .not(.isBlank(column))
    }
    if text == "me", shape.target == "user" {
      return .compare(column, .equal, .integer(person.user))
    }
    let bound: ListRequest.Bound = sort == .from ? .from : sort == .to ? .to : .none
    guard let value = read(shape, column, text, bound) else { throw .parameter(name) }
    if value.isBlank { return nil }
    switch sort {
    case .from: return .compare(column, .greaterOrEqual, value)
    case .to: return .compare(column, .lessOrEqual, value)
    case .none, .not, .contains, .has, .blank: return isValue(value)
    }
  }

  private func isValue(_ value: Value) -> Predicate {
    if shape.storage == .list {
      let marks = ItemList.items(value).map { Predicate.contains(column, ItemList.mark($0)) }
      return marks.count == 1 ? marks[0] : .and(marks)
    }
    if shape.options.isEmpty, let text = value.text { return .contains(column, text) }
    return .compare(column, .equal, value)
  }

  /// The condition for all values that came under the name.
  func predicate(
    _ values: [String], _ person: Principal, _ read: ListRequest.FilterReader
  ) throws(Refusal) -> Predicate? {
    var parts: [Predicate] = []
    for value in values {
      if let part = try condition(value, person, read) { parts.append(part) }
    }
    if parts.isEmpty { return nil }
    switch sort {
    case .none: return any(parts)
    case .not: return .not(any(parts))
    case .from, .to, .contains, .has, .blank: return parts.count == 1 ? parts[0] : .and(parts)
    }
  }

  /// Any of these; plain values as one list, which an index serves.
  private func any(_ parts: [Predicate]) -> Predicate {
    if parts.count == 1 { return parts[0] }
    var values: [Value] = []
    for part in parts {
      guard case .compare(_, .equal, let value) = part else { return .or(parts) }
      values.append(value)
    }
    return .among(column, values)
  }
}
