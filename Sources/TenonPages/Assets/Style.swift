enum Style {
  static let parts: [StaticString] = [""]
  static let icon: StaticString = ""
}
