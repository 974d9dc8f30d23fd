import Diagnostics

extension Application {
  /// Each expression with its place and all that it reads, then the computed values in an order in
  /// which each follows those that it reads.
  public func dumpExpressions(_ sources: SourceMap) -> String {
    let names = self.names
    var out = ""
    func add(_ path: String, _ expression: Expression) {
      out += "\(path) @\(sources.place(expression.origin))\n"
      out += "  \(expression.dump(names))\n"
      for read in expression.reads { out += "  reads \(read.dump(names))\n" }
    }
    for entity in entities {
      for field in entity.fields {
        for (key, rule) in field.rules.all { add("\(entity.name).\(field.name).\(key)", rule) }
      }
      for check in entity.checks {
        add("\(entity.name).checks.\(check.name)", check.must)
        let subjects = check.subjects.map { $0.dump(names) }
        out += "  when filled \(subjects.joined(separator: " "))\n"
        for say in check.say {
          for value in say.text.expressions {
            add("\(entity.name).checks.\(check.name).say.\(say.language)", value)
          }
        }
      }
    }
    for view in views {
      if let condition = view.condition {
        add("\(entity(view.entity).name).\(view.name).where", condition)
      }
    }
    for node in ValueGraph(entities).order {
      out += "order \(names(Expression.Step(entity: node.entity, member: .field(node.field))))\n"
    }
    return out
  }

  /// Gives the name of a member: `customer.name`.
  var names: (Expression.Step) -> String {
    { step in
      let entity = self.entity(step.entity)
      let member = step.member.name { id in
        entity.fields.first { $0.id == id }?.name ?? id.text
      }
      return "\(entity.name).\(member)"
    }
  }
}

extension Expression.Read {
  /// `contract_line.amount through contract_line.contract`.
  fileprivate func dump(_ names: (Expression.Step) -> String) -> String {
    let path = Expression.Path(
      root: root, steps: through + [Expression.Step(entity: entity, member: member)])
    guard let rows else { return path.dump(names) }
    let by = Expression.Step(entity: rows.entity, member: .field(rows.by))
    return "\(path.dump(names)) of rows by \(names(by))"
  }
}

extension WorkSchedule {
  /// The calendar as `WorkCalendar` of the runtime reads it: `mon 09:00-12:00 13:00-18:00`,
  /// `2026-10-01 holiday`, `2026-10-10 work`.
  public var lines: [String] {
    func text(_ spans: [Span]) -> String {
      spans.map { " \(clock($0.from))-\(clock($0.to))" }.joined()
    }
    func clock(_ minutes: Int) -> String {
      func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
      return two(minutes / 60) + ":" + two(minutes % 60)
    }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let week = zip(names, hours).filter { !$0.1.isEmpty }.map { $0 + text($1) }
    return week
      + special.map { day in
        guard let hours = day.hours, hours.isEmpty else {
          return "\(day.date) work" + text(day.hours ?? [])
        }
        return "\(day.date) holiday"
      }
  }
}
