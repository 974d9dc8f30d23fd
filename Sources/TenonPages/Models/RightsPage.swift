/// What one person may do, in words.
public struct RightsPage: Sendable {
  /// A rule in words and the roles that it comes from.
  public struct Given: Sendable, Equatable {
    public var rule: String
    /// `销售、客服`.
    public var from: String

    public init(rule: String, from: String) {
      self.rule = rule
      self.from = from
    }
  }

  /// An action or a field, and what is said of it.
  public struct Line: Sendable {
    public var label: String
    public var given: [Given]

    public init(label: String, given: [Given]) {
      self.label = label
      self.given = given
    }
  }

  public struct Part: Sendable {
    public var entity: ModuleLink
    public var actions: [Line]
    /// Fields that are hidden, shown with stars or locked.
    public var fields: [Line]

    public init(entity: ModuleLink, actions: [Line], fields: [Line]) {
      self.entity = entity
      self.actions = actions
      self.fields = fields
    }
  }

  public var name: String
  public var above: PagePath
  /// Labels of the person's roles, departments and headed departments.
  public var roles: [String]
  public var departments: [String]
  public var headed: [String]
  public var parts: [Part]
  /// What the person has no right to.
  public var nothing: [ModuleLink]
  /// Where an administrator begins to see as the person; nil where that is not offered.
  public var look: PagePath?

  public init(
    name: String, above: PagePath, roles: [String], departments: [String], headed: [String],
    parts: [Part], nothing: [ModuleLink], look: PagePath? = nil
  ) {
    self.name = name
    self.above = above
    self.roles = roles
    self.departments = departments
    self.headed = headed
    self.parts = parts
    self.nothing = nothing
    self.look = look
  }
}
