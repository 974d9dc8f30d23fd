import IR

extension FieldKind {
  /// Several lines of text.
  static let longText = FieldKind(
    keyword: "long_text",
    keywords: [
      Keyword("max_length", .wholeNumber(1...100_000), zh: "最多字符数", en: "most characters")
    ],
    type: { field, _ in
      MaxLength.read(field.keyed, default: 10_000).map { .longText(maxLength: $0) }
    },
    defaultValue: { entry, type, checker in
      guard case .longText(let limit) = type else { return nil }
      return MaxLength.defaultValue(entry, limit, checker)
    })
}
