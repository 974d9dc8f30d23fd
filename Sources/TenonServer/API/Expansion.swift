import TenonDatabase

/// What a request wants to see besides a record itself: `expand=customer,lines`.
struct Expansion: Sendable {
  let references: [Reference]
  let subforms: [SubformModel]

  /// A reference column with the entity that it points to.
  struct Reference: Sendable {
    let name: String
    let column: Int
    let target: EntityModel
  }

  /// How many rows of a subform are shown; the rest is in the list of the rows.
  static let lineLimit = 200

  var isEmpty: Bool { references.isEmpty && subforms.isEmpty }

  static let parameter = "expand"

  /// Reads names parted by commas. Throws `malformed` for what is neither a reference that the
  /// person may read nor a subform.
  init(
    _ query: [(name: String, value: String)], _ entity: EntityModel, _ tenant: Tenant,
    _ proof: Authorization
  ) throws(Refusal) {
    var references: [Reference] = []
    var subforms: [SubformModel] = []
    for (name, value) in query where name == Expansion.parameter {
      for part in value.split(separator: ",", omittingEmptySubsequences: false) {
        if let subform = tenant.subforms(of: entity).first(where: { $0.name == part }) {
          if !subforms.contains(where: { $0.name == part }) { subforms.append(subform) }
        } else if let column = entity.meta.column(named: String(part)), proof.mayShow(column),
          let target = tenant.target(of: column, in: entity)
        {
          if !references.contains(where: { $0.column == column }) {
            references.append(Reference(name: String(part), column: column, target: target))
          }
        } else {
          throw .parameter(Expansion.parameter)
        }
      }
    }
    self.references = references
    self.subforms = subforms
  }
}

/// Writes what belongs to records, each as its reader may see it.
struct Expander {
  let expansion: Expansion
  let reader: RecordReader
  /// Records that several others may refer to, as they were written; nil for one that is not there.
  private var known: [Key: [UInt8]?] = [:]

  private struct Key: Hashable {
    let entity: Int
    let id: Int64
  }

  init(_ expansion: Expansion, _ reader: RecordReader) {
    self.expansion = expansion
    self.reader = reader
  }

  /// What ``append(_:_:to:)`` needs of a record besides its id, in this order.
  var outputs: [Output] { expansion.references.map { .column($0.column) } }

  /// Goes on with an object that is not closed yet: `,"expanded":{…}}`. What the person may not see
  /// is null, and among the rows of a subform it is not there.
  mutating func append(_ id: Int64, _ values: [Int64?], to out: inout ByteWriter) throws {
    out.append(",\"expanded\":")
    var mark = UInt8(ascii: "{")
    for (reference, value) in zip(expansion.references, values) {
      out.append(mark)
      mark = UInt8(ascii: ",")
      out.append(json: reference.name)
      out.append(":")
      if let value, let bytes = try record(reference.target, value) {
        out.append(bytes)
      } else {
        out.append("null")
      }
    }
    for subform in expansion.subforms {
      out.append(mark)
      mark = UInt8(ascii: ",")
      out.append(json: subform.name)
      out.append(":")
      try append(subform, of: id, to: &out)
    }
    out.append("}}")
  }

  private mutating func record(_ entity: EntityModel, _ id: Int64) throws -> [UInt8]? {
    let key = Key(entity: entity.index, id: id)
    if let bytes = known[key] { return bytes }
    var bytes: [UInt8]?
    if let proof = reader.proof(entity) {
      let selection = entity.encoder.selection(proof)
      _ = try reader.row(entity, id, selection.outputs, proof) { row in
        var out = ByteWriter(capacity: 1024)
        entity.encoder.append(row, selection, to: &out)
        bytes = out.bytes
      }
    }
    known[key] = .some(bytes)
    return bytes
  }

  private func append(
    _ subform: SubformModel, of id: Int64, to out: inout ByteWriter
  ) throws {
    let entity = subform.child
    out.append("[")
    if let proof = reader.proof(entity), proof.mayRead(subform.by) {
      let selection = entity.encoder.selection(proof)
      let query = Query(
        entity.table, outputs: selection.outputs,
        filter: .compare(subform.by, .equal, .integer(id)), order: [SortKey(SystemColumn.id)],
        limit: Expansion.lineLimit)
      var isFirst = true
      try reader.session.rows(query, proof) { row in
        if !isFirst { out.append(",") }
        isFirst = false
        entity.encoder.append(row, selection, to: &out)
      }
    }
    out.append("]")
  }
}
