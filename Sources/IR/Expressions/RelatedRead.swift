import Diagnostics

/// Something that expressions read of other records and that is fetched before they are worked
/// out, by one statement for all records concerned.
public enum RelatedRead: Hashable, Sendable {
  /// The value at the end of a chain of references that begins at records of an entity: the steps
  /// are the fields that are followed and then the one that is read. Asked by the record's id.
  case chain(from: StableID, steps: [Expression.Step])
  /// The records of an entity that refer to the one at hand by a field of theirs. When they are a
  /// subform's, they are those of the form.
  case rows(StableID, by: StableID, isSubform: Bool)
}

extension Check {
  /// What decides: `must`, or that something which it names is blank.
  public var condition: Expression {
    var fields: [Expression] = []
    var seen: Set<Expression.Path> = []
    func collect(_ expression: Expression) {
      if case .field(let path) = expression.kind, subjects.contains(path),
        seen.insert(path).inserted
      {
        fields.append(expression)
      }
      expression.children.forEach(collect)
    }
    collect(must)
    if fields.isEmpty { return must }
    let blanks = fields.map {
      Expression(.isBlank($0), .boolean, mayBeBlank: false, $0.origin)
    }
    return Expression(.or(blanks + [must]), .boolean, mayBeBlank: false, must.origin)
  }
}

extension Template {
  /// The text: what stands in the braces as `text_of` writes it, a blank as nothing.
  public func expression(at origin: Span) -> Expression {
    let items = parts.map { part -> Expression in
      switch part {
      case .literal(let text):
        return Expression(.literal(.text(text)), .text, mayBeBlank: false, origin)
      case .value(let value):
        if value.type == .text { return value }
        return Expression(
          .call(.textOf, [value]), .text, mayBeBlank: value.mayBeBlank, value.origin)
      }
    }
    return Expression(
      .concatenate(items), .text, mayBeBlank: items.allSatisfy(\.mayBeBlank), origin)
  }
}
