/// One tenant's application; generated code has one type that conforms.
public protocol TenantApplication: Sendable {
  static var name: StaticString { get }
  /// Role names by index, parted by tabs.
  static var roles: StaticString { get }
  /// The roles that manage people and the system, as bits by their index.
  static var administrators: UInt64 { get }
  /// Words, layouts and looks: see `BlueprintCodec`.
  static var blueprint: StaticString { get }
  /// The OpenAPI document.
  static var openAPI: StaticString { get }
  /// See `SchemaItem`.
  static var sqliteSchema: StaticString { get }
  static var postgresSchema: StaticString { get }
  static var entities: [any Entity.Type] { get }
  /// Parameters that expressions in queries know, a line each: name, carrier, stored value.
  static var parameters: StaticString { get }
}

extension TenantApplication {
  public static var parameters: StaticString { "" }
}
