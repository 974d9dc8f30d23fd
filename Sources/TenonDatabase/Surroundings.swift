import Query
import Synchronization
import Values

/// What expressions know of the application at this moment: the time, its day, literal moments.
public final class Surroundings: Sendable {
  /// A closure that stands in a lock by itself is wrapped once more each time it is taken out, and
  /// calls through all its wrappings ever after; within a struct it stays as it is.
  private struct Source {
    let value: @Sendable (ExpressionSlot) -> Value?
  }

  private let source = Mutex<Source?>(nil)

  init() {}

  /// Where values come from; nil from it is a slot that nothing fills.
  public func use(_ source: @escaping @Sendable (ExpressionSlot) -> Value?) {
    self.source.withLock { $0 = Source(value: source) }
  }

  /// Fills those of the slots that have no value yet.
  func fill(_ values: inout ExpressionValues, _ slots: Set<ExpressionSlot>) {
    let source = source.withLock { $0 }
    for slot in slots where !values.know([slot]) {
      if let value = source?.value(slot) { values[slot] = value }
    }
  }
}
