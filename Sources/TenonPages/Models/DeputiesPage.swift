/// Who acts for a person, and for whom the person acts. It posts to its path: `f.person`, `f.from`
/// and `f.until` to name someone, `withdraw` with an id to end that. Acting begins with `person`
/// posted to `/acting`.
public struct DeputiesPage: Sendable {
  /// Someone and the time, in words.
  public struct Line: Sendable {
    /// Of the deputyship, or of the person for whom one may act.
    public var id: Int64
    public var name: String
    /// `2026-03-02 – 2026-03-09`.
    public var time: String
    /// Whether it is so now, and not only later.
    public var isNow: Bool

    public init(id: Int64, name: String, time: String, isNow: Bool) {
      self.id = id
      self.name = name
      self.time = time
      self.isNow = isNow
    }
  }

  /// Whose they are.
  public var name: String
  public var path: PagePath
  /// The page above: the own one or that of the person.
  public var above: PagePath
  /// Whether the reader is that person.
  public var isOwn: Bool
  public var deputies: [Line]
  public var actsFor: [Line]
  public var fields: [FormField]

  public init(
    name: String, path: PagePath, above: PagePath, isOwn: Bool, deputies: [Line],
    actsFor: [Line], fields: [FormField]
  ) {
    self.name = name
    self.path = path
    self.above = above
    self.isOwn = isOwn
    self.deputies = deputies
    self.actsFor = actsFor
    self.fields = fields
  }
}

/// What stands above every page while someone acts for another.
public struct StandInLine: Sendable {
  /// For whom.
  public var name: String
  /// Who really acts.
  public var actor: String
  /// Whether nothing can be changed.
  public var isLook: Bool

  public init(name: String, actor: String, isLook: Bool) {
    self.name = name
    self.actor = actor
    self.isLook = isLook
  }
}
