import Diagnostics
import IR
import Syntax

/// One source file as Sema takes it. The same object means the same text at the same place: what
/// was found in it before still holds.
public final class ParsedFile: Sendable {
  /// Its index in the ``SourceMap``.
  public let file: Int
  public let document: YAMLDocument

  public init(file: Int, document: YAMLDocument) {
    self.file = file
    self.document = document
  }
}

/// What checking gave: an application when there is no error.
public struct SemaResult: Sendable {
  public let application: Application?
  /// Who may do what, as far as it is sound.
  public let rights: Rights
  /// What the lock does not hold yet, in the order declared.
  public let newItems: [(key: Lock.Key, item: Lock.Item)]
  public let bag: DiagnosticBag
}
