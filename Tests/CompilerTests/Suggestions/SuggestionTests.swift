import Diagnostics
import Driver
import Testing

/// Did-you-mean, by hand: what a person wrote at a place, and what that person meant.
@Suite struct SuggestionTests {
  @Test func thePlacesAreSound() {
    let valid: [Place: String] = [
      .roleKey: "label", .accessKey: "update", .choiceKey: "options", .referenceKey: "to",
      .type: "text", .entity: "customer", .viewEntity: "customer", .column: "name",
      .filter: "name", .order: "name", .titleField: "budget", .uniqueField: "budget",
      .role: "sales", .option: "vip", .wording: "zh", .currency: "USD", .timeZone: "Asia/Tokyo",
    ]
    for (place, word) in valid {
      let errors = place.findings(word).filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(place): \(errors.map(\.message.en))")
    }
  }

  @Test(arguments: Place.allCases) func tellsWhatWasMeant(_ place: Place) {
    for (words, expected) in SuggestionTable.meant[place, default: []] {
      for word in words.split(separator: " ").map(String.init) {
        let found = place.suggestions(word)
        #expect(found == expected, "\(place) \(word): \(found ?? ["not refused"])")
      }
    }
  }

  @Test(arguments: Place.allCases) func tellsNothingFalse(_ place: Place) {
    for word in SuggestionTable.unlike[place, default: ""].split(separator: " ").map(String.init) {
      #expect(place.suggestions(word) == [], "\(place) \(word)")
    }
  }

  /// Each place has rows of both kinds.
  @Test func everyPlaceIsInTheTable() {
    for place in Place.allCases {
      #expect(SuggestionTable.meant[place]?.isEmpty == false, "\(place)")
      #expect(SuggestionTable.unlike[place]?.isEmpty == false, "\(place)")
    }
  }

  /// What is suggested would not be refused at that place.
  @Test(arguments: Place.allCases) func suggestionsAreValid(_ place: Place) {
    var seen: Set<String> = []
    let written = SuggestionTable.meant[place, default: []].flatMap {
      $0.0.split(separator: " ").map(String.init)
    }
    for word in written { seen.formUnion(place.suggestions(word) ?? []) }
    for name in seen {
      for slip in Slips.all(of: name) { seen.formUnion(place.suggestions(slip) ?? []) }
    }
    #expect(!seen.isEmpty)
    for name in seen {
      let refused = place.findings(name).filter { finding in
        [place.code, .duplicateKey, .repeatedName, .longTextNotAllowed].contains(finding.code)
      }
      #expect(refused.isEmpty, "\(place) \(name): \(refused.map(\.message.en))")
    }
  }

  /// One slip of the finger in a name of four letters or more leads back to it.
  @Test(arguments: [Place.fileKey, .fieldKey, .viewKey, .type, .column, .entity, .timeZone])
  func slipsLeadBack(_ place: Place) {
    let names: [Place: [String]] = [
      .fileKey: ["currency"], .fieldKey: ["help", "required", "unique", "default"],
      .viewKey: ["filter", "sort"], .type: ["text", "money", "reference", "auto_number"],
      .column: ["industry_category", "budget", "created_at"], .entity: ["customer", "contact"],
      .timeZone: ["Asia/Shanghai", "Europe/Berlin"],
    ]
    for name in names[place, default: []] {
      for slip in Slips.all(of: name) {
        guard let found = place.suggestions(slip) else { continue }
        #expect(found.contains(name), "\(place) \(slip): \(found)")
      }
    }
  }

  @Test func onlyCaseWidthAndHyphensAreSafe() {
    let rows: [(Place, String, Fix.Applicability?)] = [
      (.type, "Text", .safe), (.type, "ｔｅｘｔ", .safe), (.type, "dateTime", .safe),
      (.type, "long-text", .safe), (.type, "DATE_TIME", .safe), (.textKey, "maxLength", .safe),
      (.currency, "usd", .safe), (.timeZone, "asia/tokyo", .safe), (.column, "Budget", .safe),
      (.type, "txt", .unsafe), (.type, "varchar", .unsafe), (.column, "年度预算", .unsafe),
      (.wording, "zh-CN", .unsafe), (.fieldKey, "mandatory", .unsafe),
      // The value would have to be turned round as well.
      (.fieldKey, "nullable", nil), (.fieldKey, "选填", nil),
      // Two names to choose from.
      (.type, "number", nil),
    ]
    for (place, word, expected) in rows {
      let finding = place.findings(word).first { $0.code == place.code }
      #expect(finding?.fixes.first?.applicability == expected, "\(place) \(word)")
      #expect(finding?.help.isEmpty == false, "\(place) \(word)")
    }
  }

  /// A fix replaces the word and nothing else, also where the word is a part of a quoted text.
  @Test func fixesCure() {
    let rows: [(Place, String)] = [
      (.titleField, "Name"), (.viewEntity, "Customer"), (.order, "Budget"), (.column, "\"Name\""),
      (.uniqueField, "'budgte'"), (.role, "Sales"), (.option, "\"VIP\""),
    ]
    for (place, word) in rows {
      let text = Array(place.text(word).utf8)
      let fixes = place.findings(word).first { $0.code == place.code }?.fixes ?? []
      #expect(fixes.first?.edits.count == 1, "\(place) \(word)")
      guard let edit = fixes.first?.edits.first else { continue }
      let cured = text[..<edit.span.start] + Array(edit.text.utf8) + text[edit.span.end...]
      let file = SourceInput(path: "app.yaml", bytes: Array(cured))
      let left = Driver.check(files: [file], lock: nil).diagnostics
      #expect(
        left.allSatisfy { $0.severity == .warning }, "\(place) \(word): \(left.map(\.message.en))")
    }
  }

  /// A word that the source shows only by escapes gets no edit: it would replace too much.
  @Test func escapedWordsAreNotReplaced() {
    let text = Place.titleField.text("n\\u0061mee")
    let file = SourceInput(path: "app.yaml", bytes: Array(text.utf8))
    let findings = Driver.check(files: [file], lock: nil).diagnostics
    #expect(findings.map(\.code) == [.unknownField])
    #expect(findings.flatMap(\.help).count == 1)
    #expect(findings.flatMap(\.fixes).isEmpty)
  }
}

/// What a finger does to a word.
enum Slips {
  /// A letter left out, doubled, swapped with the next, or another one; never the first.
  static func all(of name: String) -> [String] {
    let letters = Array(name)
    return letters.indices.dropFirst().flatMap { index -> [String] in
      var (dropped, doubled, swapped, other) = (letters, letters, letters, letters)
      dropped.remove(at: index)
      doubled.insert(letters[index], at: index)
      if index + 1 < letters.count { swapped.swapAt(index, index + 1) }
      other[index] = "x"
      return [dropped, doubled, swapped, other].map { String($0) }
    }.filter { $0 != name }
  }
}
