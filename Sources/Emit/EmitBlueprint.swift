import Blueprint
import IR

import struct Blueprint.Words

extension Blueprint {
  /// The words and looks of an application.
  init(_ application: Application) {
    self.init(
      app: application.name, label: Blueprint.words(application.label),
      languages: application.languages, currency: application.currency.code,
      currencyScale: application.currency.scale, timeZone: application.timeZone,
      roles: application.roles.map {
        RoleLook(name: $0.name, label: Blueprint.words($0.label))
      })
    for entity in application.entities {
      entities.append(
        EntityLook(
          name: entity.name, label: Blueprint.words(entity.label),
          title: entity.title.parts.map { Blueprint.title($0, entity) },
          fields: entity.fields.map(Blueprint.look),
          views: application.views.filter { $0.entity == entity.id }.map {
            Blueprint.look($0, entity)
          }))
    }
  }

  private static func words(_ words: IR.Words) -> Words { Words(words.texts.map(\.text)) }

  private static func title(_ part: Title.Part, _ entity: Entity) -> TitlePart {
    switch part {
    case .literal(let text): return .literal(text)
    case .field(let index): return .field(entity.fields[index].name)
    case .id: return .field("id")
    }
  }

  private static func look(_ field: Field) -> FieldLook {
    var look = FieldLook(
      name: field.name, control: field.type.keyword, label: words(field.label),
      help: field.help.map(words))
    if case .choice(let options) = field.type {
      look.options = options.map { OptionLook(name: $0.name, label: words($0.label)) }
    }
    return look
  }

  private static func look(_ view: View, _ entity: Entity) -> ViewLook {
    func name(_ column: View.Column) -> String { column.name(in: entity) }
    return ViewLook(
      name: view.name, label: words(view.label), columns: view.columns.map(name),
      filters: view.filters.map(name),
      sorts: view.sorts.map { ($0.descending ? "-" : "") + name($0.column) })
  }
}

extension View.Column {
  /// The name by which definition, blueprint and wire call the column.
  func name(in entity: Entity) -> String {
    switch self {
    case .field(let index): return entity.fields[index].name
    case .createdAt: return "created_at"
    case .updatedAt: return "updated_at"
    }
  }
}
