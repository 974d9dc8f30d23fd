/// What happened to a record, the newest first, and the box to write a comment.
public struct ActivityPanel: Sendable {
  public var entries: [ActivityEntry]
  /// Where earlier entries are.
  public var earlier: PagePath?
  /// Whether these are earlier entries themselves.
  public var isEarlier: Bool
  /// A token that lets a comment be sent once.
  public var token: String
  /// Whether the reader may write about the record.
  public var canComment = true
  /// A comment that was refused: what was typed, and why.
  public var refused: (text: String, why: String)?

  public init(
    entries: [ActivityEntry], earlier: PagePath? = nil, isEarlier: Bool = false,
    token: String = "", refused: (text: String, why: String)? = nil
  ) {
    self.entries = entries
    self.earlier = earlier
    self.isEarlier = isEarlier
    self.token = token
    self.refused = refused
  }
}

/// Something that happened to a record.
public struct ActivityEntry: Sendable {
  public enum Kind: Sendable {
    case created
    case changed([FieldChange])
    /// Something else, by its name in the audit trail.
    case event(String, [FieldChange])
    case comment(Comment)
  }

  /// Who did it; nil for the system and for people who are gone.
  public var who: String?
  /// Milliseconds in the reader's zone.
  public var at: Int64
  public var kind: Kind

  public init(who: String?, at: Int64, kind: Kind) {
    self.who = who
    self.at = at
    self.kind = kind
  }
}

/// What a change did to one field or to the rows of one subform.
public enum FieldChange: Sendable {
  case value(PageField, before: Cell, after: Cell)
  /// Which rows of the subform with this label were added, changed and removed.
  case lines(label: String, added: ChangedRows, changed: ChangedRows, removed: ChangedRows)
  /// A file beside the fields was added or removed.
  case file(name: String, isAdded: Bool)
  /// A secret was changed.
  case secret(label: String)
  /// Something that is no field, or no longer one.
  case detail(label: String, before: String?, after: String?)
}

/// Rows that a change touched: how many, and the titles of those that are known.
public struct ChangedRows: Sendable {
  public var count: Int
  public var names: [String]

  public init(_ count: Int = 0, names: [String] = []) {
    self.count = count
    self.names = names
  }
}

/// What someone wrote about a record.
public struct Comment: Sendable {
  public var id: Int64
  public var text: String
  /// Names in the text, each after an `@`, of people who were told.
  public var mentions: [String]
  public var isEdited: Bool
  /// Whether the reader wrote it.
  public var isOwn: Bool

  public init(
    id: Int64, text: String, mentions: [String] = [], isEdited: Bool = false, isOwn: Bool = false
  ) {
    self.id = id
    self.text = text
    self.mentions = mentions
    self.isEdited = isEdited
    self.isOwn = isOwn
  }

  /// The most that a comment may hold, in code points.
  public static let limit = 4000

  /// The text in pieces: what stands between mentions, and the mentions with their `@`.
  var pieces: [(text: String, isMention: Bool)] {
    var pieces: [(String, Bool)] = []
    var plain = ""
    var rest = Substring(text)
    let names = mentions.sorted { $0.utf8.count > $1.utf8.count }
    while let first = rest.first {
      let after = rest.dropFirst()
      if first == "@", let name = names.first(where: after.hasPrefix) {
        if !plain.isEmpty { pieces.append((plain, false)) }
        plain = ""
        pieces.append(("@" + name, true))
        rest = after.dropFirst(name.count)
      } else {
        plain.append(first)
        rest = after
      }
    }
    if !plain.isEmpty { pieces.append((plain, false)) }
    return pieces
  }
}
