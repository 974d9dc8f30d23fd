import Query
import Testing
import Values

/// What a proof does not reach is refused before there is any statement.
@Suite struct ProofTests {
  private let text = SystemColumn.count
  private let number = SystemColumn.count + 2

  private func refusal(
    _ query: Query, without hidden: [Int] = [], _ action: Action = .read
  ) -> QueryError? {
    let rights = EntityRights([.only(.everything, action, hide: hidden)])
    let proof = Subject.$given.withValue(rights) { authorize(nobody, action, on: Subject.self)! }
    do {
      _ = try Composer(.sqlite).compose(query, proof)
      return nil
    } catch { return error }
  }

  private func query(
    outputs: [Output]? = nil, filter: Predicate = .everything, order: [SortKey] = [],
    position: Position = .first
  ) -> Query {
    Query(
      Subject.table, outputs: outputs ?? [.column(0)], filter: filter, order: order,
      position: position, limit: 1)
  }

  @Test func deniesByDefault() {
    #expect(authorize(nobody, .read, on: Subject.self) == nil)
  }

  @Test func refusesAnUnreadableColumnWhereverItStands() {
    let less = Predicate.compare(number, .less, .integer(1))
    #expect(refusal(query(), without: [number]) == nil)
    for query in [
      query(outputs: [.column(0), .column(number)]), query(filter: less),
      query(filter: .and([.everything, .or([.not(less)])])), query(filter: .isBlank(number)),
      query(filter: .among(number, [])), query(order: [SortKey(0), SortKey(number)]),
    ] {
      #expect(refusal(query) == nil)
      #expect(refusal(query, without: [number]) == .column(number))
    }
    let contains = query(filter: .contains(text, "a"))
    #expect(refusal(contains, without: [text]) == .column(text))
  }

  @Test func refusesAnUnreadableRelation() {
    let related = { (proof: Authorization) in
      self.query(outputs: [.related(through: Subject.target, column: Target.name, proof)])
    }
    let proof = Target.proof(.everything)
    #expect(refusal(related(proof)) == nil)
    #expect(refusal(related(proof), without: [Subject.target]) == .column(Subject.target))
    #expect(refusal(related(Target.proof(.everything, .update))) == .wrongAction)
    let blind = EntityRights([.only(.everything, .read, hide: [Target.name])])
    let blindProof = Target.$given.withValue(blind) { authorize(nobody, .read, on: Target.self)! }
    #expect(refusal(related(blindProof)) == .column(Target.name))
  }

  @Test func refusesAnotherTableOrAction() {
    var other = query()
    other.table = Target.table
    #expect(refusal(other) == .wrongTable)
    for action in [Action.create, .update, .delete] {
      #expect(refusal(query(), action) == .wrongAction)
    }
  }

  private func refusal(_ query: Query, _ action: Action) -> QueryError? {
    refusal(query, without: [], action)
  }

  @Test func refusesAWrongKey() {
    let order = [SortKey(number)]
    func at(_ key: [Value]) -> QueryError? { refusal(query(order: order, position: .after(key))) }
    #expect(at([.integer(1), .integer(1)]) == nil)
    #expect(at([.integer(1)]) == .key)
    #expect(at([.integer(1), .integer(1), .integer(1)]) == .key)
    #expect(at([.text("1"), .integer(1)]) == .key)
    #expect(at([.blank, .integer(1)]) == .key)
    #expect(at([.integer(1), .blank]) == .key)
    #expect(refusal(query(position: .last)) == .key)
    #expect(refusal(query(position: .after([]))) == .key)
  }

  @Test func refusesAValueOfAnotherStorage() {
    #expect(refusal(query(filter: .compare(number, .less, .text("1")))) == .storage(number))
    #expect(
      refusal(query(filter: .not(.among(text, [.text("a"), .integer(1)])))) == .storage(text))
    #expect(refusal(query(filter: .or([.contains(number, "1")]))) == .storage(number))
    #expect(refusal(query(filter: .compare(number, .less, .blank))) == nil)
  }

  @Test func refusesChangesOutOfReach() {
    func refusal(_ mutation: Mutation, _ action: Action) -> QueryError? {
      let locked = Subject.table.columns.indices.filter { $0 != text && $0 != number }
      let rights = EntityRights([.only(.everything, action, lock: locked)])
      let proof = Subject.$given.withValue(rights) { authorize(nobody, action, on: Subject.self)! }
      do {
        _ = try Composer(.sqlite).compose(mutation, proof)
        return nil
      } catch { return error }
    }
    let fine = Assignment(text, .text("a"))
    #expect(refusal(.insert([fine]), .create) == nil)
    #expect(refusal(.insert([fine, Assignment(text + 1, .blank)]), .create) == .column(text + 1))
    #expect(refusal(.insert([Assignment(number, .text("1"))]), .create) == .storage(number))
    #expect(refusal(.insert([fine]), .update) == .wrongAction)
    #expect(refusal(.update(id: 1, version: 1, [fine]), .update) == nil)
    #expect(refusal(.update(id: 1, version: 1, [fine]), .create) == .wrongAction)
    #expect(
      refusal(.update(id: 1, version: 1, [Assignment(0, .integer(2))]), .update) == .column(0))
    #expect(refusal(.delete(id: 1, version: 1), .delete) == nil)
    #expect(refusal(.delete(id: 1, version: 1), .update) == .wrongAction)
  }

  /// A key names the columns that it is of.
  @Test func namesItsKeyColumns() {
    func columns(_ order: [SortKey]) -> [Int] { query(order: order).keyColumns }
    #expect(columns([]) == [])
    #expect(columns([SortKey(number)]) == [number, 0])
    #expect(columns([SortKey(number), SortKey(text), SortKey(number)]) == [number, text, 0])
    #expect(columns([SortKey(number), SortKey(0), SortKey(text)]) == [number, 0])
  }
}
