import Diagnostics
import IR

/// A place from which people learn something of the fields that it reads.
public struct Sink: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A value that is computed, kept or not.
    case value
    /// What a new record starts with.
    case initial = "default"
    /// When a field of a form is required, hidden or locked.
    case form
    /// Which records a reference offers.
    case choices = "where"
    /// What must hold for a record to be saved, and what is said when it does not.
    case check, message
    /// That a value is there already, or a time.
    case unique
    case notOverlapping = "not_overlapping"
    case title
    /// Which records a view shows, and where.
    case view
    /// What a view shows, and by what it can be filtered and sorted.
    case column, filter, sort
  }

  public let kind: Kind
  /// The entity whose records are concerned.
  public let entity: StableID
  /// As `customer.margin`, `customer.checks.order`, `customer.mine`.
  public let name: String
  public let reads: [Expression.Read]
  public let origin: Span
}

extension Application {
  /// Every place from which people learn something of fields, entity by entity.
  public var sinks: [Sink] {
    var sinks: [Sink] = []
    for entity in entities where !entity.isBuiltIn {
      sinks += values(of: entity) + constraints(of: entity)
    }
    for view in views where !entity(view.entity).isBuiltIn { sinks += self.sinks(of: view) }
    return sinks
  }

  private func values(of entity: Entity) -> [Sink] {
    entity.fields.flatMap { field in
      field.rules.all.map { key, rule in
        let kind: Sink.Kind =
          switch key {
          case "value": .value
          case "default": .initial
          case "where": .choices
          default: .form
          }
        // What a reference offers is said over the records that it leads to.
        let over = kind == .choices ? field.type.target ?? entity.id : entity.id
        return Sink(
          kind: kind, entity: over, name: "\(entity.name).\(field.name)", reads: rule.reads,
          origin: rule.origin)
      }
    }
  }

  private func constraints(of entity: Entity) -> [Sink] {
    func sink(_ kind: Sink.Kind, _ name: String, _ reads: [Expression.Read], _ span: Span) -> Sink {
      Sink(
        kind: kind, entity: entity.id, name: "\(entity.name).\(name)", reads: reads, origin: span)
    }
    var sinks: [Sink] = []
    for check in entity.checks {
      sinks.append(sink(.check, "checks.\(check.name)", check.must.reads, check.origin))
      for value in check.say.flatMap(\.text.expressions) {
        sinks.append(sink(.message, "checks.\(check.name)", value.reads, value.origin))
      }
    }
    for key in entity.uniqueKeys {
      let names = key.fields.map { entity.fields[$0].name }.joined(separator: ",")
      sinks.append(sink(.unique, "unique(\(names))", entity.reads(key.fields), key.origin))
    }
    for rule in entity.notOverlapping {
      let fields = rule.of + [rule.from, rule.to]
      sinks.append(sink(.notOverlapping, "not_overlapping", entity.reads(fields), rule.origin))
    }
    let title = entity.title.parts.compactMap { part -> Int? in
      if case .field(let index) = part { return index }
      return nil
    }
    sinks.append(sink(.title, "title", entity.reads(title), entity.origin))
    return sinks
  }

  private func sinks(of view: View) -> [Sink] {
    let entity = entity(view.entity)
    func fields(_ columns: [View.Column]) -> [Int] {
      columns.compactMap { column in
        if case .field(let index) = column { return index }
        return nil
      }
    }
    func sink(_ kind: Sink.Kind, _ reads: [Expression.Read]) -> Sink {
      Sink(
        kind: kind, entity: entity.id, name: "\(entity.name).\(view.name)", reads: reads,
        origin: view.origin)
    }
    let related = (view.condition?.reads ?? []).filter { !$0.isOwn }
    return [
      sink(.view, entity.reads(view.deciding(entity)) + related),
      sink(.column, entity.reads(fields(view.columns))),
      sink(.filter, entity.reads(fields(view.filters))),
      sink(.sort, entity.reads(fields(view.sorts.map(\.column)))),
    ].filter { !$0.reads.isEmpty }
  }
}

extension Entity {
  /// Reads of fields of the record itself.
  fileprivate func reads(_ fields: [Int]) -> [Expression.Read] {
    fields.map {
      Expression.Read(own: Expression.Step(entity: id, member: .field(self.fields[$0].id)))
    }
  }
}
