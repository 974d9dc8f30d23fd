import Diagnostics
import IR

/// One function as the checker knows it.
struct FunctionSignature: Sendable {
  let name: String
  /// What back ends call; nil for one that is another way of writing something.
  let function: Function?
  let parameters: [Parameter]
  /// How many of the last parameters can be left out.
  var optional = 0
  /// Whether the last parameter can stand again and again.
  var repeats = false
  let result: Result
  let blank: Blank
  var targets: Targets = .everywhere
  /// Whether its value changes though the record does not.
  var isMoving = false
  /// What it is called elsewhere, parted by spaces; for suggestions.
  let also: String

  /// What stands for a parameter; the name is that of the signature which people read.
  struct Parameter: Sendable {
    let name: String
    let kind: Kind

    enum Kind: Sendable {
      /// Money too.
      case number
      case plainNumber
      case integer
      case text
      case date
      case dateTime
      /// A date or a date-time.
      case moment
      case boolean
      case anything
      /// What `text_of` takes.
      case printable
      /// One of a few words.
      case word([String])
      /// A literal from 0 to 9.
      case digits
      /// A literal pattern.
      case pattern
      case workingTime
      case numbers
    }
  }

  enum Result: Sendable {
    case type(ValueType)
    /// That of the first argument.
    case first
    /// That of the first argument with so many digits.
    case firstScaled(Int)
    case special
  }

  enum Blank: Sendable {
    /// Blank when an argument is.
    case strict
    /// Blank besides in cases of its own.
    case partial
    /// Never blank.
    case filled
  }

  var candidate: Candidate { Candidate(name, also: Keyword.list(also)) }

  /// As people write it.
  var signature: String {
    let names = parameters.map(\.name)
    let required = names.dropLast(optional).joined(separator: ", ")
    var text = required
    for name in names.suffix(optional) { text += "[" + (text.isEmpty ? "" : ", ") + name + "]" }
    return "\(name)(\(text)\(repeats ? ", …" : ""))"
  }

  func takes(_ count: Int) -> Bool {
    count >= parameters.count - optional && (repeats || count <= parameters.count)
  }
}

/// The table of functions; aggregates stand in ``AggregateTyping``.
enum Functions {
  static let all: [FunctionSignature] = numbers + texts + times + others

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// All names, for suggestions.
  static let candidates = all.map(\.candidate) + aggregates

  private static let aggregates = [
    Candidate("count", also: Keyword.list("countif counta rows 计数 数量 条数")),
    Candidate("sum", also: Keyword.list("total sumif add_up 求和 合计 总和 汇总")),
    Candidate("avg", also: Keyword.list("average mean averageif 平均 平均值")),
    Candidate("min", also: Keyword.list("minimum lowest 最小 最小值")),
    Candidate("max", also: Keyword.list("maximum highest 最大 最大值")),
    Candidate("any", also: Keyword.list("exists some has 存在 任一")),
    Candidate("all", also: Keyword.list("every each 全部 所有")),
    Candidate("first", also: Keyword.list("earliest 第一个 最早")),
    Candidate("last", also: Keyword.list("最后一个 最晚")),
    Candidate("latest", also: Keyword.list("newest most_recent 最近 最新")),
    Candidate("distinct_count", also: Keyword.list("count_distinct countunique nunique 去重计数")),
    Candidate("join", also: Keyword.list("textjoin string_agg group_concat listagg 连接 拼接")),
  ]

  static let roundingModes = ["half_even", "up", "down", "ceiling", "floor"]
  static let dateUnits = ["day", "week", "month", "quarter", "year"]

  /// `parameters` are written `name:kind`.
  static func make(
    _ name: String, _ parameters: [(String, FunctionSignature.Parameter.Kind)],
    _ result: FunctionSignature.Result, _ blank: FunctionSignature.Blank = .strict,
    optional: Int = 0, repeats: Bool = false, on targets: Targets = .everywhere,
    moving: Bool = false, also: String
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, function: Function(rawValue: name),
      parameters: parameters.map { FunctionSignature.Parameter(name: $0.0, kind: $0.1) },
      optional: optional, repeats: repeats, result: result, blank: blank, targets: targets,
      isMoving: moving, also: also)
  }
}
