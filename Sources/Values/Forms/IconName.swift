extension TextForm {
  /// The name of one of the icons.
  public static let icon = TextForm(
    "icon", maxLength: 20, pattern: "^(\(Icons.all.joined(separator: "|")))$",
    zh: "应为图标的名称，例如 star", en: "the name of an icon, such as star"
  ) { Icons.all.contains($0) }
}

/// The icons that a definition can name.
public enum Icons {
  public static let all = [
    "bell", "book", "box", "briefcase", "building", "bulb", "calendar", "cart", "chart", "clock",
    "coin", "file", "flag", "folder", "gear", "globe", "handshake", "headset", "heart", "home",
    "image", "link", "list", "mail", "map", "megaphone", "phone", "receipt", "shield", "star",
    "tag", "target", "ticket", "truck", "user", "users",
  ]
}
