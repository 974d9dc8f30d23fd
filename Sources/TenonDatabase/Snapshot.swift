import Query
import TenonThreads

/// A moment of the database that stays however long it is read, on a connection of its own: writers
/// go on beside it. It is taken at the first read, and let go when its object goes.
public final class Snapshot: @unchecked Sendable {
  // The session is only touched under the lock.
  private let lock = Condition()
  private let connect: @Sendable () throws(DatabaseError) -> any Connection
  private let surroundings: Surroundings
  private var session: Session?
  private var isOver = false

  init(
    _ surroundings: Surroundings,
    _ connect: @escaping @Sendable () throws(DatabaseError) -> any Connection
  ) {
    self.surroundings = surroundings
    self.connect = connect
  }

  deinit { end() }

  /// Runs a block with a session that reads from the moment. Throws what the block throws, and
  /// ``DatabaseError`` when the moment is gone.
  public func read<R>(_ body: (Session) throws -> R) throws -> R {
    lock.lock()
    defer { lock.unlock() }
    if isOver { throw DatabaseError.closed }
    let session = try self.session ?? begin()
    session.isActive = true
    defer { session.isActive = false }
    return try body(session)
  }

  private func begin() throws -> Session {
    let connection = try connect()
    do { try connection.beginRead(after: 0, isSingle: false) } catch {
      connection.close()
      throw error
    }
    let fresh = Session(connection, surroundings)
    session = fresh
    return fresh
  }

  /// Lets the moment go.
  public func end() {
    lock.lock()
    defer { lock.unlock() }
    isOver = true
    guard let session else { return }
    self.session = nil
    do { try session.connection.endRead(failed: true) } catch {
      // Closing ends it too.
    }
    session.connection.close()
  }
}
