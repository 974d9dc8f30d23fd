import Diagnostics
import IR

extension FieldKind {
  /// Text that is encrypted where it is stored.
  static let secret = FieldKind(
    keyword: "secret",
    meaning: Message(
      zh: "加密保存的文字，例如口令或账号；页面上遮住，看一次记一次。",
      en: "Text that is stored encrypted, such as a key; shown on demand, each time noted."),
    also: "encrypted password credential api_key 加密 密文 密码 密钥 机密",
    keywords: [
      MaxLength.keyword(1...2_000, default: 200)
    ],
    type: { field, _ in
      MaxLength.read(field.keyed, default: 200).map { .secret(maxLength: $0) }
    },
    defaultValue: nil)
}
