import Diagnostics
import IR
import Syntax

/// What holds for the whole application.
struct Settings: Equatable {
  var name: String?
  var label: Words?
  var languages = ["zh", "en"]
  /// False when the declaration of the languages is broken: then no wording is blamed for it.
  var areLanguagesKnown = true
  var currency = Currency(code: "CNY", scale: 2)
  var timeZone = "Asia/Shanghai"
  /// `#RRGGBB`, or nil.
  var brandColor: String?
}

extension Checker {
  func checkSettings(_ sections: Sections) {
    checkAppName(sections)
    checkLanguages(sections)
    if let entry = sections.single["label"] { environment.settings.label = words(entry) }
    if let entry = sections.single["currency"], let code = entry.value.scalar {
      if let currency = Currencies.all[code] {
        environment.settings.currency = currency
      } else {
        let near = nearest(to: code, among: Currencies.candidates)
        report(ReferenceMistake.unknownCurrency(code, suggestions: near, at: entry.value.span))
      }
    }
    if let entry = sections.single["time_zone"], let name = entry.value.scalar {
      if TimeZones.all.contains(name) {
        environment.settings.timeZone = name
      } else {
        let near = nearest(to: name, among: TimeZones.candidates)
        report(ReferenceMistake.unknownTimeZone(name, suggestions: near, at: entry.value.span))
      }
    }
    if let entry = sections.single["brand"] { checkBrand(entry) }
  }

  /// Who needs a second factor; the roles have to be known.
  func checkSecondFactor(_ sections: Sections) -> Audience {
    guard let entry = sections.single["sign_in"],
      let keyed = keyed(entry.value, Keywords.signIn, name: entry.key, at: entry.keySpan),
      let totp = keyed.sound("totp")
    else { return .nobody }
    return audience(totp.value) ?? .nobody
  }

  private func checkBrand(_ entry: YAMLEntry) {
    guard
      let keyed = keyed(entry.value, Keywords.brand, name: entry.key, at: entry.keySpan),
      let color = keyed.sound("color"), let text = color.value.scalar
    else { return }
    let digits = text.dropFirst().utf8
    if text.hasPrefix("#"), digits.count == 6,
      digits.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 })
    {
      environment.settings.brandColor = text.uppercased()
      return
    }
    report(
      TypeMistake.notOfType(
        text, key: color.key, type: "color",
        form: Message(
          zh: "写成 `\"#0F766E\"`：井号和六位十六进制数字，加引号",
          en: "write `\"#0F766E\"`: a hash and six hexadecimal digits, in quotes"),
        at: color.value.span))
  }

  private func checkAppName(_ sections: Sections) {
    if let entry = sections.single["app"], let name = entry.value.scalar {
      if checkName(name, entry.value.span) { environment.settings.name = name }
    } else if !sections.poisoned.contains("app"), !mayBeUnread("app") {
      report(ShapeMistake.missingApp(at: sections.start))
    }
  }

  private func checkLanguages(_ sections: Sections) {
    if sections.poisoned.contains("languages") || mayBeUnread("languages") {
      environment.settings.areLanguagesKnown = false
    }
    guard let entry = sections.single["languages"] else { return }
    if !entry.value.isNames { environment.settings.areLanguagesKnown = false }
    var languages: [String] = []
    var places: [String: Span] = [:]
    for (text, node) in scalars(entry.value) {
      guard Languages.all.contains(text) else {
        let free = Languages.candidates.filter { places[$0.name] == nil }
        let near = nearest(to: text, among: free)
        report(ReferenceMistake.unknownLanguage(text, suggestions: near, at: node.span))
        environment.settings.areLanguagesKnown = false
        continue
      }
      if let first = places[text] {
        report(
          NameMistake.repeatedName(
            text, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
        continue
      }
      places[text] = node.span
      languages.append(text)
    }
    if !languages.isEmpty { environment.settings.languages = languages }
  }
}
