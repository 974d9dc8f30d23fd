import IR

extension Field {
  /// How the rule script reads an input of the field: a number of digits, or a word.
  var inputType: String {
    if case .percent = type { return "\"percent\"" }
    return type.valueType(of: id).inputType
  }
}

extension ValueType {
  var inputType: String {
    switch self {
    case .integer, .decimal, .money: return "\(scale ?? 0)"
    case .boolean: return "\"boolean\""
    case .date: return "\"date\""
    case .dateTime: return "\"date_time\""
    case .option, .reference: return "\"key\""
    case .list, .file: return "\"list\""
    // No field is of the others.
    case .text, .time, .duration, .period, .workingTime: return "\"text\""
    }
  }
}

extension Expression.Member {
  /// Of a field that each record has.
  var inputType: String {
    switch self {
    case .createdAt, .updatedAt: return "\"date_time\""
    case .createdBy, .updatedBy: return "\"key\""
    case .id, .field: return "0"
    }
  }
}
