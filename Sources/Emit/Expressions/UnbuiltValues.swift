import IR

extension Emitter {
  /// What stands in computed values that cannot be built: the word, and where.
  public var unbuiltValues: [(word: String, at: Expression)] {
    var result: [(word: String, at: Expression)] = []
    for entity in application.entities {
      for field in entity.fields where field.rules.isLive {
        guard let value = field.rules.value else { continue }
        let whole = inlined(value)
        add(whole, to: &result)
        do throws(NotInSQL) { _ = try self.value(of: field, whole) } catch {
          result.append((error.name, value))
        }
      }
    }
    for item in kept.items {
      switch item {
      case .value(let value): add(inlined(value.expression), to: &result)
      case .rollUp(let rollUp):
        add(inlined(rollUp.whole), to: &result)
        for part in rollUp.parts {
          if case .period = part.type { result.append(("period", part)) }
          do throws(NotInSQL) { _ = try self.rollUp(inlined(part)) } catch {
            result.append((error.name, part))
          }
        }
      }
    }
    return result
  }

  /// A parameter that is a moment has no literal.
  private func add(_ expression: Expression, to result: inout [(word: String, at: Expression)]) {
    if case .parameter(let name) = expression.kind { result.append((name, expression)) }
    for child in expression.children { add(child, to: &result) }
  }
}
