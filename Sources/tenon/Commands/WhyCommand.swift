import Analysis
import Diagnostics
import Driver
import IR

/// `tenon why`.
struct WhyCommand: Command {
  static let name = "why"
  static let usage = "APP --role ROLE --field ENTITY.FIELD"
  static let summary = Message(
    zh: "说明一个角色为什么看得到或看不到一个字段",
    en: "derives why a role sees a field, or does not")

  private let folder: String
  private let role: String
  private let field: String
  private let language: Language

  init(_ arguments: inout Arguments) throws(UsageError) {
    language = arguments.language
    let role = try arguments.value("--role")
    let field = try arguments.value("--field")
    folder = try arguments.folder()
    guard let role else { throw UsageError(zh: "没有写 `--role`", en: "`--role` is missing") }
    guard let field else { throw UsageError(zh: "没有写 `--field`", en: "`--field` is missing") }
    self.role = role
    self.field = field
  }

  func run() throws -> Int32 {
    let checked = try Checked(AppFolder(folder).check(), language)
    guard let application = checked.application else { return ExitCode.diagnostics }
    let role = try checked.role(role)
    let parts = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw UsageError(
        zh: "`--field` 写成 `实体.字段`，例如 `customer.phone`",
        en: "`--field` is `entity.field`, as `customer.phone`")
    }
    let entity = try checked.entity(parts[0])
    let field = try checked.field(parts[1], of: entity)
    let derivation = Derivation(
      Sights(application), checked.sources, language, role: role, entity: entity, field: field)
    return Terminal.out(derivation.text)
  }
}
