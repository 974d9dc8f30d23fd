import Diagnostics
import IR

extension Checker {
  /// Checks computed values together: they follow from one another without a ring, and what is
  /// kept follows from nothing that is worked out on reading.
  func checkValues(of entities: [Entity]) {
    guard entities.contains(where: { $0.fields.contains { $0.rules.value != nil } }) else { return }
    let fields = entities.flatMap { entity in entity.fields.map { (entity, $0) } }
    let live = Set(fields.filter { $0.1.rules.isLive }.map(\.1.id))
    for (_, field) in fields where !field.rules.isLive {
      if let value = field.rules.value, !live.isEmpty { reportLive(value, live) }
    }
    guard let cycle = ValueGraph(entities).cycle else { return }
    let ring = cycle.compactMap { node in
      fields.first { $0.0.id == node.entity && $0.1.id == node.field }
    }
    guard let first = ring.first else { return }
    report(
      RuleMistake.cycle(
        (ring + [first]).map { "\($0.0.name).\($0.1.name)" },
        related: ring.dropFirst().map {
          let name = "\($0.0.name).\($0.1.name)"
          return Label($0.1.origin, Message(zh: "经过 `\(name)`", en: "by way of `\(name)`"))
        }, at: first.1.origin))
  }

  private func reportLive(_ value: Expression, _ live: Set<StableID>) {
    if case .field(let path) = value.kind {
      let isLive = path.steps.contains { step in
        if case .field(let field) = step.member { return live.contains(field) }
        return false
      }
      if isLive {
        report(ValueMistake.needsLive(sources.text(value.origin), at: value.origin))
        return
      }
    }
    for child in value.children { reportLive(child, live) }
  }
}
