/// Where a spreadsheet is chosen that is to be imported. It posts `file` to its path.
public struct ImportStartPage: Sendable {
  /// An import of before.
  public struct Line: Sendable {
    public var path: PagePath
    public var name: String
    /// `昨天 09:05`.
    public var when: String
    public var state: String

    public init(path: PagePath, name: String, when: String, state: String) {
      self.path = path
      self.name = name
      self.when = when
      self.state = state
    }
  }

  public var entity: ModuleLink
  public var lines: [Line]
  /// What a file may have at most.
  public var megabytes: Int
  public var rows: Int
  /// Why nothing was begun.
  public var problem: String?

  public init(
    entity: ModuleLink, lines: [Line], megabytes: Int, rows: Int, problem: String? = nil
  ) {
    self.entity = entity
    self.lines = lines
    self.megabytes = megabytes
    self.rows = rows
    self.problem = problem
  }
}

/// One import: what its columns are for, how far it is, or what it did.
public struct ImportPage: Sendable {
  /// What the columns are for. It posts `do=check`, `c.0` … with names of fields, `mode`, `key`.
  public struct Plan: Sendable {
    public struct Column: Sendable {
      public var header: String
      public var samples: [String]
      /// The field's name; empty for none.
      public var field: String

      public init(header: String, samples: [String], field: String) {
        self.header = header
        self.samples = samples
        self.field = field
      }
    }

    public var columns: [Column]
    public var fields: [(name: String, label: String, isRequired: Bool)]
    /// What rows can be matched by.
    public var keys: [(value: String, label: String)]
    public var key: String
    /// `create`, `update` or `upsert`.
    public var mode: String

    public init(
      columns: [Column], fields: [(name: String, label: String, isRequired: Bool)],
      keys: [(value: String, label: String)], key: String, mode: String
    ) {
      self.columns = columns
      self.fields = fields
      self.keys = keys
      self.key = key
      self.mode = mode
    }
  }

  /// What is going on.
  public enum Work: Sendable { case checking, applying, undoing }

  /// What is over.
  public enum End: Sendable { case checked, applied, undone }

  public struct Counts: Sendable {
    public var total: Int
    public var done: Int
    public var created: Int
    public var updated: Int
    public var same: Int
    public var wrong: Int

    public init(total: Int, done: Int, created: Int, updated: Int, same: Int, wrong: Int) {
      self.total = total
      self.done = done
      self.created = created
      self.updated = updated
      self.same = same
      self.wrong = wrong
    }
  }

  /// A row that was left out.
  public struct Wrong: Sendable {
    public var row: Int
    public var reasons: [(header: String, sentence: String)]

    public init(row: Int, reasons: [(header: String, sentence: String)]) {
      self.row = row
      self.reasons = reasons
    }
  }

  public enum Body: Sendable {
    case plan(Plan)
    case work(Work, Counts)
    case end(End, Counts)
  }

  public var entity: ModuleLink
  public var id: Int64
  public var name: String
  public var body: Body
  /// Why it stands still, or why nothing was begun.
  public var problem: String?
  public var wrong: [Wrong] = []
  /// Whether it can be taken back.
  public var canUndo = false
  /// What was not taken back, and why.
  public var kept: [(record: RecordLink, why: String)] = []

  public init(
    entity: ModuleLink, id: Int64, name: String, body: Body, problem: String? = nil
  ) {
    self.entity = entity
    self.id = id
    self.name = name
    self.body = body
    self.problem = problem
  }
}
