/// Which computed value reads which others.
public struct ValueGraph: Sendable {
  /// A field whose value is computed.
  public struct Node: Hashable, Sendable {
    public let entity: StableID
    public let field: StableID
  }

  /// The computed fields, each behind all those that it reads; in a ring as declared.
  public let order: [Node]
  /// A ring, each reading the next and the last the first; nil when there is none.
  public let cycle: [Node]?
  /// What each reads of other computed values.
  public let reads: [Node: [Node]]

  /// The graph of some entities; fields of others count as filled in by people.
  public init(_ entities: [Entity]) {
    var values: [(node: Node, expression: Expression)] = []
    for entity in entities {
      for field in entity.fields {
        if let value = field.rules.value {
          values.append((Node(entity: entity.id, field: field.id), value))
        }
      }
    }
    let computed = Set(values.map(\.node))
    var reads: [Node: [Node]] = [:]
    for (node, expression) in values {
      var seen: Set<Node> = []
      reads[node] = expression.reads.compactMap { read in
        guard case .field(let field) = read.member else { return nil }
        let other = Node(entity: read.entity, field: field)
        return computed.contains(other) && seen.insert(other).inserted ? other : nil
      }
    }
    var walk = Walk(reads: reads)
    for (node, _) in values { walk.visit(node) }
    self.reads = reads
    order = walk.order
    cycle = walk.cycle
  }

  /// Goes down from each node; a node that is met again on the way down closes a ring. The way is
  /// kept apart from the stack, so that a long chain of values does no harm.
  private struct Walk {
    let reads: [Node: [Node]]
    var order: [Node] = []
    var cycle: [Node]?
    private var done: Set<Node> = []

    init(reads: [Node: [Node]]) { self.reads = reads }

    mutating func visit(_ start: Node) {
      guard !done.contains(start) else { return }
      var way: [(node: Node, next: Int)] = [(start, 0)]
      var onWay: [Node: Int] = [start: 0]
      while let (node, next) = way.last {
        let others = reads[node] ?? []
        guard next < others.count else {
          way.removeLast()
          onWay[node] = nil
          done.insert(node)
          order.append(node)
          continue
        }
        way[way.count - 1].next += 1
        let other = others[next]
        if let first = onWay[other] {
          if cycle == nil { cycle = way[first...].map(\.node) }
        } else if !done.contains(other) {
          onWay[other] = way.count
          way.append((other, 0))
        }
      }
    }
  }
}
