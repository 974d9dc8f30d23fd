import TenonDatabase

/// How much a person sees of one record, and what he may do with it.
struct Sight: Sendable {
  /// By column.
  private var parts: [Shown]
  private var writable: [Bool]
  private var actions: Set<Action>

  /// How much of a column's value is seen.
  subscript(column: Int) -> Shown { parts[column] }

  /// Whether a column may be written; known when ``Action/update`` was asked for.
  func mayWrite(_ column: Int) -> Bool { writable[column] }

  /// Whether the person sees a column in full and may write it; known when ``Action/update`` was
  /// asked for.
  func isOpen(_ column: Int) -> Bool { parts[column] == .full && writable[column] }

  /// Whether an action may be done with the record; false for one that was not asked for.
  func may(_ action: Action) -> Bool { actions.contains(action) }

  /// The columns that are not seen in full.
  var dimmed: [Int] { parts.indices.filter { parts[$0] != .full } }

  fileprivate init(parts: [Shown], writable: [Bool], actions: Set<Action>) {
    self.parts = parts
    self.writable = writable
    self.actions = actions
  }

  /// What the outputs of a query have to tell besides values, so that a row of them makes a sight.
  struct Question: Sendable {
    private let read: Authorization
    private let proofs: [Authorization]
    /// What each output is about, in their order.
    private let subjects: [Subject]
    let outputs: [Output]

    private enum Subject: Sendable {
      case shown(Int)
      case action(Action)
      case writing(Int)
    }

    /// `read` shows the record; besides, which of these actions may be done with it.
    init(_ read: Authorization, _ entity: EntityModel, _ actions: [Action] = []) {
      self.read = read
      proofs = actions.compactMap { authorize(read.principal, $0, on: entity.type) }
      var (subjects, outputs): ([Subject], [Output]) = ([], [])
      for column in entity.table.columns.indices where read.shown(column) == nil {
        subjects.append(.shown(column))
        outputs.append(.sight(column))
      }
      for proof in proofs where !proof.reachesAll {
        subjects.append(.action(proof.action))
        outputs.append(.holds(proof))
      }
      for proof in proofs where proof.action == .update {
        for column in entity.meta.fieldColumns where proof.writingDepends(on: column) {
          subjects.append(.writing(column))
          outputs.append(.writes(column, proof))
        }
      }
      (self.subjects, self.outputs) = (subjects, outputs)
    }

    /// The sight of a row whose columns from `start` on are the outputs.
    func sight(_ row: borrowing Row, from start: Int) -> Sight {
      let update = proofs.first { $0.action == .update }
      let columns = read.table.columns.indices
      var sight = Sight(
        parts: columns.map { read.shown($0) ?? .hidden },
        writable: columns.map { update?.mayWrite($0) ?? false },
        actions: Set(proofs.map(\.action)))
      for (place, subject) in subjects.enumerated() {
        let answer = row.integer(start + place)
        switch subject {
        case .shown(let column): sight.parts[column] = Shown(rawValue: answer) ?? .hidden
        case .action(let action): if answer != 1 { sight.actions.remove(action) }
        case .writing(let column): sight.writable[column] = answer == 1
        }
      }
      if !sight.may(.update) { for column in columns { sight.writable[column] = false } }
      return sight
    }
  }
}

/// A record as one person sees it.
struct SeenRecord {
  /// By column: with stars what is masked, blank what is hidden.
  let values: [Value]
  let sight: Sight
}
