/// What ``CleanApp`` writes of types that share a storage with others, and of other looks.
enum CleanControls {
  static let kinds = [
    "markdown", "code", "json", "person_name", "id_card", "credit_code", "bank_card", "plate",
    "address", "color", "icon", "barcode", "qr_code", "year_month", "time", "duration",
  ]

  static let initial = [
    "person_name": "李雷", "id_card": "11010519491231002X", "credit_code": "91350100M000100Y43",
    "bank_card": "6222021234567894", "plate": "沪AD12345", "address": "人民路 1 号",
    "color": "#0F766E", "icon": "star", "barcode": "6901234567892", "qr_code": "tenon",
    "year_month": "2026-03", "time": "09:30", "duration": "90",
  ]

  static let looks = [
    "integer": "slider", "decimal": "progress", "money": "capital", "percent": "slider",
    "boolean": "yes_no", "choice": "pills", "multi_choice": "list",
  ]

  static func keys(_ kind: String) -> [(String, String)] {
    switch kind {
    case "markdown", "code", "address", "qr_code": return [("max_length", "90")]
    case "duration": return [("min", "0"), ("max", "900")]
    default: return []
    }
  }
}
