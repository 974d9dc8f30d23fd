/// One tenant's application; generated code has one type that conforms.
public protocol TenantApplication: Sendable {
  static var name: StaticString { get }
  /// Role names by index, parted by tabs.
  static var roles: StaticString { get }
  /// The roles that manage people and the system, as bits by their index.
  static var administrators: UInt64 { get }
  /// The roles whose people need a second factor, as bits by their index; all bits: everyone.
  static var secondFactor: UInt64 { get }
  /// The roles that may see the audit trail, as bits by their index.
  static var auditors: UInt64 { get }
  /// Words, layouts and looks: see `BlueprintCodec`.
  static var blueprint: StaticString { get }
  /// The OpenAPI document.
  static var openAPI: StaticString { get }
  /// See `SchemaItem`.
  static var sqliteSchema: StaticString { get }
  static var postgresSchema: StaticString { get }
  static var entities: [any Entity.Type] { get }
  /// When the company works, as ``WorkCalendar`` reads it; empty without a calendar.
  static var calendar: StaticString { get }
  /// The rules of forms as a script's module; empty when none follows any.
  static var formScript: StaticString { get }
  /// The entities whose forms follow rules, and what rules read of the person who is signed in, by
  /// its path; parted by tabs.
  static var formEntities: StaticString { get }
  static var formMembers: StaticString { get }
  /// Differs when values that the database keeps follow otherwise than before; empty without any.
  static var keptValues: StaticString { get }
}

extension TenantApplication {
  public static var auditors: UInt64 { 0 }
  public static var calendar: StaticString { "" }
  public static var keptValues: StaticString { "" }
  public static var formScript: StaticString { "" }
  public static var formEntities: StaticString { "" }
  public static var formMembers: StaticString { "" }
}
