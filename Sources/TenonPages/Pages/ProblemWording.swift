import Values

extension FieldProblem {
  /// What is wrong, as a sentence for the reader.
  public func text(_ field: PageField, _ context: PageContext) -> String {
    let locale = context.locale
    switch self {
    case .required: return locale.text(.problemRequired, field.label)
    case .malformed:
      switch field.storage {
      case .integer: return locale.text(.problemNumber, field.label, "12,000")
      case .scaled: return locale.text(.problemNumber, field.label, "12.5")
      case .date: return locale.text(.problemDate, field.label)
      case .dateTime: return locale.text(.problemDateTime, field.label)
      case .text, .boolean, .reference: return locale.text(.problemMalformed, field.label)
      }
    case .tooLong(let limit): return locale.text(.problemTooLong, field.label, String(limit))
    case .tooSmall(let bound):
      return locale.text(.problemTooSmall, field.label, plain(bound, field, context))
    case .tooLarge(let bound):
      return locale.text(.problemTooLarge, field.label, plain(bound, field, context))
    case .notUnique: return locale.text(.problemNotUnique, field.label)
    case .unknown: return locale.text(.problemUnknown, field.label)
    case .sentence(let text): return text
    }
  }

  /// A bound in words; only storages that have an order of size have bounds.
  private func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String {
    guard case .integer(let number) = value else { return value.text ?? "" }
    return ByteWriter.text { bytes in
      switch field.storage {
      case .date: Formats.date(number, context.locale, to: &bytes)
      case .dateTime: Formats.dateTime(number, context.locale, to: &bytes)
      case .scaled(let scale):
        if field.control is PercentControl {
          Formats.percent(number, scale: scale, to: &bytes)
        } else if field.control is MoneyControl {
          Formats.money(number, scale: scale, context, to: &bytes)
        } else {
          Formats.decimal(number, scale: scale, to: &bytes)
        }
      case .text, .integer, .boolean, .reference: Formats.integer(number, to: &bytes)
      }
    }
  }
}
