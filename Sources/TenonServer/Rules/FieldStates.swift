/// What conditions say of a record's fields in a form; generated code tells it once for each.
public struct FieldStates: Sendable {
  /// Columns of fields that are not shown.
  private(set) var hidden: Set<Int> = []
  /// Those that must be filled in, and those that cannot be changed.
  private(set) var required: Set<Int> = []
  private(set) var readOnly: Set<Int> = []

  init() {}

  /// The field is not shown under this condition.
  public mutating func hidden(_ column: Int, _ holds: Bool) {
    if holds { hidden.insert(column) }
  }

  /// It must be filled in.
  public mutating func required(_ column: Int, _ holds: Bool) {
    if holds { required.insert(column) }
  }

  /// It cannot be changed.
  public mutating func readOnly(_ column: Int, _ holds: Bool) {
    if holds { readOnly.insert(column) }
  }
}
