import Foundation
import Values

func json(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "null" }
func json(_ value: String?) -> String { value.map(Canonical.text) ?? "null" }
func json(_ value: CivilDate?) -> String { value.map { Canonical.date($0.days) } ?? "null" }
func json(_ value: Period?) -> String {
  value.map { Canonical.period(months: $0.months, days: $0.days) } ?? "null"
}
func time(_ value: Int64?) -> String { value.map(Canonical.time) ?? "null" }
func moment(_ value: Int64?) -> String { value.map(Canonical.dateTime) ?? "null" }
func whole(_ value: Int64?) -> String { value.map(Canonical.whole) ?? "null" }

/// A number whose type has so many digits.
func json(_ value: Fixed?, _ scale: Int) -> String {
  guard let value else { return "null" }
  let text = Canonical.number(value.mantissa, scale: Int(value.scale))
  let missing = scale - Int(value.scale)
  if missing <= 0 { return text }
  let point = value.scale == 0 ? "." : ""
  return text.dropLast() + point + String(repeating: "0", count: missing) + "\""
}

/// A number as a field holds it.
func stored(_ value: Fixed?, _ scale: Int, _ minimum: Int64, _ maximum: Int64) -> String {
  guard let mantissa = value?.fitted(UInt8(scale), minimum...maximum) else { return "null" }
  return Canonical.number(Int128(mantissa), scale: scale)
}

func list<T>(_ values: [T], _ json: (T) -> String) -> String {
  values.isEmpty ? "null" : "[" + values.map(json).joined(separator: ", ") + "]"
}

/// Reads the data beside the program and prints the answers.
@main struct Program {
  static func main() throws {
    let folder = CommandLine.arguments[1]
    func lines(_ name: String, _ separator: Character) throws -> [[String]] {
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        .split(separator: "\n").map {
          $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        }
    }
    let reader = Reader(World(reads: try lines("reads", " ")))
    for line in try lines("data", "\t") { reader.take(line) }
  }
}

/// Takes the lines of the data one after the other.
final class Reader {
  private let world: World
  private var now: Int64 = 0
  private var me: Int64 = 0
  private var zone = ZoneRules.utc
  private var days: [String] = []
  private var calendar: WorkCalendar?
  private var index = 0
  private var old: [Value]?

  init(_ world: World) { self.world = world }

  func take(_ line: [String]) {
    switch line[0] {
    case "now": now = Int64(line[1])!
    case "me": me = Int64(line[1])!
    case "zone":
      zone = ZoneRules(
        file: [UInt8](FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + line[1])!))!
    case "calendar": days.append(line[1])
    case "case":
      if calendar == nil {
        calendar = WorkCalendar(parsing: days, zone)!
        // From here on records belong to one case.
        world.shared = world.own
      }
      world.own = [:]
      index = Int(line[1])!
      old = nil
    case "row":
      let row = World.Row(id: Int64(line[2])!, values: line.dropFirst(3).map(value))
      world.own[Int(line[1])!, default: []].append(row)
    case "old": old = line.dropFirst().map(value)
    default: answer(Int64(line[1])!)
    }
  }

  private func answer(_ id: Int64) {
    let main = caseTypes.firstIndex { $0 == MainFields.self }!
    let user = caseTypes.firstIndex { "\($0)" == "UserRecord" }!
    world.current = id
    let person = world.find(user, me)!
    let own = UserRecord(person.values)
    let scene = Scene(
      now: now, me: me, myRoles: ItemList.items(Value(own.roles)), zone: zone,
      calendar: calendar!, related: world)
    let it = Evaluation(
      known(world.find(main, id)!.values, id: id, MainFields.self),
      old: old.map { known($0, id: id, MainFields.self) }, past: nil, scene)
    answers(it) { print(Canonical.line($0, self.index, $1)) }
  }

  private func value(_ text: String) -> Value {
    if text.isEmpty { return .blank }
    guard text.utf8.first == UInt8(ascii: "'") else { return .integer(Int64(text)!) }
    var result = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars.dropFirst() {
      if isEscape {
        result.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.append(scalar)
      }
    }
    return .text(String(result))
  }
}
