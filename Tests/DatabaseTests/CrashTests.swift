import Foundation
import Query
import Synchronization
import Testing
import Values

@testable import TenonDatabase

@Suite struct CrashTests {
  @Test func refusesASecondServer() throws {
    let folder = Folder()
    let first = try openCustomers(folder)
    #expect(throws: DatabaseError.inUse(process: getpid())) {
      try Database(path: folder.database)
    }
    // Another name of the same file shares the lock.
    let link = folder.path + "/link.db"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.database)
    #expect(throws: DatabaseError.inUse(process: getpid())) { try Database(path: link) }
    // The refused ones left the first one's own locks alone.
    _ = try first.writeAndWait { try $0.insert(Customer.values("甲"), proof(.create)) }
    first.close()
    let second = try Database(path: folder.database)
    #expect(try names(second) == ["甲"])
    second.close()
  }

  @Test func saysWhyItCannotOpen() throws {
    let folder = Folder()
    #expect(throws: DatabaseError.self) { try Database(path: folder.path + "/none/test.db") }
    try Data("this is no database at all, but it is long enough".utf8)
      .write(to: URL(fileURLWithPath: folder.database))
    do {
      _ = try Database(path: folder.database)
      Issue.record("opened")
    } catch {
      guard case .corrupt = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  /// A process is killed while eight threads write; what it had answered is in a file beside. The
  /// steps are those between which a crash could part an answer from its data.
  @Test(arguments: ["began", "applied", "committed", "answered", "any"])
  func keepsEveryAnsweredWrite(_ step: String) async throws {
    let folder = Folder()
    try openCustomers(folder).close()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.database as String, step = step as String] in
      try writeUntilKilled(path, at: step)
    }
    let log = try String(contentsOfFile: folder.database + ".answers", encoding: .utf8)
    let answered = log.split(separator: "\n").map(String.init)
    #expect(answered.count > 100)
    let database = try Database(path: folder.database)
    let kept = try names(database)
    #expect(Set(answered).subtracting(kept).isEmpty)
    // Each job wrote two rows: none is half there.
    #expect(kept.count % 2 == 0)
    #expect(Set(kept).count * 2 == kept.count)
    database.close()
  }
}

/// In the process to be killed: writes, logs each answer, and kills itself at a step.
private func writeUntilKilled(_ path: String, at step: String) throws {
  let answered = Atomic(0)
  var options = DatabaseOptions()
  options.onStep = { now in
    if "\(now)" == step && answered.load(ordering: .relaxed) > 400 { kill(getpid(), SIGKILL) }
  }
  let database = try Database(path: path, options: options)
  let log = open(path + ".answers", O_WRONLY | O_CREAT | O_APPEND, 0o600)
  for number in 0..<8 {
    Thread {
      var round = 0
      while true {
        round += 1
        let name = "\(number)-\(round)"
        let isKept =
          (try? database.writeAndWait { session -> Void in
            for _ in 0..<2 { _ = try session.insert(Customer.values(name), proof(.create)) }
          }) != nil
        if !isKept { exit(1) }
        let line = Array((name + "\n").utf8)
        if write(log, line, line.count) != line.count { exit(2) }
        answered.add(1, ordering: .relaxed)
      }
    }.start()
  }
  while step != "any" || answered.load(ordering: .relaxed) < 400 { usleep(500) }
  kill(getpid(), SIGKILL)
}
