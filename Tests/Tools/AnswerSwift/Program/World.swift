import Foundation
import Values

/// A generated type that holds a record's fields.
protocol CaseFields {
  init(_ values: [Value])
}

/// The records of a case, from which expressions read.
final class World: OtherRecords {
  /// By entity, in the order of their ids.
  var shared: [Int: [Row]] = [:]
  var own: [Int: [Row]] = [:]
  var current: Int64 = 0
  private let reads: [[String]]

  struct Row {
    let id: Int64
    let values: [Value]
  }

  init(reads: [[String]]) { self.reads = reads }

  func find(_ entity: Int, _ id: Int64) -> Row? {
    (own[entity] ?? []).first { $0.id == id } ?? (shared[entity] ?? []).first { $0.id == id }
  }

  func text(_ read: Int, from id: Int64) -> String? { value(read, from: id).text }

  func integer(_ read: Int, from id: Int64) -> Int64? { value(read, from: id).integer }

  private func value(_ read: Int, from id: Int64) -> Value {
    let words = reads[read]
    precondition(words[0] == "chain")
    var value = Value.integer(id)
    for place in stride(from: 2, to: words.count, by: 2) {
      guard let id = value.integer, let row = find(Int(words[place])!, id) else { return .blank }
      value = row.values[Int(words[place + 1])!]
    }
    return value
  }

  func rows<Fields>(_ read: Int, _ type: Fields.Type) -> [Known<Fields>] {
    let words = reads[read]
    precondition(words[0] == "rows")
    let (entity, by) = (Int(words[1])!, Int(words[2])!)
    let all = (shared[entity] ?? []) + (own[entity] ?? [])
    let found = all.filter { $0.values[by] == .integer(current) }.sorted { $0.id < $1.id }
    return found.map { known($0.values, id: $0.id, type) }
  }

  func team(of person: Int64) -> [Int64] {
    let user = caseTypes.firstIndex { "\($0)" == "UserRecord" }!
    func department(_ row: Row) -> Int64? { UserRecord(row.values).department }
    guard let mine = find(user, person).flatMap(department) else { return [] }
    return (shared[user] ?? []).filter { department($0) == mine }.map(\.id)
  }
}

/// A record whose system fields nobody asks for.
func known<Fields>(_ values: [Value], id: Int64, _ type: Fields.Type) -> Known<Fields> {
  let fields = (type as! any CaseFields.Type).init(values) as! Fields
  return Known(fields, id: id, createdAt: nil, createdBy: nil, updatedAt: nil, updatedBy: nil)
}
