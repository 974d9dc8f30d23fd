import TenonDatabase
import TenonPages

/// What people change about themselves. The record is the person's own and the fields are named by
/// the program: for them the server acts itself, through the store like every change.
struct OwnRecord {
  let tenant: Tenant
  let user: Int64

  /// Changes these columns of the person's record.
  func update(
    _ values: [Int: Value], problems: [(column: Int, problem: FieldProblem)] = [],
    _ session: WriteSession
  ) throws {
    guard let entity = tenant.entity(named: "user") else { throw Refusal.fault }
    var input = RecordInput(entity)
    for (column, value) in values { input.values[column] = value }
    input.problems = problems
    try RecordStore(
      tenant: tenant, principal: Principal(for: user, SystemAuthority("own record")),
      session: session, now: tenant.clock()
    ).update(entity, id: user, version: nil, input)
  }
}
