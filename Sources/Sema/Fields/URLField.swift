import Diagnostics
import IR

extension FieldKind {
  /// A web address.
  static let url = FieldKind(
    keyword: "url",
    meaning: Message(
      zh: "网址，以 `https://` 或 `http://` 开头。",
      en: "A web address, with `https://` or `http://` before it."),
    also: "website web_address uri hyperlink href 网址 链接 网站",
    type: { _, _ in .url },
    defaultValue: nil)
}
