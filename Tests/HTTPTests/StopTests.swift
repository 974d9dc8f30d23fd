import Foundation
import Synchronization
import Testing

@testable import TenonHTTP

@Suite(.serialized) struct StopTests {
  /// Eight clients write as fast as they can while the server stops. Each request gets its answer,
  /// a 503, or no connection; and every one that reached the application is answered.
  @Test func finishesWhatIsInFlight() throws {
    let running = try Running()
    let port = running.server.port
    let answered = Atomic(0)
    let wrong = Mutex<[String]>([])
    let group = DispatchGroup()
    withExtendedLifetime(running) {
      for _ in 0..<8 {
        group.enter()
        Thread.detachNewThread {
          defer { group.leave() }
          let client = SocketClient(port: port, limit: 10_000)
          while true {
            do throws(ClientError) {
              let response = try client.send(.post, "/later", text: "abc")
              if response.status == 503 { return }
              if response.text != "abclater" { wrong.withLock { $0.append(response.text) } }
              answered.add(1, ordering: .relaxed)
            } catch .closed(let bytes) where bytes.isEmpty {
              return
            } catch .connection {
              return
            } catch {
              return wrong.withLock { $0.append("\(error)") }
            }
          }
        }
      }
      while answered.load(ordering: .relaxed) < 200 { usleep(1_000) }
      let (_, time) = timed { running.server.stop() }
      #expect(time < 1_500)
      #expect(group.wait(timeout: .now() + 10) == .success)
    }
    #expect(wrong.withLock { $0 } == [])
    let calls = running.sample.calls.load(ordering: .relaxed)
    #expect(calls == answered.load(ordering: .relaxed))
    #expect(throws: ClientError.self) { try SocketClient(port: port).send(.get, "/hello") }
  }

  /// The application never answers: the limit ends the wait, the client gets 503, nothing aborts.
  @Test func answersForAnApplicationThatHangs() throws {
    let running = try Running { $0.stopLimit = 200 }
    let port = running.server.port
    let status = Atomic(0)
    let group = DispatchGroup()
    group.enter()
    Thread.detachNewThread {
      let response = try? SocketClient(port: port).send(.get, "/hold")
      status.store(response?.status ?? -1, ordering: .relaxed)
      group.leave()
    }
    #expect(running.sample.waitForHeld(1))
    let (_, time) = timed { running.server.stop() }
    #expect((150...5_000).contains(time))
    #expect(group.wait(timeout: .now() + 10) == .success)
    #expect(status.load(ordering: .relaxed) == 503)
    // Too late, and harmless.
    let late = running.sample.held.withLock { $0.removeLast() }
    #expect(!late.respond(Response(status: 200)))
  }

  @Test func stopsWithIdleAndHalfSentRequests() throws {
    let running = try Running { $0.stopLimit = 200 }
    let idle = running.client()
    #expect(try idle.send(.get, "/hello").status == 200)
    let half = running.client()
    try half.open()
    try half.write(Array("GET /hello HTTP/1.1\r\nHo".utf8))
    running.server.stop()
    running.server.stop()
    #expect(throws: ClientError.self) { try idle.send(.get, "/hello") }
  }

  @Test func frees() throws {
    weak var sample: Sample?
    let port: UInt16
    do {
      let running = try Running()
      sample = running.sample
      port = running.server.port
      let client = running.client()
      for _ in 0..<10 { #expect(try client.send(.post, "/later", text: "a").status == 200) }
    }
    // The thread that gave the last answer lets go a moment after it.
    for _ in 0..<500 where sample != nil { usleep(10_000) }
    #expect(sample == nil)
    var configuration = ServerConfiguration()
    configuration.port = port
    _ = try Server(configuration, handler: Sample())
  }

  /// Stopping while the threads are busy taking connections: a race here aborts the process.
  @Test func stopsWhileConnectionsArrive() throws {
    for _ in 0..<100 {
      let running = try Running()
      let port = running.server.port
      let group = DispatchGroup()
      group.enter()
      Thread.detachNewThread {
        while (try? SocketClient(port: port).send(.get, "/hello"))?.status == 200 {}
        group.leave()
      }
      usleep(1_000)
      running.server.stop()
      #expect(group.wait(timeout: .now() + 10) == .success)
    }
  }
}
