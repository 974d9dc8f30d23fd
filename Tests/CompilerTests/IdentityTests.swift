import IR
import Testing

@testable import Sema

/// Identities are never given twice.
@Suite struct IdentityTests {
  @Test func oneThatIsReservedIsNotGiven() {
    var free = LockResolver(LockIndex(Lock()))
    let id = free.item(.field, "customer.name", name: "name").id
    var bound = LockResolver(LockIndex(Lock()), reserved: [id])
    let other = bound.item(.field, "customer.name", name: "name").id
    #expect(other != id)
    #expect(other.text.utf8.count == 10)
  }

  @Test func oneThatTheLockHoldsIsNotGiven() {
    var free = LockResolver(LockIndex(Lock()))
    let id = free.item(.field, "customer.name", name: "name").id
    let held = Lock(items: [
      Lock.Key(.field, "contact.name"): Lock.Item(id: id, physicalName: "name")
    ])
    var bound = LockResolver(LockIndex(held))
    #expect(bound.item(.field, "customer.name", name: "name").id != id)
    #expect(bound.item(.field, "contact.name", name: "name").id == id)
  }
}
