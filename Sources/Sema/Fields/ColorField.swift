import Diagnostics
import IR

extension FieldKind {
  /// A colour.
  static let color = formed(
    .color,
    meaning: Message(
      zh: "颜色，例如 `\"#0F766E\"`。",
      en: "A colour, such as `\"#0F766E\"`."),
    also: "colour color_picker hex_color 颜色 色彩 取色")
}
