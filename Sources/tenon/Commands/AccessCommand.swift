import Analysis
import Diagnostics
import Driver
import IR

/// `tenon access`.
struct AccessCommand: Command {
  static let name = "access"
  static let usage = "APP [--format text|html|csv] [--role ROLE] [--entity ENTITY]"
  static let summary = Message(
    zh: "列出谁可以对什么做什么：角色、实体、动作、字段",
    en: "reports who may do what: roles, entities, actions, fields")

  private enum Format: String, CaseIterable { case text, html, csv }

  private let folder: String
  private let format: Format
  private let role: String?
  private let entity: String?
  private let language: Language

  init(_ arguments: inout Arguments) throws(UsageError) {
    language = arguments.language
    format = try arguments.choice("--format") ?? .text
    role = try arguments.value("--role")
    entity = try arguments.value("--entity")
    folder = try arguments.folder()
  }

  func run() throws -> Int32 {
    let checked = try Checked(AppFolder(folder).check(), language)
    guard let application = checked.application else { return ExitCode.diagnostics }
    var role: Int?
    var entity: StableID?
    if let name = self.role { role = try checked.role(name) }
    if let name = self.entity { entity = try checked.entity(name).id }
    let report = AccessReport(Sights(application), language, role: role, entity: entity)
    switch format {
    case .text: return Terminal.out(report.text(checked.sources))
    case .html: return Terminal.out(report.html(checked.sources))
    case .csv: return Terminal.out(report.csv())
    }
  }
}
