import Foundation
import Query
import Synchronization
import Testing
import Values

@testable import TenonDatabase

@Suite struct WriterTests {
  @Test func keepsWhatWasWrittenAcrossClosing() throws {
    let folder = Folder()
    let first = try openCustomers(folder)
    let id = try first.writeAndWait { try $0.insert(Customer.values("甲 '\"; 𠮷"), proof(.create)) }
    #expect(id == 1)
    first.close()
    let second = try Database(path: folder.database)
    #expect(try names(second) == ["甲 '\"; 𠮷"])
    second.close()
  }

  /// Holds the writer after its first job and queues more: they share commits, each gets its own
  /// result, and the failing ones leave nothing and disturb nobody.
  @Test func failsAJobAloneInItsBatch() throws {
    let folder = Folder()
    let gate = Gate()
    let isHolding = Mutex(false)
    var options = DatabaseOptions()
    options.onStep = { if $0 == .began && isHolding.withLock({ $0 }) { gate.wait() } }
    let database = try openCustomers(folder, options)
    isHolding.withLock { $0 = true }
    let before = database.statistics
    struct Own: Error {}
    let answers = Answers()
    for number in 0..<40 {
      database.write(
        { session in
          _ = try session.insert(Customer.values("n\(number)"), proof(.create))
          if number % 10 == 3 { throw Own() }
          if number % 10 == 7 {
            _ = try session.insert(Customer.values("twin", code: "same"), proof(.create))
            _ = try session.insert(Customer.values("twin", code: "same"), proof(.create))
          }
        }, completion: answers.completion(number))
      if number == 0 { gate.reached() }
    }
    gate.open()
    let results = answers.wait(40)
    let kept = (0..<40).filter { $0 % 10 != 3 && $0 % 10 != 7 }
    #expect(try names(database) == kept.map { "n\($0)" })
    for (number, result) in results {
      switch number % 10 {
      case 3: #expect(throws: Own.self) { try result.get() }
      case 7:
        #expect(
          result.databaseError == .unique(table: "customer", columns: ["code"], index: nil))
      default: #expect(throws: Never.self) { try result.get() }
      }
    }
    let after = database.statistics
    #expect(after.jobs - before.jobs == 40)
    #expect(after.failedJobs - before.failedJobs == 8)
    #expect(after.commits - before.commits <= 2)
    database.close()
  }

  /// Would catch an answer before the commit, and a reader that sees what is not committed.
  @Test(arguments: [WriterStep.began, .applied])
  func answersNobodyBeforeTheCommit(_ held: WriterStep) throws {
    let folder = Folder()
    let gate = Gate()
    let isHolding = Mutex(false)
    var options = DatabaseOptions()
    options.onStep = { if $0 == held && isHolding.withLock({ $0 }) { gate.wait() } }
    let database = try openCustomers(folder, options)
    isHolding.withLock { $0 = true }
    let isAnswered = Mutex(false)
    database.write { session in
      _ = try session.insert(Customer.values("甲"), proof(.create))
    } completion: { _ in
      isAnswered.withLock { $0 = true }
    }
    gate.reached()
    usleep(20_000)
    #expect(try names(database) == [])
    #expect(!isAnswered.withLock { $0 })
    gate.open()
    database.close()
    #expect(isAnswered.withLock { $0 })
  }

  @Test func refusesAtOnceWhenTheQueueIsFull() throws {
    let folder = Folder()
    let gate = Gate()
    var options = DatabaseOptions()
    options.queueLimit = 4
    let database = try openCustomers(folder, options)
    database.write({ _ in gate.wait() }, completion: { _ in })
    gate.reached()
    let answers = Answers()
    for number in 0..<7 {
      database.write({ _ in }, completion: answers.completion(number))
    }
    let refused = answers.wait(3)
    #expect(refused.keys.sorted() == [4, 5, 6])
    #expect(refused.values.allSatisfy { $0.databaseError == .overloaded })
    gate.open()
    #expect(answers.wait(7).count == 7)
    #expect(database.statistics.longestQueue == 4)
    database.close()
  }

  /// SQLite takes the whole transaction back after some errors; a job that ends it stands for
  /// them. Nothing of the batch stays, all of it is told, and the next batch works.
  @Test func losesTheBatchWithItsTransaction() throws {
    let folder = Folder()
    let gate = Gate()
    let database = try openCustomers(folder)
    let answers = Answers()
    database.write({ _ in gate.wait() }, completion: { _ in })
    gate.reached()
    for number in 0..<4 {
      database.write(
        { session in
          _ = try session.insert(Customer.values("n\(number)"), proof(.create))
          if number != 2 { return }
          try session.run(SystemStatement("ROLLBACK"), [], system)
          #expect(throws: DatabaseError.rolledBack) {
            try session.insert(Customer.values("late"), proof(.create))
          }
        }, completion: answers.completion(number))
    }
    gate.open()
    let results = answers.wait(4)
    #expect(results.values.allSatisfy { $0.databaseError == .rolledBack })
    #expect(try names(database) == [])
    #expect(database.statistics.lostBatches == 1)
    _ = try database.writeAndWait { try $0.insert(Customer.values("after"), proof(.create)) }
    #expect(try names(database) == ["after"])
    database.close()
  }

  @Test func survivesAFullDisk() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    try database.writeAndWait { try $0.file.limitPages(12) }
    let long = String(repeating: "长", count: 1000)
    var error: DatabaseError?
    var written = 0
    while error == nil && written < 1000 {
      do {
        _ = try database.writeAndWait { try $0.insert(Customer.values(long), proof(.create)) }
        written += 1
      } catch let failure as DatabaseError {
        error = failure
      }
    }
    #expect(error == .full)
    #expect(written > 0)
    #expect(try names(database).count == written)
    try database.writeAndWait { try $0.file.limitPages(1000) }
    _ = try database.writeAndWait { try $0.insert(Customer.values(long), proof(.create)) }
    #expect(try names(database).count == written + 1)
    database.close()
  }

  /// One client alone pays one commit per write and no wait for others that never come; sixty-four
  /// share commits. The bound is the figure.
  @Test func sharesCommitsAmongManyClients() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    let before = database.statistics
    let threads = (0..<64).map { number in
      Thread {
        for round in 0..<20 {
          _ = try? database.writeAndWait {
            try $0.insert(Customer.values("\(number)-\(round)"), proof(.create))
          }
        }
      }
    }
    for thread in threads { thread.start() }
    while threads.contains(where: { !$0.isFinished }) { usleep(1000) }
    let after = database.statistics
    #expect(after.jobs - before.jobs == 1280)
    #expect((after.jobs - before.jobs) / (after.commits - before.commits) >= 16)
    #expect(try names(database).count == 1280)
    database.close()
  }

  @Test func refusesWritesOnceClosedAndWaitsInsideTheWriter() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    #expect(throws: DatabaseError.reentrant) {
      try database.writeAndWait { _ in try database.writeAndWait { _ in } }
    }
    database.close()
    database.close()
    #expect(throws: DatabaseError.closed) { try database.writeAndWait { _ in } }
    #expect(throws: DatabaseError.closed) { try names(database) }
  }

  /// Readers that always overlap would let the log grow without end; the writer waits for them.
  @Test(.timeLimit(.minutes(10))) func keepsTheLogSmallBesideBusyReaders() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    let isDone = Mutex(false)
    let threads = (0..<2).map { _ in
      Thread {
        while !isDone.withLock({ $0 }) {
          try? database.read { session in
            _ = try names(session)
            usleep(2000)
          }
        }
      }
    }
    for thread in threads { thread.start() }
    let long = String(repeating: "x", count: 3500)
    var longest = 0
    for _ in 0..<60 {
      try database.writeAndWait { session in
        for _ in 0..<400 {
          let id = try session.insert(Customer.values(long), proof(.create))
          _ = try session.change(.delete(id: id, version: 1), proof(.delete))
        }
        for _ in 0..<400 { _ = try session.insert(Customer.values(long), proof(.create)) }
        try session.run(SystemStatement("DELETE FROM customer"), [], system)
      }
      longest = max(longest, folder.logSize)
    }
    isDone.withLock { $0 = true }
    while threads.contains(where: { !$0.isFinished }) { usleep(1000) }
    #expect(longest < 64 << 20)
    database.close()
  }
}
