import Analysis
import Diagnostics
import Driver
import Testing

/// What each role gains and loses between two definitions.
@Suite struct AccessDiffTests {
  private static func application(_ may: String, _ roles: String = "", fields: String = "")
    -> String
  {
    """
    app: crm
    languages: zh
    roles:
      sales: { label: 销售, may: { customer: \(may) } }
      boss: { label: 老板, may: { customer: all } }
    \(roles)
    entities:
      customer: { label: 客户, fields: { name: text, phone: phone, owner: person\(fields) } }
    views:
      customer.all: { label: 全部, columns: [name] }
    """
  }

  private static func changes(
    _ old: String, _ new: String, lock: Bool = true
  ) throws -> [String] {
    let before = check(old, nil)
    let after = check(new, lock ? Array(before.lockText.utf8) : nil)
    let first = try #require(before.application)
    let second = try #require(after.application, "\(after.diagnostics.map(\.code))")
    return AccessDiff(first, second, .zh).text.split(separator: "\n").map(String.init)
  }

  private static func check(_ text: String, _ lock: [UInt8]?) -> CheckResult {
    Driver.check(files: [SourceInput(path: "app.yaml", bytes: Array(text.utf8))], lock: lock)
  }

  @Test func nothingChanges() throws {
    let text = Self.application("{ read: own }")
    #expect(try Self.changes(text, text) == ["权限没有变化"])
  }

  @Test func moreRecordsAreGained() throws {
    let changes = try Self.changes(
      Self.application("{ read: own }"), Self.application("{ read: own or below, export: own }"))
    #expect(changes.contains("    + 读取：本人的 → 本人的，或本部门及下级的"))
    #expect(changes.contains("    + 导出：无 → 本人的"))
    #expect(changes.last == "增加 4 项，减少 0 项，改为别的记录 0 项")
  }

  @Test func fewerRecordsAreLost() throws {
    let changes = try Self.changes(
      Self.application("{ read: true, print: false }"),
      Self.application("{ read: own, print: false }"))
    #expect(
      changes == [
        "销售", "  客户", "    - 读取：全部 → 本人的", "    - 评论：全部 → 本人的",
        "增加 0 项，减少 2 项，改为别的记录 0 项",
      ])
  }

  @Test func otherRecordsAreNeither() throws {
    let changes = try Self.changes(
      Self.application("{ read: own }"), Self.application("{ read: shared }"))
    #expect(changes.contains("    ~ 读取：本人的 → 共享给本人的"))
  }

  @Test func fieldsAreHiddenAndShown() throws {
    let hidden = Self.application("{ read: own, hide: [phone] }")
    let shown = Self.application("{ read: own, mask: { phone: unless own } }")
    #expect(
      try Self.changes(hidden, shown) == [
        "销售", "  客户", "    + phone：看不到：phone → 没有限制",
        "    - phone：没有限制 → 只显示一部分：phone（除非：本人的）",
        "增加 1 项，减少 1 项，改为别的记录 0 项",
      ])
  }

  @Test func aRoleThatIsGoneLoses() throws {
    let old = Self.application("{ read: own }", "  clerk: { label: 文员, may: { customer: read } }")
    let changes = try Self.changes(old, Self.application("{ read: own }"))
    #expect(changes.contains("文员"))
    #expect(changes.contains("    - 角色已删除"))
  }
}
