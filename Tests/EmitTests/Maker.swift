import Blueprint
import Query
import TestSupport
import Values

/// Makes blueprints and shapes from texts that break whatever pastes them.
struct Maker {
  var random: SeededRandom

  private static let nasty = [
    "", "a", "\t", "\n", "\r\n", "\\", "\\n", "\\\\t", "\"\"\"#", "\\(x)", "é", "e\u{301}",
    "\u{0}", "👨‍👩‍👧", "\u{202E}\u{200F}", "field\tx\n", "text:field:", "客户", "\u{2028}", " ",
  ]

  mutating func text() -> String {
    (0..<Int.random(in: 0...3, using: &random))
      .map { _ in Maker.nasty.randomElement(using: &random)! }.joined()
  }

  mutating func texts(_ range: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: range, using: &random)).map { _ in text() }
  }

  /// Names of the language: no commas, never empty.
  private mutating func names() -> [String] {
    Array(["name", "客户", "-created_at", "init", "__proto__"].shuffled(using: &random).prefix(3))
  }

  private mutating func words(_ count: Int) -> Words { Words((0..<count).map { _ in text() }) }

  mutating func blueprint() -> Blueprint {
    let count = Int.random(in: 1...2, using: &random)
    var blueprint = Blueprint(
      app: text(), label: words(count), languages: Array(["zh", "en"].prefix(count)),
      currency: "CNY", currencyScale: 2, timeZone: "Asia/Shanghai")
    blueprint.roles = [RoleLook(name: text(), label: words(count))]
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      var entity = EntityLook(name: text(), label: words(count), title: [])
      entity.title = texts(0...3).flatMap { [TitlePart.literal($0), .field($0)] }
      for _ in 0..<2 {
        let help = random.chance(50) ? words(count) : nil
        var field = FieldLook(name: text(), control: text(), label: words(count), help: help)
        for name in texts(0...2) {
          field.options.append(OptionLook(name: name, label: words(count)))
        }
        if random.chance(20) { field.range = -5...Int64(entity.fields.count) }
        entity.fields.append(field)
      }
      entity.views = [
        ViewLook(
          name: text(), label: words(count), columns: names(), filters: [], sorts: names())
      ]
      blueprint.entities.append(entity)
    }
    return blueprint
  }

  mutating func shape() -> EntityShape {
    let storages: [Storage] = [.text, .integer, .scaled(9), .boolean, .date, .dateTime, .reference]
    var shape = EntityShape(name: text(), tableName: text(), fields: [], uniqueKeys: [])
    for storage in storages {
      var field = FieldShape(
        name: text(), column: text(), storage: storage, control: text(),
        presence: [.required, .optional, .automatic].randomElement(using: &random)!)
      for name in texts(0...2) { field.options.append((name, text())) }
      field.target = random.chance(30) ? text() : nil
      field.pattern = random.chance(30) ? text() : nil
      shape.fields.append(field)
    }
    if random.chance(50) { shape.uniqueKeys = [texts(1...3)] }
    return shape
  }

  /// A text with a few bytes gone, doubled or replaced.
  mutating func damaged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.removeLast(bytes.count - place)
      case 2: bytes.insert(bytes[place], at: place)
      default: bytes[place] = Array("\t\n\\0,a-".utf8).randomElement(using: &random)!
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
