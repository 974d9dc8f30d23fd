/// A language that the runtime itself speaks, with its forms of numbers and dates.
public enum Locale: UInt8, CaseIterable, Hashable, Sendable {
  case zh, en

  /// The locale for a language tag of an application (`zh`, `zh-CN`, `en` …); English for
  /// languages that the runtime does not speak.
  public init(language tag: String) {
    self = tag == "zh" || tag.hasPrefix("zh-") ? .zh : .en
  }

  /// The BCP 47 tag for `lang`.
  public var tag: StaticString {
    switch self {
    case .zh: return "zh-CN"
    case .en: return "en"
    }
  }

  /// The runtime's own wording.
  public subscript(phrase: Phrase) -> String {
    switch self {
    case .zh: return phrase.zh
    case .en: return phrase.en
    }
  }

  /// The wording with `{1}`, `{2}` … filled in.
  public func text(_ phrase: Phrase, _ parts: String...) -> String {
    let words = self[phrase].utf8
    var out = ""
    out.reserveCapacity(parts.reduce(words.count) { $0 + $1.utf8.count })
    var rest = words[...]
    while let brace = rest.firstIndex(of: 0x7B) {
      let place = rest[brace...].prefix(3)
      let number = Int(place.dropFirst().first ?? 0) - 0x31
      guard place.last == 0x7D, parts.indices.contains(number) else { break }
      out += Substring(rest[..<brace])
      out += parts[number]
      rest = rest[place.endIndex...]
    }
    return out + Substring(rest)
  }
}

/// The currency of an application.
public struct Currency: Hashable, Sendable {
  /// ISO 4217.
  public let code: String
  /// Digits after the point.
  public let scale: UInt8

  public init(code: String, scale: UInt8) {
    self.code = code
    self.scale = scale
  }

  /// What stands before an amount: a symbol that is clear to readers of this locale, else the
  /// code and a no-break space.
  public func prefix(_ locale: Locale) -> String {
    switch (code, locale) {
    case ("CNY", _): return "¥"
    case ("USD", .zh): return "US$"
    case ("USD", .en): return "$"
    case ("EUR", _): return "€"
    case ("GBP", _): return "£"
    case ("HKD", _): return "HK$"
    case ("TWD", _): return "NT$"
    default: return code + "\u{A0}"
    }
  }
}
