/// One tenant's application; generated code has one type that conforms.
public protocol TenantApplication: Sendable {
  static var name: StaticString { get }
  /// Role names by index, parted by tabs.
  static var roles: StaticString { get }
  /// Words, layouts and looks: see `BlueprintCodec`.
  static var blueprint: StaticString { get }
  /// The OpenAPI document.
  static var openAPI: StaticString { get }
  /// See `SchemaItem`.
  static var sqliteSchema: StaticString { get }
  static var postgresSchema: StaticString { get }
  static var entities: [any Entity.Type] { get }
}
