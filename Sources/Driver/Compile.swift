import Emit

extension CheckResult {
  /// The files to write; none when there is an error.
  public var drafts: [FileDraft] { application.map { Emitter($0).drafts() } ?? [] }
}
