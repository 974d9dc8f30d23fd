import Values

extension FieldProblem {
  /// The definition's own words; nil for all other problems.
  public func said(_ locale: Locale) -> String? {
    guard case .said(let texts) = self else { return nil }
    return texts[locale] ?? texts.values.first
  }

  /// What is wrong, as a sentence for the reader.
  public func text(_ field: PageField, _ context: PageContext) -> String {
    let locale = context.locale
    switch self {
    case .outdated: return locale[.problemOutdated]
    case .required: return locale.text(.problemRequired, field.label)
    case .needed: return locale.text(.problemNeeded, field.label)
    case .tooMany(let limit): return locale.text(.problemTooMany, field.label, String(limit))
    case .malformed:
      switch field.storage {
      case .integer: return locale.text(.problemNumber, field.label, "12,000")
      case .scaled: return locale.text(.problemNumber, field.label, "12.5")
      case .date: return locale.text(.problemDate, field.label)
      case .dateTime: return locale.text(.problemDateTime, field.label)
      case .text, .boolean, .reference, .list: return locale.text(.problemMalformed, field.label)
      }
    case .notOfForm(let form):
      return field.label + (locale == .zh ? form.zh : " must be " + form.en)
    case .severalLines: return locale.text(.problemLines, field.label)
    case .tooLong(let limit): return locale.text(.problemTooLong, field.label, String(limit))
    case .tooSmall(let bound):
      return locale.text(.problemTooSmall, field.label, field.text(bound, context))
    case .tooLarge(let bound):
      return locale.text(.problemTooLarge, field.label, field.text(bound, context))
    case .notUnique: return locale.text(.problemNotUnique, field.label)
    case .noImage: return locale.text(.problemNoImage, field.label)
    case .fileTooLarge(let name, let limit):
      return locale.text(.problemFileSize, name, String(limit >> 20))
    case .unknown: return locale.text(.problemUnknown, field.label)
    case .readOnly: return locale.text(.problemReadOnly, field.label)
    case .aboveItself: return locale.text(.problemAboveItself, field.label)
    case .notOffered: return locale.text(.problemNotOffered, field.label)
    case .overlapping(let titles):
      guard let title = titles[locale] else { return locale[.problemTimeTaken] }
      return locale.text(.problemOverlapping, title)
    case .hidden: return locale.text(.problemHidden, field.label)
    case .sentence(let text): return text
    case .said: return said(locale) ?? ""
    }
  }
}
