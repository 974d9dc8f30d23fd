import Values

/// The text form of a ``Blueprint``: one record a line, fields parted by tabs.
///
/// ```
/// blueprint 3
/// app        name  languages(,)  currency  scale  zone  color  label…
/// role       name  workbench(,)  label…
/// menu       name  icon  entities(,)  label… | nothing
/// menufor    role…
/// entity     name  icon  label…
/// plural     wording…
/// title      text:… | field:…
/// field      name  control  limit  label…
/// help       wording…
/// range      minimum  maximum
/// option     name  outcome  needs(,)  label…
/// subform    name  entity  by  columns(,)  label…
/// subhelp    wording…
/// section    items(,)  label… | nothing
/// sectionfor role…
/// view       name  columns(,)  filters(,)  sorts(,)  label…
/// layout     board|calendar|gallery|gantt|table  column…
/// condition  is|not  field  value…
/// viewfor    role…
/// reads      field|entity.field…
/// declassify wording…
/// rule       clause  place  wording…
/// ```
/// A line belongs to the last line of the kind above it; texts are escaped as ``TabbedText`` does.
public enum BlueprintCodec {
  /// The version that this code writes and reads.
  public static let version = 3

  /// Writes the text form; equal blueprints give equal bytes.
  public static func encode(_ blueprint: Blueprint) -> String {
    var out = "blueprint \(version)\n"
    func line(_ kind: String, _ parts: [String]) {
      TabbedText.append([kind] + parts, to: &out)
    }
    line(
      "app",
      [
        blueprint.app, blueprint.languages.joined(separator: ","), blueprint.currency,
        String(blueprint.currencyScale), blueprint.timeZone, blueprint.brandColor ?? "",
      ] + blueprint.label.texts)
    for role in blueprint.roles {
      line("role", [role.name, role.workbench.joined(separator: ",")] + role.label.texts)
    }
    for group in blueprint.menu {
      line(
        "menu",
        [group.name, group.icon ?? "", group.entities.joined(separator: ",")]
          + (group.label?.texts ?? []))
      if !group.offered.isEmpty { line("menufor", group.offered) }
    }
    for entity in blueprint.entities { encode(entity, line) }
    return out
  }

  private static func encode(_ entity: EntityLook, _ line: (String, [String]) -> Void) {
    line("entity", [entity.name, entity.icon ?? ""] + entity.label.texts)
    if entity.plural != entity.label { line("plural", entity.plural.texts) }
    line("title", entity.title.map(encode))
    for field in entity.fields {
      let limit = field.limit.map { String($0) } ?? ""
      line("field", [field.name, field.control, limit] + field.label.texts)
      if let help = field.help { line("help", help.texts) }
      if let range = field.range {
        line("range", [String(range.lowerBound), String(range.upperBound)])
      }
      for option in field.options {
        line(
          "option",
          [option.name, option.outcome?.rawValue ?? "", option.needs.joined(separator: ",")]
            + option.label.texts)
      }
    }
    for subform in entity.subforms {
      line(
        "subform",
        [
          subform.name, subform.entity, subform.by, subform.columns.joined(separator: ","),
        ] + subform.label.texts)
      if let help = subform.help { line("subhelp", help.texts) }
    }
    for section in entity.sections {
      line("section", [section.items.joined(separator: ",")] + (section.label?.texts ?? []))
      if !section.offered.isEmpty { line("sectionfor", section.offered) }
    }
    for view in entity.views { encode(view, line) }
    for rule in entity.ruleWords {
      line("rule", [String(rule.clause), rule.place] + rule.words.texts)
    }
  }

  private static func encode(_ view: ViewLook, _ line: (String, [String]) -> Void) {
    line(
      "view",
      [
        view.name, view.columns.joined(separator: ","), view.filters.joined(separator: ","),
        view.sorts.joined(separator: ","),
      ] + view.label.texts)
    if view.layout != .table(group: nil) { line("layout", encode(view.layout)) }
    for condition in view.conditions {
      line(
        "condition", [condition.isNegated ? "not" : "is", condition.field] + condition.values)
    }
    if !view.offered.isEmpty { line("viewfor", view.offered) }
    if !view.reads.isEmpty { line("reads", view.reads) }
    if let reason = view.declassification { line("declassify", reason.texts) }
  }

  private static func encode(_ layout: ViewLayout) -> [String] {
    switch layout {
    case .table(let group): return ["table"] + (group.map { [$0] } ?? [])
    case .board(let by): return ["board", by]
    case .calendar(let from, let to): return ["calendar", from] + (to.map { [$0] } ?? [])
    case .gallery(let image): return ["gallery", image]
    case .gantt(let from, let to): return ["gantt", from, to]
    }
  }

  private static func encode(_ part: TitlePart) -> String {
    switch part {
    case .literal(let text): return "text:" + text
    case .field(let name): return "field:" + name
    }
  }
}
