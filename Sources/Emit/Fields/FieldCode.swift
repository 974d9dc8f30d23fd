import IR
import TargetCode
import Values

extension Field {
  /// The Swift type that carries the field.
  var swiftType: String {
    switch type.storage {
    case .text, .list: return "String"
    case .boolean: return "Bool"
    case .integer, .scaled, .date, .dateTime, .reference: return "Int64"
    }
  }

  /// What a new record starts with, as the property's initial value.
  var defaultLiteral: SwiftExpression? {
    switch defaultValue {
    case .blank: return nil
    case .text(let text): return .string(text)
    case .integer(let number):
      return type.storage == .boolean ? .bool(number != 0) : .integer(number)
    }
  }

  /// The calls that hold the field's own constraints.
  func checks(column: Int, property: String) -> [SwiftStatement] {
    var calls: [SwiftStatement] = []
    func call(_ name: String, _ more: [SwiftExpression]) {
      let arguments = [.integer(Int64(column)), .name(property)] + more
      calls.append(
        .expression(.call("checks.\(name)", arguments.map { .init(nil, $0) })))
    }
    if isRequired { call("required", []) }
    switch type {
    case .text(let maxLength), .secret(let maxLength):
      call("line", [])
      call("length", [.integer(Int64(maxLength))])
    case .longText(let maxLength): call("length", [.integer(Int64(maxLength))])
    case .integer(let range), .decimal(_, let range), .money(_, let range), .percent(let range):
      call("range", [.integer(range.minimum), .integer(range.maximum)])
    case .rating(let best): call("range", [.integer(1), .integer(Int64(best))])
    case .email, .phone, .url: call(type.keyword, [])
    case .attachment(let limit), .image(let limit): call("items", [.integer(Int64(limit))])
    case .boolean, .date, .dateTime, .choice, .stage, .multiChoice, .reference, .person,
      .department, .autoNumber:
      break
    }
    if let form = control.form { call("form", [.name("." + form.member)]) }
    return calls
  }
}
