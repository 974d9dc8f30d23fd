import Diagnostics
import Driver
import IR

/// An application that was checked for a command that tells something of it. Without an application
/// its mistakes are on standard error.
struct Checked {
  let application: Application?
  let sources: SourceMap

  init(_ result: CheckResult, _ language: Language) {
    application = result.application
    sources = result.sources
    if application == nil {
      let context = RenderContext(result.sources, language, style: .plain, version: Tool.version)
      Terminal.complain(HumanRenderer(context).render(result.diagnostics))
    }
  }

  /// The index of a role; throws what was probably meant.
  func role(_ name: String) throws(UsageError) -> Int {
    let roles = application?.roles ?? []
    if let index = roles.firstIndex(where: { $0.name == name }) { return index }
    throw unknown(
      name, Message(zh: "角色", en: "role"),
      roles.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) })
  }

  func entity(_ name: String) throws(UsageError) -> Entity {
    let entities = application?.entities ?? []
    if let entity = entities.first(where: { $0.name == name }) { return entity }
    throw unknown(
      name, Message(zh: "实体", en: "entity"),
      entities.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) })
  }

  func field(_ name: String, of entity: Entity) throws(UsageError) -> Int {
    if let index = entity.fields.firstIndex(where: { $0.name == name }) { return index }
    throw unknown(
      name, Message(zh: "`\(entity.name)` 的字段", en: "field of `\(entity.name)`"),
      entity.fields.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) })
  }

  private func unknown(
    _ name: String, _ what: Message, _ candidates: [Candidate]
  ) -> UsageError {
    let near = Suggestions.nearest(to: name, among: candidates).first
    return UsageError(
      zh: "没有\(what.zh) `\(name)`" + (near.map { "；是否想写 `\($0.name)`？" } ?? ""),
      en: "no \(what.en) `\(name)`" + (near.map { "; did you mean `\($0.name)`?" } ?? ""))
  }
}
