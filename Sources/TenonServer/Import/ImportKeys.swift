import TenonDatabase

/// Finds the records that cells mean, as far as the person may read them. The texts of a whole file
/// are gathered first, so that each entity is read once, whatever the number of rows.
struct ImportKeys {
  /// Who a text leads to.
  enum Found {
    case one(Int64)
    case none
    /// Which one is meant is not ours to guess.
    case several
  }

  /// The texts that stand in the file, by the entity that they name records of.
  private var wanted: [Int: Set<String>] = [:]
  /// By entity: a unique field counts before a title.
  private var unique: [Int: [String: Found]] = [:]
  private var titled: [Int: [String: Found]] = [:]

  mutating func want(_ text: String, _ entity: EntityModel) {
    wanted[entity.index, default: []].insert(ImportText.folded(text))
  }

  /// The record of this entity that a text means.
  func find(_ text: String, _ entity: EntityModel) -> Found {
    let text = ImportText.folded(text)
    return unique[entity.index]?[text] ?? titled[entity.index]?[text] ?? .none
  }

  // MARK: Reading

  /// Looks for all that is wanted.
  mutating func resolve(_ reader: RecordReader) throws {
    for (index, texts) in wanted {
      try resolve(reader.tenant.entities[index], texts, reader)
    }
    wanted = [:]
  }

  private mutating func resolve(
    _ target: EntityModel, _ texts: Set<String>, _ reader: RecordReader
  ) throws {
    guard let proof = reader.proof(target) else { return }
    let meta = target.meta
    // Without the right to read a field of all records nobody learns by it who has which value.
    let single =
      meta.shape.uniqueKeys.filter { $0.count == 1 }
      .compactMap { meta.column(named: $0[0]) }
      + meta.fieldColumns.filter { meta.field($0)?.control == "auto_number" }
    let columns = Set(single).sorted()
      .filter { proof.mayRead($0) && meta.field($0)?.control != "secret" }
    let hasTitle = target.titleColumns.allSatisfy(proof.mayRead)
    let outputs =
      [.column(SystemColumn.id)] + columns.map(Output.column)
      + (hasTitle ? target.titleColumns.map(Output.column) : [])
    var (unique, titled): ([String: Found], [String: Found]) = ([:], [:])
    try reader.session.rows(Query(target.table, outputs: outputs, limit: .max), proof) { row in
      let id = row.integer(0)
      for (place, column) in columns.enumerated() where !row.isBlank(place + 1) {
        let storage = target.table.columns[column].storage
        let text = ImportText.folded(storage.print(row.value(place + 1, storage)))
        if texts.contains(text) { ImportKeys.add(id, text, &unique) }
      }
      let number = "#\(id)"
      if texts.contains(number) { ImportKeys.add(id, number, &unique) }
      guard hasTitle, let title = reader.title(target, row, from: columns.count + 1) else { return }
      let text = ImportText.folded(title)
      if texts.contains(text) { ImportKeys.add(id, text, &titled) }
    }
    self.unique[target.index] = unique
    self.titled[target.index] = titled
  }

  private static func add(_ id: Int64, _ text: String, _ all: inout [String: Found]) {
    if case .one(let other)? = all[text], other == id { return }
    all[text] = all[text] == nil ? .one(id) : .several
  }
}
