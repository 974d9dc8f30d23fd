import TenonDatabase
import TenonHTTP
import TenonPages

/// Reads rows into the cells of a page: date-times on the reader's clock, references with titles.
struct CellReader {
  private struct Place {
    let storage: Storage
    let position: Int
    /// The referred entity, when the person may see its titles; its title columns follow.
    let target: EntityModel?
  }

  /// The outputs to ask for.
  private(set) var outputs: [Output] = []
  private var places: [Place] = []
  private let reader: RecordReader

  init(_ entity: EntityModel, _ columns: [Int], _ reader: RecordReader) {
    self.reader = reader
    for column in columns {
      let position = outputs.count
      outputs.append(.column(column))
      var target: EntityModel?
      if let found = reader.tenant.target(of: column, in: entity),
        let titles = reader.titleOutputs(through: column, found)
      {
        outputs += titles
        target = found
      }
      let storage = entity.table.columns[column].storage
      places.append(Place(storage: storage, position: position, target: target))
    }
  }

  /// The cells of a row that begins with ``outputs``, in the order of the columns.
  func cells(_ row: borrowing Row) -> [Cell] { places.indices.map { cell($0, row) } }

  /// One of them.
  func cell(_ index: Int, _ row: borrowing Row) -> Cell {
    let place = places[index]
    var value = row.value(place.position, place.storage)
    if place.storage == .dateTime, case .integer(let instant) = value {
      value = .integer(reader.tenant.zone.local(instant))
    }
    var related: String?
    // The referred id comes back only when the proof reaches that record.
    if let target = place.target, !row.isBlank(place.position + 1) {
      related = reader.title(target, row, from: place.position + 2) ?? ""
    }
    return Cell(value, related: related)
  }
}

/// Records offered where a reference is chosen.
struct RecordChoices {
  let reader: RecordReader
  let target: EntityModel
  private var filter = Predicate.everything
  private var slots = ExpressionValues()

  static let limit = 50

  /// All records of an entity.
  init(reader: RecordReader, target: EntityModel) {
    self.reader = reader
    self.target = target
  }

  /// Those that a reference can be set to in a record as it is edited. Nil for several records at
  /// once: what depends on each of them is left to the check on saving, and so is what reads more
  /// than the person may read, since the offer would tell it.
  init(
    reader: RecordReader, target: EntityModel, for column: Int, of entity: EntityModel,
    _ edited: EditedRecord?
  ) throws {
    self.init(reader: reader, target: target)
    guard let rule = reader.tenant.choices.rule(column, of: entity), rule.isOpen(reader) else {
      return
    }
    if let edited {
      guard let known = try edited.slots(rule, reader.session, for: reader) else { return }
      slots = known
    } else if !rule.reads.isEmpty {
      return
    }
    filter = .expression(rule.expression)
  }

  /// The records that contain the words, as search orders them, or the newest when there are none;
  /// whether there are more than the limit. None when the person may not see their titles.
  func matching(
    _ typed: String, limit: Int = RecordChoices.limit
  ) throws -> (choices: [RecordChoice], hasMore: Bool) {
    guard let proof = reader.proof(target), target.titleColumns.allSatisfy(proof.mayRead) else {
      return ([], false)
    }
    if !Text.trimmed(typed).isEmpty {
      guard let words = SearchWords(typed),
        let hits = try RecordSearch(reader: reader, words: words)
          .hits(target, most: limit, filter, slots)
      else { return ([], false) }
      return (hits.records, hits.isMore || hits.count > limit)
    }
    var query = Query(
      target.table, outputs: ([SystemColumn.id] + target.titleColumns).map(Output.column),
      filter: filter, order: [SortKey(SystemColumn.id, descending: true)], limit: limit + 1)
    query.values = slots
    var choices: [RecordChoice] = []
    try reader.session.rows(query, proof) { row in
      choices.append(
        RecordChoice(id: row.integer(0), title: reader.title(target, row, from: 1) ?? ""))
    }
    return (Array(choices.prefix(limit)), choices.count > limit)
  }
}

/// Suggestions for a reference, as JSON: `{"items":[{"id":…,"title":…}]}`.
struct PickPart {
  let part: PagePart
  let person: SignedIn

  func answer(_ target: EntityModel) throws -> Response {
    let words = part.request.parameter("q") ?? ""
    var choices: [RecordChoice] = []
    try part.tenant.database.read { session in
      let reader = RecordReader(
        tenant: part.tenant, principal: person.user.principal, session: session,
        language: part.exchange.language)
      choices = try RecordChoices(reader: reader, target: target).matching(words).choices
    }
    return PickPart.answer(choices)
  }

  static func answer(_ choices: [RecordChoice]) -> Response {
    var out = ByteWriter(capacity: 512)
    out.append("{\"items\":[")
    for (index, choice) in choices.enumerated() {
      out.append(index == 0 ? "{\"id\":" : ",{\"id\":")
      Decimal.append(choice.id, scale: 0, to: &out)
      out.append(",\"title\":")
      out.append(json: choice.title)
      out.append("}")
    }
    out.append("]}")
    return Response(status: 200, headers: APIPart.headers, body: out.bytes)
  }
}
