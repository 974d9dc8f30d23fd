import TenonDatabase

/// Writes rows as JSON objects straight from the statement, without a record in between.
struct RecordEncoder: Sendable {
  /// All columns in table order, each with `"name":` ready to copy.
  private struct Member: Sendable {
    let column: Int
    let key: [UInt8]
    let storage: Storage
    /// Stored texts and what the wire says instead, where they differ.
    let names: [String: String]
  }

  private let members: [Member]

  init(_ meta: EntityMeta) {
    members = meta.table.columns.indices.map { column in
      var key: [UInt8] = []
      JSONWriter.append(string: meta.name(ofColumn: column), to: &key)
      key.append(UInt8(ascii: ":"))
      let renamed = meta.field(column)?.options.filter { $0.name != $0.stored } ?? []
      return Member(
        column: column, key: key, storage: meta.table.columns[column].storage,
        names: Dictionary(uniqueKeysWithValues: renamed.map { ($0.stored, $0.name) }))
    }
  }

  /// The columns that a proof lets its holder read, in table order: what ``append(_:_:to:)`` takes.
  func outputs(_ proof: Authorization) -> [Output] {
    members.lazy.filter { proof.mayRead($0.column) }.map { .column($0.column) }
  }

  /// Appends one object. The row's columns are those of ``outputs(_:)`` under the same proof.
  func append(_ row: borrowing Row, _ proof: Authorization, to out: inout [UInt8]) {
    var position = 0
    for member in members where proof.mayRead(member.column) {
      out.append(UInt8(ascii: position == 0 ? "{" : ","))
      out.append(contentsOf: member.key)
      append(row, position, member, to: &out)
      position += 1
    }
    out.append(UInt8(ascii: "}"))
  }

  private func append(
    _ row: borrowing Row, _ position: Int, _ member: Member, to out: inout [UInt8]
  ) {
    if row.isBlank(position) { return JSONWriter.append("null", to: &out) }
    switch member.storage {
    case .text:
      if !member.names.isEmpty, let name = member.names[row.string(position)] {
        return JSONWriter.append(string: name, to: &out)
      }
      JSONWriter.append(string: row.text(position), to: &out)
    case .integer, .reference: Decimal.append(row.integer(position), scale: 0, to: &out)
    case .boolean: JSONWriter.append(row.integer(position) == 0 ? "false" : "true", to: &out)
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
