extension TextForm {
  /// A person's name: letters of any script, with what stands between and after them.
  public static let personName = TextForm(
    "person_name", maxLength: 100,
    zh: "只能含文字、空格、“·”、“-”、“'”和“.”",
    en: "a person's name: letters, spaces, “·”, “-”, “'” and “.” only"
  ) { text in
    let scalars = text.unicodeScalars
    return scalars.contains { $0.properties.isAlphabetic }
      && scalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || " ·•-'’.".unicodeScalars.contains(scalar)
          || scalar.properties.generalCategory == .nonspacingMark
      }
  }
}
