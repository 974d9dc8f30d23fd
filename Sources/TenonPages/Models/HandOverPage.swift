/// What a leaver has, to be given to someone else. It posts to its path: `f.person`, `part` for
/// each kind that goes along, and `deactivate`.
public struct HandOverPage: Sendable {
  /// One kind of what the leaver has.
  public struct Part: Sendable {
    public var name: String
    public var label: String
    /// `128`, `10000+`.
    public var count: String
    public var isChosen: Bool

    public init(name: String, label: String, count: String, isChosen: Bool) {
      self.name = name
      self.label = label
      self.count = count
      self.isChosen = isChosen
    }
  }

  /// What the latest hand-over has done.
  public struct Report: Sendable {
    public struct Line: Sendable {
      public var label: String
      public var moved: Int
      public var stayed: Int

      public init(label: String, moved: Int, stayed: Int) {
        self.label = label
        self.moved = moved
        self.stayed = stayed
      }
    }

    /// A record that stayed, and why.
    public struct Refused: Sendable {
      public var record: RecordLink
      public var why: String

      public init(record: RecordLink, why: String) {
        self.record = record
        self.why = why
      }
    }

    public var successor: String
    public var by: String?
    /// `昨天 09:05`.
    public var when: String
    public var isEnded: Bool
    public var lines: [Line]
    public var refused: [Refused]

    public init(
      successor: String, by: String?, when: String, isEnded: Bool, lines: [Line],
      refused: [Refused]
    ) {
      self.successor = successor
      self.by = by
      self.when = when
      self.isEnded = isEnded
      self.lines = lines
      self.refused = refused
    }
  }

  public var name: String
  public var path: PagePath
  public var above: PagePath
  public var fields: [FormField]
  public var parts: [Part]
  /// Whether the leaver's account can be closed with it.
  public var canDeactivate: Bool
  public var deactivates: Bool
  public var report: Report?

  public init(
    name: String, path: PagePath, above: PagePath, fields: [FormField], parts: [Part],
    canDeactivate: Bool, deactivates: Bool, report: Report?
  ) {
    self.name = name
    self.path = path
    self.above = above
    self.fields = fields
    self.parts = parts
    self.canDeactivate = canDeactivate
    self.deactivates = deactivates
    self.report = report
  }
}
