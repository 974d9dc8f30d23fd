extension TextForm {
  /// What a barcode of Code 128 holds: printable ASCII.
  public static let barcode = TextForm(
    "barcode", maxLength: 48, pattern: "^[ -~]+$",
    zh: "应为最多 48 个半角字母、数字和符号", en: "at most 48 letters, digits and signs of ASCII"
  ) { text in !text.isEmpty && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
