import Emit
import IR

/// What compiling gives: what checking gave, and the files to write when there is no error.
public struct CompileResult: Sendable {
  public let check: CheckResult
  /// Empty when there is an error.
  public let drafts: [FileDraft]
}

extension Driver {
  /// The whole pipeline: files in memory to file drafts. Touches no disk and no clock.
  public static func compile(
    files: [SourceInput], lock: [UInt8]?, lockPath: String = Lock.fileName
  ) -> CompileResult {
    let result = check(files: files, lock: lock, lockPath: lockPath)
    guard let application = result.application else {
      return CompileResult(check: result, drafts: [])
    }
    return CompileResult(check: result, drafts: Emitter(application).drafts())
  }
}
