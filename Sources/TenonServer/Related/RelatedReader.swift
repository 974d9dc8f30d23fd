import TenonDatabase
import TenonPages

/// Reads the records that refer to one: of each entity and field the newest few.
struct RelatedReader {
  let part: PagePart
  let reader: RecordReader

  private var language: Int { part.exchange.language }

  /// So many records of a kind are shown.
  static let limit = 10

  /// Those that the person may read, or may create.
  func related(_ entity: EntityModel, _ id: Int64) throws -> [RelatedRecords] {
    try part.tenant.relations.toward(entity).compactMap { relation in
      let other = part.tenant.entities[relation.entity]
      guard let proof = reader.proof(other), proof.mayRead(relation.column) else { return nil }
      let found = try related(relation, other, id, proof)
      // Nearly everything refers to a person: only what there is stands on such a page.
      return entity.isOfPeople && found.rows.isEmpty ? nil : found
    }
  }

  private func related(
    _ relation: Relations.Relation, _ other: EntityModel, _ id: Int64, _ proof: Authorization
  ) throws -> RelatedRecords {
    let columns = relation.columns.filter(proof.mayShow)
    let cells = CellReader(other, columns, reader)
    let titles = other.titleColumns.filter(proof.mayRead)
    let isTitled = titles.count == other.titleColumns.count
    let count = cells.outputs.count
    let outputs =
      cells.outputs + [.column(SystemColumn.id)] + (isTitled ? titles.map(Output.column) : [])
    var rows: [RelatedRow] = []
    let query = Query(
      other.table, outputs: outputs,
      filter: .compare(relation.column, .equal, .integer(id)),
      order: [SortKey(SystemColumn.id, descending: true)], limit: RelatedReader.limit + 1)
    try reader.session.rows(query, proof) { row in
      let key = row.integer(count)
      let title = isTitled ? reader.title(other, row, from: count + 1) : nil
      rows.append(RelatedRow(id: key, title: title ?? "#\(key)", cells: cells.cells(row)))
    }
    return RelatedRecords(
      entity: other.links[language],
      by: other.pageField(relation.column, language, part.exchange.locale),
      isOneOfSeveral: relation.isOneOfSeveral,
      columns: columns.map { other.pageField($0, language, part.exchange.locale) },
      rows: Array(rows.prefix(RelatedReader.limit)),
      hasMore: rows.count > RelatedReader.limit,
      all: other.list(of: id, by: relation.column, proof),
      canCreate: authorize(reader.principal, .create, on: other.type)?
        .mayWrite(relation.column) == true)
  }
}
