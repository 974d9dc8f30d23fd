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
      brandColor: application.brandColor,
      roles: application.roles.map { role in
        RoleLook(
          name: role.name, label: Blueprint.words(role.label),
          workbench: role.workbench.map(application.viewName))
      },
      menu: application.menu.map { group in
        MenuLook(
          name: group.name, label: group.label.map(Blueprint.words), icon: group.icon,
          entities: group.entities.map { application.entity($0).name },
          offered: application.names(of: group.offer))
      },
      entities: application.entities.map { Blueprint.look($0, application) })
  }

  private static func look(_ entity: Entity, _ application: Application) -> EntityLook {
    EntityLook(
      name: entity.name, label: words(entity.label), plural: words(entity.plural),
      icon: entity.icon, title: entity.title.parts.map { title($0, entity) },
      fields: entity.fields.map(look),
      subforms: entity.subforms.map { subform in
        let rows = application.entity(subform.entity)
        return SubformLook(
          name: subform.name, label: words(subform.label), help: subform.help.map(words),
          entity: rows.name, by: rows.fields[subform.by].name,
          columns: subform.columns.map { rows.fields[$0].name })
      },
      sections: entity.sections.map { section in
        SectionLook(
          label: section.label.map(words), items: section.items.map { $0.name(in: entity) },
          offered: application.names(of: section.offer))
      },
      views: application.views.filter { $0.entity == entity.id }
        .map { look($0, entity, application) })
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
      name: field.name, control: field.control.name, label: words(field.label),
      help: field.help.map(words))
    look.options = (field.type.options ?? []).map { option in
      OptionLook(
        name: option.name, label: words(option.label),
        outcome: option.outcome.flatMap { OptionLook.Outcome(rawValue: $0.rawValue) },
        needs: option.needs)
    }
    switch field.type {
    case .rating(let limit), .attachment(let limit), .image(let limit): look.limit = limit
    default: break
    }
    switch field.type {
    case .integer(let range), .decimal(_, let range), .money(_, let range), .percent(let range):
      if field.control.look != nil { look.range = range.minimum...range.maximum }
    default: break
    }
    return look
  }

  private static func look(
    _ view: View, _ entity: Entity, _ application: Application
  ) -> ViewLook {
    func name(_ column: View.Column) -> String { column.name(in: entity) }
    return ViewLook(
      name: view.name, label: words(view.label), layout: layout(view.layout, entity),
      columns: view.columns.map(name), filters: view.filters.map(name),
      sorts: view.sorts.map { ($0.descending ? "-" : "") + name($0.column) },
      conditions: (view.filterConditions ?? []).map { condition in
        ViewCondition(
          field: entity.fields[condition.field].name, isNegated: condition.isNegated,
          values: condition.values.map { value in
            switch value {
            case .me: return "me"
            case .value(let text): return text
            }
          })
      }, offered: application.names(of: view.offer), reads: application.decisive(view),
      declassification: view.declassification.map(words))
  }

  private static func layout(_ layout: View.Layout, _ entity: Entity) -> ViewLayout {
    func name(_ column: View.Column) -> String { column.name(in: entity) }
    switch layout {
    case .table(let group): return .table(group: group.map(name))
    case .board(let by): return .board(by: entity.fields[by].name)
    case .calendar(let from, let to): return .calendar(from: name(from), to: to.map(name))
    case .gallery(let image): return .gallery(image: entity.fields[image].name)
    case .gantt(let from, let to): return .gantt(from: name(from), to: name(to))
    }
  }
}

extension Application {
  /// A view as `entity.view`.
  fileprivate func viewName(_ id: StableID) -> String {
    guard let view = views.first(where: { $0.id == id }) else { return id.text }
    return entity(view.entity).name + "." + view.name
  }

  /// The roles to which something is offered.
  fileprivate func names(of offer: Offer?) -> [String] {
    (offer?.roles ?? []).map { roles[$0].name }
  }

  /// The fields that decide which records a view shows: those of its entity, and those of others
  /// as `customer.level`. People and departments everyone reads.
  fileprivate func decisive(_ view: View) -> [String] {
    let entity = entity(view.entity)
    var names = view.deciding(entity).map { entity.fields[$0].name }
    for read in view.condition?.reads ?? [] where !read.isOwn && read.root == .record {
      let other = self.entity(read.entity)
      if other.isBuiltIn { continue }
      let name = read.member.name { id in other.fields.first { $0.id == id }?.name ?? id.text }
      names.append("\(other.name).\(name)")
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Section.Item {
  /// The name of the field or subform.
  fileprivate func name(in entity: Entity) -> String {
    switch self {
    case .field(let index): return entity.fields[index].name
    case .subform(let index): return entity.subforms[index].name
    }
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
