import Diagnostics
import Driver

/// A YAML block of the documentation, made into an application. The word behind `yaml` says how:
///
/// - `app`: it is a whole application; `more` blocks after it are further files of the same one.
/// - `sections`: sections of a file; `app:` is added.
/// - `entity`: keys of one entity named `customer`; those that every entity needs are added.
/// - `fields`: fields of that entity.
/// - `view`: keys of one view over it.
///
/// `error=TN3001,TN2007` states the codes expected; without it nothing at all may be reported.
/// `file=PATH` gives the block its path, `app.yaml` otherwise.
struct Example: Sendable {
  let block: Block
  private(set) var inputs: [SourceInput]

  static let kinds: Set<String> = ["app", "more", "sections", "entity", "fields", "view"]

  /// The examples of a page, each with the blocks that belong to it.
  static func all(in page: Page) -> [Example] {
    var examples: [Example] = []
    for block in page.blocks where block.language == "yaml" {
      let kind = block.words.dropFirst().first ?? ""
      if kind == "more", var last = examples.popLast() {
        last.inputs.append(source(block, block.text))
        examples.append(last)
      } else {
        examples.append(Example(block: block, inputs: files(block, kind)))
      }
    }
    return examples
  }

  var expected: [String] {
    block.value("error")?.split(separator: ",").map(String.init) ?? []
  }

  func check() -> CheckResult { Driver.check(files: inputs, lock: nil) }

  private static func source(_ block: Block, _ text: String) -> SourceInput {
    SourceInput(path: block.value("file") ?? "app.yaml", bytes: Array(text.utf8))
  }

  private static func files(_ block: Block, _ kind: String) -> [SourceInput] {
    switch kind {
    case "sections":
      if block.text.hasPrefix("app:") { return [source(block, block.text)] }
      return [source(block, block.text), file("the_app.yaml", "app: example\n")]
    case "entity":
      return [source(block, entity(block.text)), world]
    case "fields":
      return [source(block, entity("fields:\n" + indented(block.text, 2))), world]
    case "view":
      let view = "views:\n  customer.all:\n" + indented(block.text, 4)
      return [source(block, view), file("entity.yaml", customer), world]
    default: return [source(block, block.text)]
    }
  }

  private static func file(_ path: String, _ text: String) -> SourceInput {
    SourceInput(path: path, bytes: Array(text.utf8))
  }

  private static func indented(_ text: String, _ depth: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: depth) + $0 }
      .joined(separator: "\n")
  }

  /// An entity `customer` with these keys and with those that it must have, and a view.
  private static func entity(_ keys: String) -> String {
    var text = keys
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
