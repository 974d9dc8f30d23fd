@testable import TenonServer

/// The sales application but for what a test says otherwise.
protocol LikeSales: TenantApplication {}

extension LikeSales {
  static var name: StaticString { salesApplication.name }
  static var roles: StaticString { salesApplication.roles }
  static var administrators: UInt64 { salesApplication.administrators }
  static var secondFactor: UInt64 { salesApplication.secondFactor }
  static var auditors: UInt64 { salesApplication.auditors }
  static var blueprint: StaticString { salesApplication.blueprint }
  static var openAPI: StaticString { salesApplication.openAPI }
  static var sqliteSchema: StaticString { salesApplication.sqliteSchema }
  static var postgresSchema: StaticString { salesApplication.postgresSchema }
  static var entities: [any Entity.Type] { salesApplication.entities }
  static var calendar: StaticString { salesApplication.calendar }
  static var formScript: StaticString { salesApplication.formScript }
  static var formEntities: StaticString { salesApplication.formEntities }
  static var formMembers: StaticString { salesApplication.formMembers }
  static var keptValues: StaticString { salesApplication.keptValues }
}
