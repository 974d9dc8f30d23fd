import Diagnostics
import IR

/// Does `reach` end? What one may read of an entity cannot hang on what one may read of it.
enum ReachRings {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    var walk = Walk(rights)
    for policy in rights.policies { walk.visit(policy.id) }
    if walk.rings.isEmpty { return walk.hasReach ? [.proved] : [] }
    return walk.rings.map { ring in
      let related = ring.dropFirst().map { edge in
        Label(
          edge.origin,
          Message(zh: "经过 `\(edge.from)`", en: "by way of `\(edge.from)`"))
      }
      return .refuted(
        RowRuleMistake.cyclicReach(
          ring.map(\.from) + [ring[0].from], related: related, at: ring[0].origin))
    }
  }

  /// That what one may read of an entity hangs on another one.
  private struct Edge {
    let from: String
    let target: StableID
    let origin: Span
  }

  private struct Walk {
    private let edges: [StableID: [Edge]]
    private(set) var rings: [[Edge]] = []
    private var done: Set<StableID> = []
    private var way: [StableID] = []
    private var taken: [Edge] = []

    init(_ rights: Rights) {
      var edges: [StableID: [Edge]] = [:]
      for policy in rights.policies {
        for clause in rights.clauses[policy.id] ?? [] {
          guard let grant = clause.grants[.read] else { continue }
          for field in grant.rule.reached {
            guard let target = policy.fields[field]?.target else { continue }
            edges[policy.id, default: []].append(
              Edge(from: policy.name, target: target, origin: grant.origin))
          }
        }
      }
      self.edges = edges
    }

    var hasReach: Bool { !edges.isEmpty }

    mutating func visit(_ entity: StableID) {
      if done.contains(entity) { return }
      way.append(entity)
      for edge in edges[entity] ?? [] {
        taken.append(edge)
        if let start = way.firstIndex(of: edge.target) {
          rings.append(Array(taken[start...]))
        } else {
          visit(edge.target)
        }
        taken.removeLast()
      }
      way.removeLast()
      done.insert(entity)
    }
  }
}
