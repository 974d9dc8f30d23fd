extension TextForm {
  /// A colour as `#0F766E`.
  public static let color = TextForm(
    "color", maxLength: 7, pattern: "^#[0-9A-F]{6}$",
    zh: "应为“#0F766E”这样的颜色", en: "a colour such as #0F766E", tidy: code
  ) { text in
    let bytes = Array(text.utf8)
    return bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
      && bytes.dropFirst().allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x41 < 6 }
  }
}
