import Driver
import Emit
import Foundation
import TestSupport
import Testing

/// Which files a change of the definition reaches. Words and looks stay in the blueprint, so that
/// they can change without a word of code; rules are code.
@Suite struct ReachTests {
  @Test(arguments: [
    ("zh: 样例", "zh: 样本"), ("en: Sales }", "en: Seller }"), ("en: Customer }", "en: Client }"),
    ("title: \"{name}\"", "title: \"{name} ({phone})\""), ("en: Name }", "en: Title }"),
    ("zh: 手机", "zh: 座机"), (", help: { zh: 手机, en: Mobile }", ""), ("en: Key }", "en: VIP }"),
    ("en: All }", "en: Everyone }"), ("columns: [name, phone, level]", "columns: [level, staff]"),
  ])
  func wordsAndLooksReachOnlyTheBlueprint(_ old: String, _ new: String) throws {
    #expect(try Sample.changed(old, new) == ["Blueprint.swift"])
  }

  @Test(arguments: [
    ("max_length: 40", "max_length: 41"), ("min: 0", "min: 1"), ("max: 100", "max: 99"),
    ("required: true, ", ""), ("update: sales", "update: manager"),
    ("delete: manager", "delete: everyone"), ("normal: 普通", "normal: 普通, new: 新"),
    ("max: 100", "max: 100, default: 7"),
  ])
  func rulesReachTheEntitysCode(_ old: String, _ new: String) throws {
    let changed = try Sample.changed(old, new)
    #expect(changed.contains("CustomerRecord.swift"))
    #expect(changed.isDisjoint(with: ["Package.swift", "main.swift", "Application.swift"]))
  }

  /// Who may do what is no part of the database, nor of the API's form.
  @Test func accessReachesNothingElse() throws {
    #expect(try Sample.changed("update: sales", "update: manager") == ["CustomerRecord.swift"])
  }

  /// Lists are read through indexes, so that an order or a filter is the database's matter too.
  @Test(arguments: [("sort: [name]", "sort: [-staff]"), ("filter: [level]", "filter: [phone]")])
  func ordersAndFiltersReachTheDatabaseButNoRecord(_ old: String, _ new: String) throws {
    let changed = try Sample.changed(old, new)
    #expect(changed.isSuperset(of: ["Blueprint.swift", "Schema.swift", "sqlite.sql"]))
    #expect(!changed.contains("CustomerRecord.swift"))
  }
}

@Suite struct DocumentTests {
  /// OpenAPI 3.1 §4.8.7: names of components are ASCII, whatever the entity is called; and two
  /// entities have two.
  @Test func componentsHaveNamesThatEveryToolTakes() throws {
    let files = try Repository.application("Tests/Apps/hostile").map(SourceInput.init(path:bytes:))
    let text = try #require(Driver.print(.openapi, files: files, lock: nil))
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let components = json?["components"] as? [String: Any]
    let names = try #require(components?["schemas"] as? [String: Any]).keys
    for name in names { #expect(name.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil, "\(name)") }
    let entities = try #require(Driver.check(files: files, lock: nil).application).entities.count
    #expect(names.filter { $0.contains("Record") && $0.hasSuffix("List") }.count == entities)
    #expect(names.contains("5BA2-6237-Record"))
  }
}

@Suite struct DeterminismTests {
  /// Swift seeds its dictionaries anew in each process; the files under version control come from
  /// other processes in other folders.
  @Test func givesTheFilesUnderVersionControl() throws {
    let files = try Repository.application("apps/marketing").map(SourceInput.init(path:bytes:))
    let lock = Array(try Repository.text("apps/marketing/tenon.lock").utf8)
    let drafts = Driver.check(files: files, lock: lock).drafts
    let folder = Repository.root.appendingPathComponent("generated/marketing")
    for draft in drafts {
      let text = try Repository.text("generated/marketing/" + draft.path)
      #expect(text == draft.text, "\(draft.path): `make generate` writes it anew")
    }
    let there = FileManager.default.enumerator(atPath: folder.path)!.compactMap { $0 as? String }
      .filter { $0.contains(".") && !$0.hasPrefix(".") }
    #expect(Set(there) == Set(drafts.map(\.path)))
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    let files = try Repository.application("apps/marketing").map(SourceInput.init(path:bytes:))
    let forward = Driver.check(files: files, lock: nil)
    let backward = Driver.check(files: files.reversed(), lock: nil)
    #expect(forward.drafts == backward.drafts)
    #expect(forward.lockText == backward.lockText)
  }

  /// A colleague who compiles without the lock at first sight gets the same identities.
  @Test func theLockAtFirstSightChangesNothing() throws {
    let first = Driver.check(files: Sample.files, lock: nil)
    let lock = Array(first.lockText.utf8)
    let second = Driver.check(files: Sample.files, lock: lock)
    #expect(first.drafts == second.drafts && first.lockText == second.lockText)
  }

  @Test func draftsAreSortedAndUniqueAndEndInALine() throws {
    for folder in ["apps/marketing", "Tests/Apps/hostile"] {
      let files = try Repository.application(folder).map(SourceInput.init(path:bytes:))
      let drafts = Driver.check(files: files, lock: nil).drafts
      let paths = drafts.map(\.path)
      #expect(!paths.isEmpty && paths == paths.sorted() && Set(paths).count == paths.count)
      for draft in drafts { #expect(draft.text.utf8.last == 0x0A) }
    }
  }

  @Test func nothingIsEmittedFromABrokenDefinition() {
    let broken = SourceInput(path: "app.yaml", bytes: Array("app: a\nlabl: x\n".utf8))
    #expect(Driver.check(files: [broken], lock: nil).drafts.isEmpty)
  }
}
