import Values

/// How a field is shown and typed, and to what form it is held, beside its type: an identity number
/// is a text of eighteen characters.
public struct Control: Sendable {
  /// The word under `type:`; that of the type where no control shares it.
  public let keyword: String
  /// The word under `control:`; nil for the usual look.
  public let look: String?
  /// What its text must look like.
  public let form: TextForm?
  /// What its values mean where programs read them, in English.
  public let note: String?

  public init(
    _ keyword: String, look: String? = nil, form: TextForm? = nil, note: String? = nil
  ) {
    self.keyword = keyword
    self.look = look
    self.form = form
    self.note = note
  }

  /// The name by which pages know it: `id_card`, `integer.slider`.
  public var name: String { look.map { keyword + "." + $0 } ?? keyword }
}
