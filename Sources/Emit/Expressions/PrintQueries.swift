import IR
import Query

extension Emitter {
  /// The expressions that run in the database, as SQL of both dialects: conditions of rights, of
  /// views and of references, values that are worked out on reading, and what kept values take from
  /// related records.
  public func queries() -> String {
    var out = ""
    func add(_ what: String, _ make: () throws(NotInSQL) -> CompiledSQL) {
      out += what + "\n"
      do {
        let sql = try make()
        out += "  sqlite \(sql.sqlite)\n"
        if sql.postgres != sql.sqlite { out += "  postgres \(sql.postgres)\n" }
      } catch {
        out += "  the server alone knows \(error.name)\n"
      }
    }
    for entity in application.entities {
      for field in entity.fields {
        let name = "\(entity.name).\(field.name)"
        if let choices = field.rules.choices {
          add("where \(name)") { () throws(NotInSQL) in try condition(choices) }
        }
        guard let value = field.rules.value else { continue }
        if field.rules.isLive {
          add("live \(name)") { () throws(NotInSQL) in try self.value(of: field, value) }
        } else {
          for part in value.rollUps {
            add("roll-up \(name)") { () throws(NotInSQL) in try rollUp(part) }
          }
        }
      }
    }
    for entity in application.entities {
      for may in entity.mays {
        let holder = application.holderName(may.holder)
        for condition in may.conditions {
          add("may \(holder) \(entity.name)") { () throws(NotInSQL) in
            try self.condition(condition)
          }
        }
      }
    }
    for view in application.views {
      guard let condition = view.condition else { continue }
      add("view \(application.entity(view.entity).name).\(view.name)") { () throws(NotInSQL) in
        try self.condition(condition)
      }
    }
    return out
  }
}

extension Expression {
  /// The functions of related records in it.
  var rollUps: [Expression] {
    if case .aggregate = kind { return [self] }
    return children.flatMap(\.rollUps)
  }
}
