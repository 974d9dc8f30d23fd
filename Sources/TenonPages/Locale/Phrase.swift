/// Something that the runtime itself says to a user, in both of its languages. `{1}`, `{2}` are
/// filled by ``Locale/text(_:_:)``. The phrases of an area stand in a file of `Phrases`.
public struct Phrase: Hashable, Sendable {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}
