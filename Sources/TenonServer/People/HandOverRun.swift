import TenonDatabase
import TenonPages

/// Hands over what a leaver had, a batch a write, so that what others do meanwhile comes between.
/// What was moved is moved; begun again it goes on with the rest.
final class HandOverRun: @unchecked Sendable {
  /// What was asked for.
  struct Order: Sendable {
    let handOver: HandOver
    let successor: Int64
    let parts: [HandOver.Part]
    /// Whether the leaver's account is closed at the end.
    let deactivates: Bool
    /// Who asked.
    let principal: Principal
    /// Words for what is refused.
    let language: Int
    let context: PageContext
  }

  private let order: Order
  private let sessions: Sessions
  private let job: Int64
  /// Called after each batch with what is left to do; and with what went wrong, at the end.
  private let progress: @Sendable (_ isEnded: Bool, (any Error)?) -> Void

  // Written by one batch after the other, each on the writer's thread.
  private var report = HandOverReport()
  private var rest: [HandOver.Part]
  private var last: Int64 = 0

  private static let batch = 100

  init(
    _ order: Order, _ sessions: Sessions, job: Int64,
    progress: @escaping @Sendable (_ isEnded: Bool, (any Error)?) -> Void
  ) {
    self.order = order
    self.sessions = sessions
    self.job = job
    self.progress = progress
    rest = order.parts
  }

  private var tenant: Tenant { order.handOver.tenant }

  /// Does the next batch, and so on until all is done.
  func run() {
    let step = Step(report, last)
    guard let part = rest.first else { return finish() }
    tenant.database.write { [self] session in
      try step.run(part, self, session)
      try HandOverJobs(tenant: tenant).keep(job, step.report, session)
    } completion: { [self] outcome in
      if case .failure(let error) = outcome { return progress(true, error) }
      report = step.report
      last = step.last
      if step.isDone {
        rest.removeFirst()
        last = 0
      }
      progress(false, nil)
      run()
    }
  }

  private func finish() {
    tenant.database.write { [self] session in
      if order.deactivates { try deactivate(session) }
      guard let people = tenant.entity(named: "user") else { throw Refusal.fault }
      if report.total > 0 {
        try Notifications(tenant: tenant).add(
          to: order.successor, .handOver, people, order.handOver.leaver,
          saying: String(report.total), by: order.principal, session)
      }
      try HandOverJobs(tenant: tenant).end(job, report, session)
      try Audit.note(
        .handOver, .person(order.handOver.leaver),
        [
          .detail(.person, .integer(order.successor)),
          .detail(.count, .integer(Int64(report.total))),
        ], by: order.principal, at: tenant.clock(), session)
    } completion: { [self] outcome in
      sessions.forgetAll()
      if case .failure(let error) = outcome { return progress(true, error) }
      progress(true, nil)
    }
  }

  private func deactivate(_ session: WriteSession) throws {
    guard let people = tenant.entity(named: "user"),
      let column = people.meta.column(named: "active")
    else { throw Refusal.fault }
    var input = RecordInput(people)
    input.values[column] = Value(false)
    try RecordStore(
      tenant: tenant, principal: order.principal, session: session, now: tenant.clock()
    ).update(people, id: order.handOver.leaver, version: nil, input)
    try sessions.removeAll(of: order.handOver.leaver, by: order.principal, session)
    try Invitations.remove(of: order.handOver.leaver, session)
  }

  /// One batch: what it would leave, until it is kept.
  private final class Step: @unchecked Sendable {
    var report: HandOverReport
    var last: Int64
    var isDone = false

    init(_ report: HandOverReport, _ last: Int64) {
      self.report = report
      self.last = last
    }

    func run(_ part: HandOver.Part, _ run: HandOverRun, _ session: WriteSession) throws {
      let order = run.order
      guard case .records(let entity, let column) = part else {
        report.moved[part.name] = try order.handOver.move(part, to: order.successor, session)
        isDone = true
        return
      }
      let ids = try order.handOver.ids(entity, column, after: last, HandOverRun.batch, session)
      let store = RecordStore(
        tenant: run.tenant, principal: Principal(for: order.principal.actor, HandOver.authority),
        session: session, now: run.tenant.clock(), isHandOver: true)
      for id in ids { try move(id, part, entity, column, order, store) }
      last = ids.last ?? last
      isDone = ids.count < HandOverRun.batch
    }

    /// Gives one record to the new owner, or notes why not. What would stop every other one too is
    /// thrown.
    private func move(
      _ id: Int64, _ part: HandOver.Part, _ entity: EntityModel, _ column: Int, _ order: Order,
      _ store: RecordStore
    ) throws {
      var input = RecordInput(entity)
      input.values[column] = .integer(order.successor)
      do {
        try store.session.part {
          try store.update(entity, id: id, version: nil, input)
        }
        report.moved[part.name, default: 0] += 1
      } catch {
        let refusal = Refusal(error, entity)
        switch refusal {
        case .full, .unavailable, .fault: throw refusal
        default:
          report.refuse(part, id, refusal.sentence(entity, order.language, order.context))
        }
      }
    }
  }
}
