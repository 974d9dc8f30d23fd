/// The page that someone begins the day with.
public struct WorkbenchPage: Sendable {
  /// `早上好，李静`.
  public var greeting: String
  /// `11月22日 星期日`.
  public var today: String
  public var cards: [WorkbenchCard]
  public var recent: [RecordLink]
  public var notices: [NoticeLine]

  public init(
    greeting: String, today: String, cards: [WorkbenchCard], recent: [RecordLink],
    notices: [NoticeLine]
  ) {
    self.greeting = greeting
    self.today = today
    self.cards = cards
    self.recent = recent
    self.notices = notices
  }
}

/// The first rows of a view.
public struct WorkbenchCard: Sendable {
  public var entity: ModuleLink
  public var label: String
  public var path: PagePath
  public var columns: [PageField]
  public var rows: [ListRow]

  public init(
    entity: ModuleLink, label: String, path: PagePath, columns: [PageField], rows: [ListRow]
  ) {
    self.entity = entity
    self.label = label
    self.path = path
    self.columns = columns
    self.rows = rows
  }
}

/// A record by its title.
public struct RecordLink: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var title: String

  public init(entity: ModuleLink, id: Int64, title: String) {
    self.entity = entity
    self.id = id
    self.title = title
  }
}

/// Something that the server tells a person.
public struct NoticeLine: Sendable {
  public enum Kind: String, Sendable {
    /// Named in a comment.
    case mention
    /// Became the person of the record.
    case assignment
    /// The record was shared.
    case share
    /// Became the deputy of the person that it is about.
    case deputy
    /// Got what the person that it is about had: as many records as the text says.
    case handOver = "hand_over"
  }

  public var kind: Kind
  public var record: RecordLink
  /// Who did it; nil for the system.
  public var actor: String?
  /// What was said; empty when nothing was.
  public var text: String
  /// `昨天 09:05`.
  public var when: String
  public var isRead: Bool

  public init(
    kind: Kind, record: RecordLink, actor: String?, text: String, when: String, isRead: Bool
  ) {
    self.kind = kind
    self.record = record
    self.actor = actor
    self.text = text
    self.when = when
    self.isRead = isRead
  }
}

/// The page with everything that the server told a person.
public struct NoticesPage: Sendable {
  public var lines: [NoticeLine]

  public init(lines: [NoticeLine]) { self.lines = lines }
}
