import Diagnostics
import IR

extension FieldKind {
  /// One of the icons.
  static let icon = formed(
    .icon,
    meaning: Message(
      zh: "图标，名称同菜单图标。",
      en: "An icon, by the names that menus use."),
    also: "icon_picker pictogram 图标")
}
