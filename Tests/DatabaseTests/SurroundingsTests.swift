import Synchronization
import Testing
import Values

@testable import Query
@testable import TenonDatabase

@Suite struct SurroundingsTests {
  /// Would catch a source that is called through one more function each time it was asked: slower
  /// from request to request, until the stack is full.
  @Test func theSourceIsAskedDirectlyHoweverOften() {
    let surroundings = Surroundings()
    let depths = Mutex<[Int]>([])
    surroundings.use { _ in
      var here = 0
      let depth = withUnsafePointer(to: &here) { Int(bitPattern: $0) }
      depths.withLock { $0.append(depth) }
      return .integer(1)
    }
    for _ in 0..<100 {
      var values = ExpressionValues()
      surroundings.fill(&values, [.now])
      #expect(values[.now] == .integer(1))
    }
    #expect(Set(depths.withLock { $0 }).count == 1)
  }
}
