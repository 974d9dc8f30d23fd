import TenonDatabase

/// Writes rows as JSON objects straight from the statement, without a record in between.
struct RecordEncoder: Sendable {
  /// One column. It holds no reference, so that walking the columns counts none.
  fileprivate struct Member: Sendable {
    let column: Int
    let storage: Storage
    /// `"name":` in ``keys``.
    let key: Range<Int>
    /// Whether stored texts and names on the wire differ; then they are in ``names``.
    let isRenamed: Bool
    /// Whether the value stands elsewhere, encrypted.
    let isSecret: Bool
    /// Where a row tells how much of the value is seen; negative where that is known.
    var sight = -1
  }

  /// What most proofs let one read; made once.
  private let everything: Selection
  private let keys: [UInt8]
  /// Stored texts and what the wire says instead, by column.
  private let names: [Int: [String: String]]

  init(_ meta: EntityMeta) {
    var keys = ByteWriter(capacity: 512)
    var names: [Int: [String: String]] = [:]
    let members = (0..<meta.fieldColumns.upperBound).map { column in
      let start = keys.count
      keys.append(json: meta.name(ofColumn: column))
      keys.append(UInt8(ascii: ":"))
      let renamed = meta.field(column)?.options.filter { $0.name != $0.stored } ?? []
      if !renamed.isEmpty {
        names[column] = Dictionary(uniqueKeysWithValues: renamed.map { ($0.stored, $0.name) })
      }
      return Member(
        column: column, storage: meta.table.columns[column].storage, key: start..<keys.count,
        isRenamed: !renamed.isEmpty, isSecret: meta.secretColumns.contains(column))
    }
    everything = Selection(members)
    self.keys = keys.bytes
    self.names = names
  }

  /// The columns that a proof shows its holder, as indices in table order.
  struct Selection: Sendable {
    fileprivate let members: [Member]
    /// What to ask for: a row that begins with these can be appended.
    let outputs: [Output]
    /// The same with the version as the last.
    let outputsAndVersion: [Output]

    fileprivate init(_ members: [Member], _ sights: [Output] = []) {
      self.members = members
      outputs = members.map { .column($0.column) } + sights
      outputsAndVersion = outputs + [.column(SystemColumn.version)]
    }
  }

  /// The selection of a proof, made once for it.
  func selection(_ proof: Authorization) -> Selection {
    let all = everything.members
    if all.allSatisfy({ proof.mayRead($0.column) }) { return everything }
    return proof.remembered { made(proof) }
  }

  private func made(_ proof: Authorization) -> Selection {
    let all = everything.members
    var members = all.filter { proof.mayShow($0.column) }
    var sights: [Output] = []
    for place in members.indices where proof.shown(members[place].column) == nil {
      members[place].sight = members.count + sights.count
      sights.append(.sight(members[place].column))
    }
    return Selection(members, sights)
  }

  /// Appends one object, closed or with room for more members. What is hidden is left out.
  /// `opened` are secrets that were asked for, by column.
  func append(
    _ row: borrowing Row, _ selection: Selection, isOpen: Bool = false,
    opened: [Int: String] = [:], to out: inout ByteWriter
  ) {
    var mark = UInt8(ascii: "{")
    keys.withUnsafeBufferPointer { keys in
      selection.members.withUnsafeBufferPointer { members in
        for position in 0..<members.count {
          let member = members[position]
          if member.sight >= 0, row.integer(member.sight) == 0 { continue }
          out.append(mark)
          mark = UInt8(ascii: ",")
          out.append(UnsafeBufferPointer(rebasing: keys[member.key]))
          if member.isSecret, !row.isBlank(position) {
            out.append(json: opened[member.column] ?? "****")
          } else {
            append(row, position, member, to: &out)
          }
        }
      }
    }
    if !isOpen { out.append(UInt8(ascii: "}")) }
  }

  private func append(
    _ row: borrowing Row, _ position: Int, _ member: Member, to out: inout ByteWriter
  ) {
    if row.isBlank(position) { return out.append("null") }
    switch member.storage {
    case .text:
      if member.isRenamed, let name = names[member.column]?[row.string(position)] {
        return out.append(json: name)
      }
      out.append(json: row.text(position))
    case .list:
      for (place, item) in ItemList.items(row.string(position)).enumerated() {
        out.append(UInt8(ascii: place == 0 ? "[" : ","))
        out.append(json: names[member.column]?[item] ?? item)
      }
      out.append(UInt8(ascii: "]"))
    case .integer, .reference: Decimal.append(row.integer(position), scale: 0, to: &out)
    case .boolean: out.append(row.integer(position) == 0 ? "false" : "true")
    case .scaled(let scale):
      out.append(UInt8(ascii: "\""))
      Decimal.append(row.integer(position), scale: scale, to: &out)
      out.append(UInt8(ascii: "\""))
    case .date:
      out.append(UInt8(ascii: "\""))
      CivilDate(days: row.integer(position)).append(to: &out)
      out.append(UInt8(ascii: "\""))
    case .dateTime:
      out.append(UInt8(ascii: "\""))
      Instant.append(row.integer(position), to: &out)
      out.append(UInt8(ascii: "\""))
    }
  }
}
