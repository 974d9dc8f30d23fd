import Driver
import Emit
import TestSupport
import Testing

/// A small application of two files, and what becomes of it when a word of it changes.
enum Sample {
  static let app = """
    app: sample
    label: { zh: 样例, en: Sample }
    roles:
      sales: { label: { zh: 销售, en: Sales } }
      manager: { label: { zh: 经理, en: Manager } }
    entities:
      customer:
        label: { zh: 客户, en: Customer }
        title: "{name}"
        access: { read: everyone, create: sales, update: sales, delete: manager }
        fields:
          name: { type: text, label: { zh: 名称, en: Name }, required: true, max_length: 40 }
          phone: { type: text, label: { zh: 电话, en: Phone }, help: { zh: 手机, en: Mobile } }
          staff: { type: integer, min: 0, max: 100 }
          level: { type: choice, options: { vip: { zh: 重点, en: Key }, normal: 普通 } }

    """

  static let views = """
    views:
      customer.all:
        label: { zh: 全部, en: All }
        columns: [name, phone, level]
        filter: [level]
        sort: [name]

    """

  static let files = [
    SourceInput(path: "app.yaml", bytes: Array(app.utf8)),
    SourceInput(path: "views.yaml", bytes: Array(views.utf8)),
  ]

  /// The drafts after one replacement in the text of either file.
  static func drafts(replacing old: String = "", with new: String = "") throws -> [FileDraft] {
    var found = old.isEmpty
    let files = Sample.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      if old.isEmpty || !text.contains(old) { return file }
      found = true
      return SourceInput(path: file.path, bytes: Array(text.replacing(old, with: new).utf8))
    }
    try #require(found, "the sample has no \(old)")
    let result = Driver.check(files: files, lock: nil)
    try #require(!result.drafts.isEmpty, "\(result.diagnostics)")
    return result.drafts
  }

  /// The names of the files that differ from those of the sample as it is.
  static func changed(_ old: String, _ new: String) throws -> Set<String> {
    let before = Set(try drafts())
    let after = Set(try drafts(replacing: old, with: new))
    return Set(
      before.symmetricDifference(after).map { String($0.path.split(separator: "/").last!) })
  }
}
