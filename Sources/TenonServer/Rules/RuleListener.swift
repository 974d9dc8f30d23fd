import TenonDatabase

/// A person who is told why a record cannot be saved. A rule holds for everyone alike and reads
/// what it needs; its words leave out what the person may not read.
struct RuleListener: Listener {
  private let reader: RecordReader

  init(_ reader: RecordReader) { self.reader = reader }

  func told<Fields>(_ it: Evaluation<Fields>) -> Evaluation<Fields> {
    guard let entity = (Fields.self as? any Entity.Type).flatMap(model), !readsEverything else {
      return it
    }
    let dimmed = dimmed(entity, it.record.id)
    let scene = Scene(
      now: it.scene.now, me: it.scene.me, myRoles: it.scene.myRoles.compactMap(\.self),
      zone: it.scene.zone, calendar: it.scene.calendar, related: Silence())
    return Evaluation(
      without(dimmed, it.record), old: it.old.map { without(dimmed, $0) },
      past: it.past.map { without(dimmed, $0) }, scene)
  }

  private func model(_ type: any Entity.Type) -> EntityModel? {
    reader.tenant.entity(named: type.meta.shape.name)
  }

  /// Whether nothing is kept from the person: then words may name other records too.
  private var readsEverything: Bool {
    reader.tenant.entities.allSatisfy { entity in
      guard let proof = reader.proof(entity), proof.reachesAll else { return false }
      return entity.table.columns.indices.allSatisfy(proof.mayRead)
    }
  }

  /// The columns of a record that the person does not see in full: all of one that is not there for
  /// him, or cannot be read now.
  private func dimmed(_ entity: EntityModel, _ id: Int64?) -> [Int] {
    let all = Array(entity.table.columns.indices)
    guard let id, let seen = try? reader.seen(entity, id) else { return all }
    return seen.sight.dimmed
  }

  private func without<Fields>(_ columns: [Int], _ record: Known<Fields>) -> Known<Fields> {
    guard var fields = record.fields as? any Entity else { return record }
    fields.blank(columns)
    guard let fields = fields as? Fields else { return record }
    var record = record
    record.fields = fields
    return record
  }
}

extension Entity {
  fileprivate mutating func blank(_ columns: [Int]) {
    var values: [Value?] = Array(repeating: nil, count: Self.table.columns.count)
    for column in columns { values[column] = .blank }
    set(values)
  }
}

/// Other records to someone who may not hear of all of them.
private struct Silence: OtherRecords {
  func text(_ read: Int, from id: Int64) -> String? { nil }
  func integer(_ read: Int, from id: Int64) -> Int64? { nil }
  func rows<Fields>(_ read: Int, _ type: Fields.Type) -> [Known<Fields>] { [] }
  func team(of person: Int64) -> [Int64] { [] }
}
