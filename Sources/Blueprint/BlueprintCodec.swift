import Values

/// The text form of a ``Blueprint``: one record a line, fields parted by tabs.
///
/// ```
/// blueprint 1
/// app      name  languages(,)  currency  scale  zone  label…
/// role     name  label…
/// entity   name  label…
/// title    text:… | field:…
/// field    name  control  label…
/// help     wording…
/// option   name  label…
/// view     name  columns(,)  filters(,)  sorts(,)  label…
/// ```
/// A line belongs to the last line of the kind above it; texts are escaped as ``TabbedText`` does.
public enum BlueprintCodec {
  /// The version that this code writes and reads.
  public static let version = 1

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
        String(blueprint.currencyScale), blueprint.timeZone,
      ] + blueprint.label.texts)
    for role in blueprint.roles { line("role", [role.name] + role.label.texts) }
    for entity in blueprint.entities {
      line("entity", [entity.name] + entity.label.texts)
      line("title", entity.title.map(encode))
      for field in entity.fields {
        line("field", [field.name, field.control] + field.label.texts)
        if let help = field.help { line("help", help.texts) }
        for option in field.options { line("option", [option.name] + option.label.texts) }
      }
      for view in entity.views {
        line(
          "view",
          [
            view.name, view.columns.joined(separator: ","), view.filters.joined(separator: ","),
            view.sorts.joined(separator: ","),
          ] + view.label.texts)
      }
    }
    return out
  }

  private static func encode(_ part: TitlePart) -> String {
    switch part {
    case .literal(let text): return "text:" + text
    case .field(let name): return "field:" + name
    }
  }
}
