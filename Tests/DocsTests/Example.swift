import Diagnostics
import Driver
import Explanations

/// A fragment of a definition made into an application: a YAML block of the documentation or an
/// example of an explanation. The word behind `yaml` says where it stands, as
/// ``Explanation/Place``: what is missing around it is added. `more` blocks are further files of
/// the `app` before them. A block `lock` is a `tenon.lock` of an application with an entity
/// `customer`.
///
/// `error=TN3001,TN2007` states the codes expected; without it nothing at all may be reported.
/// `file=PATH` gives the block its path, `app.yaml` otherwise.
struct Example: Sendable {
  private(set) var inputs: [SourceInput]
  private(set) var lock: [UInt8]?

  static let kinds = Set(Explanation.Place.allCases.map(\.rawValue) + ["more"])

  init(_ place: Explanation.Place, _ text: String, path: String = "app.yaml") {
    inputs = Example.files(place, text, path)
  }

  /// A text of `tenon.lock`.
  init(lock text: String) {
    let fields = "{ name: text, phone: text, email: text }"
    inputs = Example.files(.entity, "fields: \(fields)\n", "app.yaml")
    lock = Array(text.utf8)
  }

  init(_ block: Block) {
    if block.language == "lock" {
      self.init(lock: block.text)
    } else {
      let place = block.words.dropFirst().first.flatMap(Explanation.Place.init(rawValue:))
      self.init(place ?? .app, block.text, path: block.value("file") ?? "app.yaml")
    }
  }

  /// The examples of a page, each with the block where it begins.
  static func all(in page: Page) -> [(block: Block, example: Example)] {
    var examples: [(block: Block, example: Example)] = []
    for block in page.blocks where block.language == "yaml" || block.language == "lock" {
      if block.words.dropFirst().first == "more", var last = examples.popLast() {
        last.example.inputs.append(file(block.value("file") ?? "more.yaml", block.text))
        examples.append(last)
      } else {
        examples.append((block, Example(block)))
      }
    }
    return examples
  }

  func check() -> CheckResult { Driver.check(files: inputs, lock: lock) }

  private static func files(
    _ place: Explanation.Place, _ text: String, _ path: String
  ) -> [SourceInput] {
    switch place {
    case .app: return parts(text, path)
    case .sections:
      if text.hasPrefix("app:") { return [file(path, text)] }
      return [file(path, text), file("the_app.yaml", "app: example\n")]
    case .entity: return [file(path, entity(text)), world]
    case .fields: return [file(path, entity("fields:\n" + indented(text, 2))), world]
    case .views:
      return [file(path, "views:\n" + indented(text, 2)), file("entity.yaml", customer), world]
    case .view:
      let view = "views:\n  customer.all:\n" + indented(text, 4)
      return [file(path, view), file("entity.yaml", customer), world]
    }
  }

  private static func file(_ path: String, _ text: String) -> SourceInput {
    SourceInput(path: path, bytes: Array(text.utf8))
  }

  /// The files of a text in which lines `#=== PATH` begin further ones.
  private static func parts(_ text: String, _ path: String) -> [SourceInput] {
    let mark = "#=== "
    var files: [(path: String, lines: [Substring])] = [(path, [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(mark) {
        files.append((String(line.dropFirst(mark.count)), []))
      } else {
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { file($0.path, $0.lines.joined(separator: "\n")) }
  }

  private static func indented(_ text: String, _ depth: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: depth) + $0 }
      .joined(separator: "\n")
  }

  /// An entity `customer` with these keys and with those that it must have, and a view.
  private static func entity(_ keys: String) -> String {
    var text = keys.hasSuffix("\n") ? keys : keys + "\n"
    let needed = [
      ("label", "客户"), ("access", "everyone"),
      ("fields", "{ name: text, city: text, phone: text }"),
    ]
    for (key, value) in needed where !("\n" + keys).contains("\n\(key):") {
      text += "\(key): \(value)\n"
    }
    return "entities:\n  customer:\n" + indented(text, 4)
      + "\nviews:\n  customer.all: { label: 全部客户, columns: [created_at] }\n"
  }

  private static let customer = """
    entities:
      customer:
        label: 客户
        access: everyone
        fields:
          name: { type: text, label: 名称 }
          level: { type: choice, options: { vip: 重点, normal: 普通 } }
          budget: money
          active: boolean
          remark: long_text

    """

  /// What examples may refer to: two roles and another entity.
  private static let world = file(
    "world.yaml",
    """
    app: example
    roles: { sales: 销售, manager: 销售经理 }
    entities:
      region: { label: 大区, access: [sales, manager], fields: { name: text } }
    views:
      region.all: { label: 全部大区, columns: [name] }

    """)
}
