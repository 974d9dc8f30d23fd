import Diagnostics
import Driver

/// A place of a definition where a word can be wrong: a small application with a hole. Everything
/// else in it is sound.
enum Place: String, CaseIterable, Sendable {
  case fileKey, roleKey, entityKey, accessKey, fieldKey, textKey, choiceKey, referenceKey
  case numberKey, viewKey
  case type, entity, viewEntity, column, filter, order, titleField, uniqueField, role, option
  case language, wording, currency, timeZone

  /// The application with a word in the hole.
  func text(_ word: String) -> String {
    """
    app: sample
    \(at(.language) ? "languages: [\(word)]" : "languages: [zh, en]")
    \(at(.fileKey) ? "\(word): x" : at(.timeZone) ? "time_zone: \(word)" : "")
    \(at(.currency) ? "currency: \(word)" : "")
    roles: { sales: 销售, sales_manager: { \(at(.roleKey) ? word : "label"): 销售经理 } }
    entities:
      customer:
        label: { \(at(.wording) ? word : "zh"): 客户, en: Customer }
        title: "{\(at(.titleField) ? word : "name")}"
        \(at(.entityKey) ? word : "access"): { read: everyone, \(update(word)) }
        unique: [[name, \(at(.uniqueField) ? word : "industry_category")]]
        fields:
          name: { type: text, label: 客户名称 }
          industry_category: { type: text, label: 所属行业\(at(.textKey) ? ", \(word): 9" : "") }
          budget: { type: money, label: 年度预算\(at(.numberKey) ? ", \(word): 9" : "") }
          remark: { type: long_text, label: 备注 }
          level: { type: choice, \(options(word)) }
          \(at(.type) ? "extra: \(word)" : at(.fieldKey) ? "extra: { type: text, \(word): x }" : "")
      contact:
        label: { zh: 联系人, en: Contact }
        access: everyone
        fields:
          owner: { type: reference, \(reference(word)) }
    views:
      \(at(.viewEntity) ? word : "customer").all:
        label: 全部
        columns: [\(at(.column) ? word : "name")]
        \(at(.viewKey) ? word : "filter"): [\(at(.filter) ? word : "budget")]
        \(at(.viewKey) ? "" : "sort: [-\(at(.order) ? word : "budget")]")
      customer.some: { label: 部分, columns: [name] }
      contact.all: { label: 全部, columns: [owner] }

    """
  }

  private func at(_ place: Place) -> Bool { self == place }

  private func update(_ word: String) -> String {
    let roles = at(.role) ? "[\(word)]" : "[sales, sales_manager]"
    return "\(at(.accessKey) ? word : "update"): \(roles)"
  }

  private func options(_ word: String) -> String {
    let options = "{ vip: 重点客户, normal: 普通客户 }"
    if at(.choiceKey) { return "\(word): \(options)" }
    return "options: \(options)" + (at(.option) ? ", default: \(word)" : "")
  }

  private func reference(_ word: String) -> String {
    at(.referenceKey) ? "\(word): customer" : "to: \(at(.entity) ? word : "customer")"
  }

  /// What the checker says about a word.
  func findings(_ word: String) -> [Diagnostic] {
    let file = SourceInput(path: "app.yaml", bytes: Array(text(word).utf8))
    return Driver.check(files: [file], lock: nil).diagnostics
  }

  /// The names that are suggested for a word; nil when the word is not refused as unknown.
  func suggestions(_ word: String) -> [String]? {
    guard let finding = findings(word).first(where: { $0.code == code }) else { return nil }
    guard let help = finding.help.first(where: { $0.en.hasPrefix("did you mean") }) else {
      return []
    }
    return help.en.matches(of: #/`([^`]+)`/#).map { String($0.output.1) }
  }

  /// The code for an unknown word at this place.
  var code: Code {
    switch self {
    case .type: return .unknownType
    case .entity, .viewEntity: return .unknownEntity
    case .column, .filter, .order: return .unknownColumn
    case .titleField, .uniqueField: return .unknownField
    case .role: return .unknownRole
    case .option: return .unknownOption
    case .language: return .unknownLanguage
    case .wording: return .undeclaredLanguage
    case .currency: return .unknownCurrency
    case .timeZone: return .unknownTimeZone
    default: return .unknownKey
    }
  }
}
