enum Script {
  static let parts: [StaticString] = [""]
}
