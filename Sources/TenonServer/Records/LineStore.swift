import TenonDatabase
import TenonPages

/// Writes the rows of a record's subforms together with it: all are checked before anything is
/// stored, and what is wrong is told by place, as in `lines/0/quantity`.
struct LineStore {
  let store: RecordStore

  /// A row that was checked.
  struct Line {
    let subform: SubformModel
    /// `lines/0`.
    let path: String
    let work: Work
    var problems: [(field: String, problem: FieldProblem)] = []

    enum Work {
      case insert(RecordStore.Draft)
      case change(RecordStore.Draft)
      case delete(id: Int64, version: Int64?)
      /// Nothing, since something is wrong.
      case none
    }
  }

  /// The rows of an input, checked. `parent` is the record that they belong to, nil for one that
  /// is yet to be made.
  func drafts(_ input: RecordInput, of entity: EntityModel, under parent: Int64?) throws -> [Line] {
    if input.lines.isEmpty { return [] }
    var lines: [Line] = []
    for (index, subform) in store.tenant.subforms(of: entity).enumerated() {
      for (place, line) in (input.lines[index] ?? []).enumerated() {
        lines.append(
          try draft(line, subform, path: "\(subform.name)/\(place)", under: parent))
      }
    }
    return lines
  }

  private func draft(
    _ line: LineInput, _ subform: SubformModel, path: String, under parent: Int64?
  ) throws -> Line {
    func wrong(_ member: String, _ problem: FieldProblem) -> Line {
      Line(
        subform: subform, path: path, work: .none, problems: [(path + "/" + member, problem)])
    }
    func checked(_ draft: RecordStore.Draft, _ work: (RecordStore.Draft) -> Line.Work) -> Line {
      Line(
        subform: subform, path: path, work: work(draft),
        problems: draft.problems.map { (path + "/" + $0.field, $0.problem) })
    }
    var input = line.input
    input.values[subform.by] = nil
    guard let id = line.id else {
      let draft = try store.draft(creating: subform.child, input, parent: subform.by)
      return checked(draft, Line.Work.insert)
    }
    do {
      let before = try store.known(subform.child, id, .read).values
      // A row of another record is as unknown here as one that is not there.
      guard let parent, before[subform.by] == .integer(parent) else {
        return wrong("id", .unknown)
      }
      if line.isDeleted {
        if let version = line.version, before[SystemColumn.version] != .integer(version) {
          return wrong("version", .outdated)
        }
        return Line(
          subform: subform, path: path, work: .delete(id: id, version: line.version))
      }
      let draft = try store.draft(updating: subform.child, id, line.version, input)
      return checked(draft, Line.Work.change)
    } catch Refusal.notFound {
      return wrong("id", .unknown)
    } catch Refusal.versionConflict {
      return wrong("version", .outdated)
    }
  }

  /// Stores rows under their record: deletions first, since they make room for what must occur
  /// once. Answers what was written but for deletions.
  func write(_ lines: [Line], under parent: Int64) throws -> [RecordStore.Written] {
    var written: [RecordStore.Written] = []
    for line in lines {
      guard case .delete(let id, let version) = line.work else { continue }
      try told(line) { _ = try store.remove(line.subform.child, id: id, version: version) }
    }
    for line in lines {
      switch line.work {
      case .insert(var draft):
        draft.values[line.subform.by] = .integer(parent)
        let id = try told(line) { try store.insert(&draft) }
        written.append(RecordStore.Written(draft, id, path: line.path))
      case .change(var draft):
        try told(line) { try store.change(&draft) }
        guard let id = draft.id else { continue }
        written.append(RecordStore.Written(draft, id, path: line.path))
      case .delete, .none: break
      }
    }
    return written
  }

  /// Runs the writing of a row; what the database refuses is told with the row's place.
  private func told<R>(_ line: Line, _ write: () throws -> R) throws -> R {
    do { return try write() } catch Refusal.invalid(let problems) {
      throw Refusal.invalid(problems.map { (line.path + "/" + $0.field, $0.problem) })
    } catch DatabaseError.unique(let table, let columns, let index) {
      let error = DatabaseError.unique(table: table, columns: columns, index: index)
      guard case .taken(let fields) = Refusal(error, line.subform.child) else { throw error }
      throw Refusal.taken(fields.isEmpty ? [line.path] : fields.map { line.path + "/" + $0 })
    }
  }
}

/// A subform of an entity as the server works with it.
struct SubformModel: Sendable {
  let name: String
  /// The entity of the rows.
  let child: EntityModel
  /// The rows' column that refers to the record above.
  let by: Int
}
