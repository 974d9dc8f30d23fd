/// What one may do with the records of an entity.
public enum Action: UInt8, Hashable, Sendable, CaseIterable {
  case read, create, update, delete, export
  /// Importing: `import` is a word of Swift.
  case load
  case print
  /// Giving a record to another owner.
  case assign
  case comment

  /// Whether it only looks at records.
  public var isReading: Bool { self == .read || self == .export || self == .print }
}
