import Values

/// A column that the server keeps right: a stored value, or the state of a roll-up.
public struct KeptShape: Sendable {
  public var kind: Kind
  /// Its place among all kept columns of the application: behind all that it reads.
  public var order: Int
  /// What it reads of its record and of those that references lead to.
  public var reads: [Read]

  public enum Kind: Sendable {
    /// A field, by its name.
    case value(String)
    case rollUp(RollUpShape)
  }

  /// A member of a record, and the reference fields that are followed to get there.
  public struct Read: Hashable, Sendable {
    public var entity: String
    public var member: String
    public var through: [String]

    public init(entity: String, member: String, through: [String]) {
      self.entity = entity
      self.member = member
      self.through = through
    }
  }

  public init(_ kind: Kind, order: Int, reads: [Read]) {
    self.kind = kind
    self.order = order
    self.reads = reads
  }
}

/// The state of a function of related records. It stands in a column behind the fields.
public struct RollUpShape: Sendable {
  public var column: String
  /// By which the rows' entity knows what a row contributes.
  public var number: Int
  public var rule: RollUpRule
  /// The entity of the rows, and its reference to the record above.
  public var rows: String
  public var by: String
  /// What a row's contribution reads, from the row on.
  public var rowReads: [KeptShape.Read] = []
  /// Which parts of the state are numbers.
  public var numbers: [Bool]

  public init(
    column: String, number: Int, rule: RollUpRule, rows: String, by: String, numbers: [Bool]
  ) {
    self.column = column
    self.number = number
    self.rule = rule
    self.rows = rows
    self.by = by
    self.numbers = numbers
  }
}

/// The text form, lines of ``EntityShape``'s:
///
/// ```
/// kept     field  order
/// rollup   column  order  number  function  flags  rows  by
/// reads    entity  member  through…
/// row      entity  member  through…
/// ```
/// `reads` and `row` belong to what stands above them. Flags: `v` a value is taken of each row, `k`
/// they have a key, `d` it descends; then for each part of the state `n` a number or `t` a text.
extension KeptShape {
  func append(to out: inout String) {
    switch kind {
    case .value(let field): TabbedText.append(["kept", field, String(order)], to: &out)
    case .rollUp(let shape):
      let rule = shape.rule
      let flags =
        (rule.hasValue ? "v" : "") + (rule.hasKey ? "k" : "") + (rule.isDescending ? "d" : "")
        + shape.numbers.map { $0 ? "n" : "t" }.joined()
      TabbedText.append(
        [
          "rollup", shape.column, String(order), String(shape.number), rule.function.rawValue,
          flags, shape.rows, shape.by,
        ], to: &out)
      for read in shape.rowReads {
        TabbedText.append(["row", read.entity, read.member] + read.through, to: &out)
      }
    }
    for read in reads {
      TabbedText.append(["reads", read.entity, read.member] + read.through, to: &out)
    }
  }

  /// Takes one line; false when it is none of these.
  static func take(_ record: [String], into kept: inout [KeptShape]) -> Bool {
    let last = kept.count - 1
    switch (record[0], record.count) {
    case ("kept", 3):
      guard let order = Int(record[2]) else { return false }
      kept.append(KeptShape(.value(record[1]), order: order, reads: []))
    case ("rollup", 8):
      guard let order = Int(record[2]), let shape = RollUpShape(record) else { return false }
      kept.append(KeptShape(.rollUp(shape), order: order, reads: []))
    case ("reads", 3...) where last >= 0:
      kept[last].reads.append(Read(record))
    case ("row", 3...) where last >= 0:
      guard case .rollUp(var shape) = kept[last].kind else { return false }
      shape.rowReads.append(Read(record))
      kept[last].kind = .rollUp(shape)
    default: return false
    }
    return true
  }
}

extension KeptShape.Read {
  fileprivate init(_ record: [String]) {
    self.init(entity: record[1], member: record[2], through: Array(record.dropFirst(3)))
  }
}

extension RollUpShape {
  fileprivate init?(_ record: [String]) {
    guard let number = Int(record[3]), let function = RollUpRule.Function(rawValue: record[4])
    else { return nil }
    let flags = record[5]
    let rule = RollUpRule(
      function, hasValue: flags.contains("v"), hasKey: flags.contains("k"),
      isDescending: flags.contains("d"))
    let numbers = flags.filter { $0 == "n" || $0 == "t" }.map { $0 == "n" }
    guard numbers.count == rule.partCount else { return nil }
    self.init(
      column: record[1], number: number, rule: rule, rows: record[6], by: record[7],
      numbers: numbers)
  }
}
