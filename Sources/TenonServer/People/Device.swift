/// What a browser calls itself, in words that people know.
enum Device {
  /// `Chrome · Windows`; nil when nothing of it is known.
  static func name(_ agent: String) -> String? {
    let parts = [browser(agent), system(agent)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// The first that fits: browsers also name those that they are like.
  private static func browser(_ agent: String) -> String? {
    let known = [
      ("wxwork", "WeCom"), ("DingTalk", "DingTalk"), ("Lark", "Lark"),
      ("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("Firefox", "Firefox"),
      ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"), ("curl", "curl"),
    ]
    return known.first { Text.contains(agent, $0.0) }?.1
  }

  private static func system(_ agent: String) -> String? {
    let known = [
      ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
      ("Mac OS", "macOS"), ("HarmonyOS", "HarmonyOS"), ("Linux", "Linux"),
    ]
    return known.first { Text.contains(agent, $0.0) }?.1
  }
}
