/// With whom a record is shared, and the form that shares it. It posts to its path: `f.person`,
/// `f.until` and `edit` to share it, `withdraw` with a person's id to end that.
public struct SharePanel: Sendable {
  /// Someone with whom the record is shared.
  public struct Line: Sendable {
    public var user: Int64
    public var name: String
    public var isForEditing: Bool
    /// The last day, in words; nil for a share without an end.
    public var until: String?

    public init(user: Int64, name: String, isForEditing: Bool, until: String?) {
      self.user = user
      self.name = name
      self.isForEditing = isForEditing
      self.until = until
    }
  }

  public var path: PagePath
  public var lines: [Line]
  public var fields: [FormField]
  public var isForEditing: Bool

  public init(path: PagePath, lines: [Line], fields: [FormField], isForEditing: Bool) {
    self.path = path
    self.lines = lines
    self.fields = fields
    self.isForEditing = isForEditing
  }
}

/// The page of a record's shares, where the dialog's form comes again with what is wrong.
public struct SharePage: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var title: String
  public var panel: SharePanel

  public init(entity: ModuleLink, id: Int64, title: String, panel: SharePanel) {
    self.entity = entity
    self.id = id
    self.title = title
    self.panel = panel
  }
}
