/// What a form that follows rules tells the script beside what stands in its inputs. The script
/// hides, requires and locks fields, shows computed values, and says which checks fail, while
/// someone types; the server decides all the same.
///
/// - Each place of a field or a subform has `data-field`, as every form has it. A field's inputs
///   are called `f.{field}`, in a row `{subform}.{number}.f.{field}`.
/// - A computed field is an `<output>`. Where its value is one of a few, as an option or yes and
///   no, each stands in it with `data-value` and the others are `hidden`; `data-before` is what
///   stands before an amount.
/// - A row that was stored has an input that ends in `.id`; one to be deleted has `.delete` ticked.
/// - `data-known` on the form and on a row: the fields without an input of their own, as one would
///   hold them, and what is stored of those that may be hidden: that counts while they are. A rule
///   that reads a field which stands nowhere is left alone.
public struct FormRules: Sendable {
  /// The module of the application's rules: `data-rules`. The script itself is `data-functions`.
  public var tables: PagePath
  /// Whose rules: `data-entity`.
  public var entity: String
  /// The zone on whose clocks date-times are typed, by its IANA name: `data-zone`.
  public var zone: String
  /// Milliseconds since 1970, and the day that it is in the zone, counted from 1970: `data-now`,
  /// `data-today`.
  public var now: Int64
  public var today: Int64
  /// Who is signed in: `data-me`; his roles as they are stored: `data-roles`; the people of his
  /// department: `data-team`.
  public var me: Int64
  public var roles: [String]
  public var team: [Int64]
  /// His fields that rules read, by their paths, as inputs would hold them: `data-my`.
  public var my: [(name: String, text: String)]
  /// Fields of the record: `data-known`.
  public var known: [(name: String, text: String)]

  public init(
    tables: PagePath, entity: String, zone: String, now: Int64, today: Int64, me: Int64,
    roles: [String] = [], team: [Int64] = [], my: [(name: String, text: String)] = [],
    known: [(name: String, text: String)] = []
  ) {
    self.tables = tables
    self.entity = entity
    self.zone = zone
    self.now = now
    self.today = today
    self.me = me
    self.roles = roles
    self.team = team
    self.my = my
    self.known = known
  }

  /// Writes them as attributes of a form.
  func write(into out: inout HTMLWriter) {
    out.attribute("data-functions", PageAssets.rules.path)
    out.attribute("data-rules", tables)
    out.attribute("data-entity", entity)
    out.attribute("data-zone", zone)
    out.attribute("data-now", now)
    out.attribute("data-today", today)
    out.attribute("data-me", me)
    out.attribute("data-roles", roles.joined(separator: ","))
    out.attribute("data-team", team.map { String($0) }.joined(separator: ","))
    out.attribute("data-my", JSONText.object(my))
    FormRules.write(known: known, into: &out)
  }

  /// Writes what is known of a record or a row; nothing when it all stands in inputs.
  static func write(known: [(name: String, text: String)], into out: inout HTMLWriter) {
    if !known.isEmpty { out.attribute("data-known", JSONText.object(known)) }
  }
}
