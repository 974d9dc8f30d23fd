/// The icons that a definition may name.
extension Icon {
  /// The icon of this name; a list's for a name that is none of them.
  public init(named name: String) { self = Icon.named[name] ?? Icon.list }

  static let home = Icon("m2.5 7 5.5-4.5L13.5 7v6.5h-3.5V9.5H6v4H2.5z")
  static let user = Icon(
    """
    M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8ZM2.75 13.5a5.25 4 0 0 1 10.5 0
    """)
  static let users = Icon(
    """
    M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5a4.5 3.7 0 0 1 9 0M10.5 2.8
    a2.4 2.4 0 0 1 0 4.4M12 10.2a4 4 0 0 1 2.5 3.3
    """)
  static let building = Icon("M3.5 13.5v-11h6v11M9.5 6.5h3v7M2 13.5h12M5.5 5h2M5.5 7.5h2M5.5 10h2")
  static let bell = Icon("M3.5 11.5h9l-1-2V7a3.5 3.5 0 0 0-7 0v2.5zM6.5 13.7a1.6 1.6 0 0 0 3 0")
  static let gear = Icon(
    """
    M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2
    M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4
    """)
  static let list = Icon("M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4v.1M2.5 8v.1M2.5 12v.1")
  static let phone = Icon(
    "M5.5 2.5h-3c0 6 5 11 11 11v-3l-3-1.5L9 10.5C7.5 9.8 6.2 8.5 5.5 7L7 5.5z")
  static let printer = Icon("M4.5 6V2h7v4M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7V14h-7z")
  static let upload = Icon("M8 10.2V2M4.8 5.2 8 2l3.2 3.2M2.5 13.5h11")
  static let download = Icon("M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11")
  static let globe = Icon(
    """
    M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c2 1.8 2.5 4 2.5 6S10 12.2 8 14
    C6 12.2 5.5 10 5.5 8S6 3.8 8 2Z
    """)

  private static let named: [String: Icon] = [
    "home": home, "user": user, "users": users, "building": building, "bell": bell, "gear": gear,
    "list": list, "phone": phone, "globe": globe,
    "handshake": Icon(
      """
      M1.5 4.5 4 3.5 7.5 5l2-1 2.5-.5 2.5 1v5.5H13l-4.5 3.5L3 10H1.5zM7.5 5 6 7.5
      c1 .8 2.2.6 3-.5l3.5 3
      """),
    "target": Icon(
      """
      M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 8v.1
      """),
    "flag": Icon("M3.5 14V2.5h8.5L10.5 5.5 12 8.5H3.5"),
    "chart": Icon("M2.5 13.5h11M4 11V8M7 11V5M10 11V7M13 11V3"),
    "box": Icon("M2.5 5 8 2.5 13.5 5v6L8 13.5 2.5 11zM2.5 5 8 7.5 13.5 5M8 7.5v6"),
    "tag": Icon("M2.5 2.5h5.5l5.5 5.5L8 13.5 2.5 8zM5.5 5.5v.1"),
    "file": Icon("M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M6 8h4M6 11h4"),
    "receipt": Icon(
      """
      M3.5 14V2l1.5 1 1.5-1L8 3l1.5-1L11 3l1.5-1v12L11 13l-1.5 1L8 13l-1.5 1L5 13zM6 6.5h4
      M6 9.5h4
      """),
    "cart": Icon("M1.5 2.5h2l1.5 8h7l1.5-6H4M6 13.5v.1M11 13.5v.1"),
    "coin": Icon("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.5 5 8 8l2.5-3M8 8v3.5M6 8h4M6 10h4"),
    "megaphone": Icon("M2.5 6.5v3h2.5l6.5 3v-9l-6.5 3zM5 9.5l1 4h1.5l-.8-3.2M13.5 7v2"),
    "ticket": Icon(
      """
      M2 4h12v2.5a1.5 1.5 0 0 0 0 3V12H2V9.5a1.5 1.5 0 0 0 0-3zM9.5 4v1.5M9.5 7.3v1.5
      M9.5 10.5V12
      """),
    "headset": Icon(
      """
      M2.5 10V8a5.5 5.5 0 0 1 11 0v2M2.5 9h2v4h-2zM11.5 9h2v4h-2zM13 13c0 1.2-2 1.5-4 1.5
      """),
    "map": Icon("m2 4 4-1.5 4 1.5 4-1.5V12l-4 1.5L6 12l-4 1.5zM6 2.5V12M10 4v9.5"),
    "book": Icon(
      """
      M8 4C6.5 2.8 4.5 2.5 2 2.5v10c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5v-10
      c-2.5 0-4.5.3-6 1.5zM8 4v10
      """),
    "calendar": Icon("M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3"),
    "clock": Icon("M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.5 1.5"),
    "mail": Icon("M2 3.5h12v9H2zM2 4l6 5 6-5"),
    "link": Icon(
      """
      M7 9a2.5 2.5 0 0 0 3.6.2l2-2a2.5 2.5 0 0 0-3.6-3.6l-1 1M9 7a2.5 2.5 0 0 0-3.6-.2
      l-2 2A2.5 2.5 0 0 0 7 12.4l1-1
      """),
    "star": Icon("m8 2 1.9 3.9 4.3.6-3.1 3 .7 4.2L8 11.7l-3.8 2 .7-4.2-3.1-3 4.3-.6z"),
    "heart": Icon("M8 13.5 2.9 8.3a3.2 3.2 0 0 1 4.6-4.5L8 4.4l.5-.6a3.2 3.2 0 0 1 4.6 4.5z"),
    "shield": Icon("M8 1.8 13 3.5V8c0 3-2.2 5-5 6.2C5.2 13 3 11 3 8V3.5z"),
    "folder": Icon("M2 3.5h4l1.5 2H14V13H2z"),
    "image": Icon("M2 3h12v10H2zM2 11l3.5-3.5L9 11l2-2 3 3M10.5 6v.1"),
    "truck": Icon(
      """
      M1.5 3.5H9V11H1.5zM9 6h3l2.5 2.5V11H9M4.5 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z
      M11.5 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z
      """),
    "briefcase": Icon("M2 5h12v8.5H2zM5.5 5V2.5h5V5M2 9h12"),
    "bulb": Icon("M5.5 10.5a4.5 4.5 0 1 1 5 0V12h-5zM6 14h4"),
  ]
}
