import Diagnostics
import Driver
import Testing

/// By what a finding is known again in a later run.
@Suite struct FingerprintTests {
  private let lock = """
    tenon.lock 1
    entity customer aaaaaaaaaa customer
    field customer.name bbbbbbbbbb name
    option customer.level.vip cccccccccc vip
    role sales dddddddddd -
    unique customer(name,level) eeeeeeeeee tenon_ux_customer_name_level
    view customer.all ffffffffff -

    """
  private let text = """
    app: a
    currency: XXZ
    roles:
      sales: { lable: S }
    entities:
      customer:
        label: 客户
        access: everyone
        title: "{nam} {nam}"
        fields:
          name: { type: txet, label: 名称 }
          level: { type: choice, options: { vip: { x: 1 } } }
        unique: [[name, level]]
        wrong: 1
    views:
      customer.all: { label: 全部, columns: [name, buget], sort: [leval] }

    """

  private func findings(
    _ text: String, path: String = "app.yaml", lockPath: String = "tenon.lock"
  ) -> [Diagnostic] {
    Driver.check(
      files: [SourceInput(path: path, bytes: Array(text.utf8))], lock: Array(lock.utf8),
      lockPath: lockPath
    ).diagnostics
  }

  private func fingerprints(_ text: String) -> [String] { findings(text).map(\.fingerprint) }

  @Test func eachFindingHasItsOwn() {
    let found = findings(text)
    #expect(found.count >= 8, "\(found.map(\.message.en))")
    #expect(Set(found.map(\.fingerprint)).count == found.count)
    #expect(found.allSatisfy { $0.fingerprint.contains(#/^[0-9a-f]{16}$/#) })
  }

  @Test func theInnermostItemIsNamed() {
    let ids = findings(text).map { ("\($0.code.rawValue) \($0.path)", $0.stableId) }
    let byPlace = Dictionary(ids) { first, _ in first }
    #expect(byPlace["TN3009 currency"] == "")
    #expect(byPlace["TN2001 roles.sales.lable"] == "role:dddddddddd")
    #expect(byPlace["TN3004 entities.customer.fields.name.type"] == "field:bbbbbbbbbb")
    #expect(byPlace["TN2001 entities.customer.wrong"] == "entity:aaaaaaaaaa")
    #expect(byPlace["TN3007 views.customer.all.columns[1]"] == "view:ffffffffff")
    let option = ids.first { $0.0.contains("options.vip") }
    #expect(option?.1 == "option:cccccccccc")
  }

  @Test func linesAboveChangeNothing() {
    let moved = text.replacing("currency:", with: "# a comment\n\ncurrency:")
      .replacing("    wrong: 1\n", with: "")
      .replacing("    label: 客户\n", with: "    wrong: 1\n    label: 客户\n")
      .replacing("[name, buget]", with: "[level, name, buget]")
    #expect(Set(fingerprints(moved)) == Set(fingerprints(text)))
  }

  @Test func anotherWrongValueInTheSamePlaceIsTheSameFinding() {
    let edited = text.replacing("txet", with: "texxt").replacing("XXZ", with: "XXY")
    #expect(fingerprints(edited) == fingerprints(text))
  }

  @Test func anotherPlaceIsAnotherFinding() {
    let edited = text.replacing("[name, buget]", with: "[name, bugett]")
    #expect(Set(fingerprints(edited)).symmetricDifference(fingerprints(text)).count == 2)
  }

  /// The folder from which the tool is started is no part of it, nor is the file of an item.
  @Test func pathsOnDiskChangeNothing() throws {
    let here = fingerprints(text)
    let there = findings(text, path: "apps/x/app.yaml", lockPath: "apps/x/tenon.lock")
    #expect(there.map(\.fingerprint) == here)
    let entity = text.ranges(of: "entities:")[0].lowerBound
    let files = [("a.yaml", text[..<entity]), ("b.yaml", text[entity...])]
    let split = Driver.check(
      files: files.map { SourceInput(path: $0.0, bytes: Array($0.1.utf8)) }, lock: Array(lock.utf8))
    let changed = Set(split.diagnostics.map(\.fingerprint)).symmetricDifference(here)
    // Only the currency stands in no item, so that its file counts.
    #expect(changed.count == 2, "\(changed)")
  }

  /// What is not in the lock yet is known by the identity that it will get.
  @Test func lockingAnItemChangesNothing() throws {
    let app = """
      app: a
      roles: { boss: B }
      entities:
        customer: { label: 客户, access: everyone, fields: { name: text } }
      views:
        customer.all: { label: 全部, columns: [name] }

      """
    let files = [SourceInput(path: "app.yaml", bytes: Array(app.utf8))]
    let before = Driver.check(files: files, lock: nil)
    let after = Driver.check(files: files, lock: Array(before.lockText.utf8))
    let (first, second) = (try #require(before.diagnostics.first), after.diagnostics.first)
    #expect(first.stableId == "" && second?.stableId.hasPrefix("role:") == true)
    #expect(first.fingerprint == second?.fingerprint)
  }
}
