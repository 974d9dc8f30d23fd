/// What an access token leaves of its maker's rights: some actions on some entities. It takes away
/// only; ``authorize(_:_:on:)`` asks it besides the rights, each time.
public struct Scope: Hashable, Sendable {
  /// By the name of the entity's table, which stays when an entity is renamed.
  public let actions: [String: Set<Action>]

  /// The actions that one says for an entity; each brings along what goes with it.
  public static let choices: [Action] = [.read, .create, .update, .delete, .export, .comment]

  public init(_ actions: [String: Set<Action>]) { self.actions = actions }

  /// Whether it leaves an action on the records of a table.
  public func allows(_ action: Action, on table: String) -> Bool {
    guard let chosen = actions[table] else { return false }
    switch action {
    case .print: return chosen.contains(.read)
    case .load: return chosen.contains(.create)
    case .assign: return chosen.contains(.update)
    case .read, .create, .update, .delete, .export, .comment: return chosen.contains(action)
    }
  }

  // MARK: The stored text

  private static let names: [(Action, String)] = [
    (.read, "read"), (.create, "create"), (.update, "update"), (.delete, "delete"),
    (.export, "export"), (.comment, "comment"),
  ]

  /// A line for each entity: its table, then the actions.
  public var text: String {
    actions.sorted { $0.key < $1.key }.map { table, chosen in
      let words = Scope.names.filter { chosen.contains($0.0) }.map(\.1)
      return ([table] + words).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// Reads ``text``; words that are no actions give none.
  public init(parsing text: String) {
    var actions: [String: Set<Action>] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      actions[String(words[0])] = Set(
        Scope.names.filter { name in words.dropFirst().contains { $0 == name.1 } }.map(\.0))
    }
    self.actions = actions
  }

  /// The action of a word of ``text``.
  public static func action(named name: String) -> Action? {
    names.first { $0.1 == name }?.0
  }

  /// The word of an action that one says.
  public static func name(_ action: Action) -> String? { names.first { $0.0 == action }?.1 }
}
