import TenonDatabase
import TenonPages

/// The parts of a record's page that come from its fields: what stands beneath the title, the path
/// of stages, the sections with their subforms.
struct RecordParts {
  let part: PagePart
  let entity: EntityModel
  let reader: RecordReader
  /// What the person sees of the record and may do with it.
  let sight: Sight
  /// Columns of fields that are not shown.
  let hidden: Set<Int>

  private var language: Int { part.exchange.language }

  /// So many facts stand beneath a title.
  private static let factLimit = 5

  /// What the first list shows of the record beside its title, as far as it is filled.
  func facts(_ fields: [RecordField]) -> [RecordField] {
    let inTitle = Set(entity.titleColumns)
    let columns = entity.views.first?.columns ?? []
    let found = columns.compactMap { column -> RecordField? in
      guard !inTitle.contains(column), let shape = entity.meta.field(column),
        shape.control != "stage", shape.storage != .list, shape.control != "long_text"
      else { return nil }
      return fields.first { $0.field.name == shape.name && !$0.cell.value.isBlank }
    }
    return Array(found.prefix(RecordParts.factLimit))
  }

  /// The first field of stages that the person may read.
  func path(_ values: [Value], _ fields: [RecordField]) -> StagePath? {
    for look in entity.look.fields where look.control == "stage" {
      guard let column = entity.meta.column(named: look.name),
        let shape = entity.meta.field(column),
        let field = fields.first(where: { $0.field.name == look.name })
      else { continue }
      var missing: [String: [String]] = [:]
      for (option, stored) in zip(look.options, shape.options) {
        let blank = option.needs.filter { name in
          entity.meta.column(named: name).map {
            values[$0].isBlank && !hidden.contains($0) && sight[$0] != .hidden
          } ?? false
        }
        missing[stored.stored] = blank.compactMap { name in
          entity.look.fields.first { $0.name == name }?.label[language]
        }
      }
      return StagePath(
        field: field.field, current: values[column].text,
        missing: missing.filter { !$0.value.isEmpty }, canMove: sight.isOpen(column))
    }
    return nil
  }

  /// The fields and the rows of the subforms, laid out as the definition says.
  func sections(_ fields: [RecordField], _ id: Int64) throws -> [RecordSection] {
    return try entity.sections(part.tenant, reader.principal, language).compactMap { look in
      let items = try look.items.compactMap { name -> RecordSection.Item? in
        if let field = fields.first(where: { $0.field.name == name }) { return .field(field) }
        guard let owned = part.tenant.relations.subform(name, of: entity) else { return nil }
        return try lines(owned, id).map(RecordSection.Item.lines)
      }
      return items.isEmpty ? nil : RecordSection(label: look.label, items: items)
    }
  }

  /// The rows of a subform; nil when the person may not see them.
  private func lines(_ owned: Relations.Owned, _ id: Int64) throws -> RecordLines? {
    let rows = LineReader(part: part, owned: owned, reader: reader)
    guard let (columns, found, hasMore) = try rows.cells(id) else { return nil }
    return RecordLines(
      name: owned.look.name, label: owned.look.label[language],
      help: owned.look.help.map { $0[language] }, entity: owned.child.links[language],
      columns: columns, rows: found, hasMore: hasMore,
      all: reader.proof(owned.child).flatMap { owned.child.list(of: id, by: owned.by, $0) },
      canEdit: canEdit(owned.child))
  }

  /// Whether the person may change something about the rows of the record.
  private func canEdit(_ child: EntityModel) -> Bool {
    sight.may(.update)
      && [Action.create, .update, .delete].contains {
        authorize(reader.principal, $0, on: child.type) != nil
      }
  }
}

extension EntityModel {
  /// The list of the records that refer to one, for someone to whom a view is offered.
  func list(of id: Int64, by column: Int, _ proof: Authorization) -> PagePath? {
    if firstView(proof) == nil { return nil }
    return .list(name).with([("filter." + meta.name(ofColumn: column), String(id))])
  }

  /// The sections of record and form that are offered to someone, with the words of a language.
  func sections(
    _ tenant: Tenant, _ principal: Principal, _ language: Int
  ) -> [(label: String?, items: [String])] {
    if look.sections.isEmpty { return [(nil, look.fields.map(\.name))] }
    return look.sections.filter { tenant.offers($0.offered, to: principal) }
      .map { ($0.label?[language], $0.items) }
  }
}

/// Reads the rows of a subform of one record, the oldest first.
struct LineReader {
  let part: PagePart
  let owned: Relations.Owned
  let reader: RecordReader

  /// So many rows are shown and edited with their record.
  static let limit = 200

  private func query(_ id: Int64, _ outputs: [Output]) -> Query {
    Query(
      owned.child.table, outputs: outputs,
      filter: .compare(owned.by, .equal, .integer(id)),
      order: [SortKey(SystemColumn.id)], limit: LineReader.limit + 1)
  }

  /// The columns that the person may read.
  func columns(_ proof: Authorization) -> [Int] { owned.columns.filter(proof.mayShow) }

  /// The rows to show; nil when the person may not see them.
  func cells(_ id: Int64) throws -> (columns: [PageField], rows: [ListRow], hasMore: Bool)? {
    guard let proof = reader.proof(owned.child), proof.mayRead(owned.by) else { return nil }
    let columns = columns(proof)
    let cells = CellReader(owned.child, columns, reader)
    let outputs = cells.outputs + [.column(SystemColumn.id)]
    var rows: [ListRow] = []
    try reader.session.rows(query(id, outputs), proof) { row in
      rows.append(ListRow(id: row.integer(outputs.count - 1), cells: cells.cells(row)))
    }
    let fields = columns.map {
      owned.child.pageField($0, part.exchange.language, part.exchange.locale)
    }
    return (fields, Array(rows.prefix(LineReader.limit)), rows.count > LineReader.limit)
  }

  /// A row to edit: its id, its version and the values of the columns.
  struct Row {
    let id: Int64
    let version: Int64
    let cells: [Cell]
    let sight: Sight
  }

  /// The rows to edit; nil when the person may not see them.
  func rows(_ id: Int64) throws -> (columns: [Int], rows: [Row])? {
    guard let proof = reader.proof(owned.child), proof.mayRead(owned.by) else { return nil }
    let columns = columns(proof)
    let cells = CellReader(owned.child, columns, reader)
    let count = cells.outputs.count
    let question = Sight.Question(proof, owned.child, [.update, .delete])
    let outputs =
      cells.outputs + [.column(SystemColumn.id), .column(SystemColumn.version)]
      + question.outputs
    var rows: [Row] = []
    try reader.session.rows(query(id, outputs), proof) { row in
      rows.append(
        Row(
          id: row.integer(count), version: row.integer(count + 1), cells: cells.cells(row),
          sight: question.sight(row, from: count + 2)))
    }
    return (columns, Array(rows.prefix(LineReader.limit)))
  }
}
