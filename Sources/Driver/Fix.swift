import Diagnostics
import IR

/// What fixing gives.
public struct FixResult: Sendable {
  /// A finding that is gone.
  public struct Fixed: Sendable {
    /// `path:line:column` where it stood when it was fixed.
    public let place: String
    public let diagnostic: Diagnostic
    public let title: Message
  }

  /// What checking finds in the texts as they are now.
  public let check: CheckResult
  /// In the order in which they were fixed.
  public let fixed: [Fixed]
  /// The files whose bytes changed, the lock among them, with their new bytes.
  public let changed: [SourceInput]
}

extension Driver {
  /// Applies fixes until there is none left: those that are safe and, when asked for, the unsafe
  /// ones. A round whose findings do not go away is taken back and is the last.
  public static func fix(
    files: [SourceInput], lock: [UInt8]?, lockPath: String = Lock.fileName,
    alsoUnsafe: Bool = false
  ) -> FixResult {
    let session = CheckSession()
    var (files, lock) = (files, lock)
    let original = files
    let originalLock = lock
    var result = session.check(files: files, lock: lock, lockPath: lockPath)
    var fixed: [FixResult.Fixed] = []
    for _ in 0..<maximumFixRounds {
      let round = FixRound(result.diagnostics, in: result.sources) {
        $0 == .safe || alsoUnsafe && $0 == .unsafe
      }
      if round.applied.isEmpty { break }
      var (newFiles, newLock) = (files, lock)
      for (index, bytes) in round.files {
        let path = result.sources.files[index].path
        if let place = files.firstIndex(where: { $0.path == path }) {
          newFiles[place] = SourceInput(path: path, bytes: bytes)
        } else if path == lockPath {
          newLock = bytes
        }
      }
      let next = session.check(files: newFiles, lock: newLock, lockPath: lockPath)
      guard isProgress(round.applied.map(\.diagnostic), result, next) else { break }
      fixed += round.applied.map {
        FixResult.Fixed(
          place: result.sources.place($0.diagnostic.primary.span), diagnostic: $0.diagnostic,
          title: $0.fix.title)
      }
      (files, lock, result) = (newFiles, newLock, next)
    }
    var changed = zip(original, files).filter { $0.bytes != $1.bytes }.map(\.1)
    if let lock, lock != originalLock { changed.append(SourceInput(path: lockPath, bytes: lock)) }
    return FixResult(check: result, fixed: fixed, changed: changed)
  }

  /// Rounds beyond the first are for edits that met each other and for what a fix uncovers.
  private static let maximumFixRounds = 50

  /// Whether there are fewer findings of the kinds that a round was about. Places and paths move
  /// with the edits, so that only code, file and message tell.
  private static func isProgress(
    _ addressed: [Diagnostic], _ before: CheckResult, _ after: CheckResult
  ) -> Bool {
    func kind(_ diagnostic: Diagnostic, _ result: CheckResult) -> [String] {
      let path = result.sources[diagnostic.primary.span].path
      return [diagnostic.code.rawValue, path, diagnostic.message.en]
    }
    let wanted = Set(addressed.map { kind($0, before) })
    func count(_ result: CheckResult) -> Int {
      result.diagnostics.count { wanted.contains(kind($0, result)) }
    }
    return count(after) < count(before)
  }
}
