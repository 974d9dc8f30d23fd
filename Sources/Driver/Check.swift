import Analysis
import Diagnostics
import IR
import Sema
import Syntax
import Values

/// A file as it comes in: its path within the application's folder, with `/`, and its bytes. What
/// ends in `.csv` is a table that the definition may name, everything else is definition.
public struct SourceInput: Sendable {
  public let path: String
  public let bytes: [UInt8]

  /// More bytes of a file need not be read: what is longer is refused.
  public static let limit = SyntaxLimits.fileBytes + 1

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether it is a table.
  public var isTable: Bool { path.hasSuffix(".csv") }
}

/// What checking gives.
public struct CheckResult: Sendable {
  /// The application, or nil when there is an error.
  public let application: Application?
  private let lock: Lock
  private let lockBytes: [UInt8]?
  private let newItems: [(key: Lock.Key, item: Lock.Item)]
  /// Sorted, each with path, identity and fingerprint.
  public let diagnostics: [Diagnostic]
  public let sources: SourceMap

  init(
    application: Application?, lock: Lock, lockBytes: [UInt8]?,
    newItems: [(key: Lock.Key, item: Lock.Item)], diagnostics: [Diagnostic], sources: SourceMap
  ) {
    self.application = application
    self.lock = lock
    self.lockBytes = lockBytes
    self.newItems = newItems
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// The text of `tenon.lock`: with this application's items, or as it came in on errors.
  public var lockText: String {
    if application == nil { return String(decoding: lockBytes ?? [], as: UTF8.self) }
    var lock = lock
    for (key, item) in newItems { lock.items[key] = item }
    return lock.text
  }

  /// The same without an application, for findings that all are about what is not built.
  func refused(by findings: [Diagnostic]) -> CheckResult {
    CheckResult(
      application: nil, lock: lock, lockBytes: lockBytes, newItems: [],
      diagnostics: (diagnostics + findings).sorted(by: Diagnostic.precedes), sources: sources)
  }

  /// Whether there is an error.
  public var hasErrors: Bool { diagnostics.contains(where: \.isError) }
}

/// The front half of the pipeline: files in memory to application, lock and findings. Touches no
/// disk and no clock: the same input gives the same output.
public enum Driver {
  /// Checks the files of one application and its lock, nil when there is none yet. The order of
  /// the files does not matter. `lockPath` is what findings in the lock call it.
  public static func check(
    files: [SourceInput], lock: [UInt8]?, lockPath: String = Lock.fileName
  ) -> CheckResult {
    CheckSession().check(files: files, lock: lock, lockPath: lockPath)
  }
}

/// Checks an application again and again while its files are edited. What did not change is neither
/// read nor checked anew; the result is always that of ``Driver/check(files:lock:lockPath:)``.
public final class CheckSession {
  private var files: [ReadFile] = []
  private var tables: [ReadTable] = []
  private var lock: ReadLock?
  private let sema = SemaSession()

  public init() {}

  /// How many entities and views were looked into so far.
  public var checkedUnits: Int { sema.checkedUnits }

  /// A file as it was read last.
  private struct ReadFile {
    let source: SourceFile
    let parsed: ParsedFile
    let bag: DiagnosticBag
  }

  private struct ReadTable {
    let source: SourceFile
    let file: Int
    let rows: [[SourceTable.Cell]]
    let bag: DiagnosticBag
  }

  private struct ReadLock {
    let source: SourceFile
    let file: Int
    let index: LockIndex
    let bag: DiagnosticBag
  }

  public func check(
    files: [SourceInput], lock: [UInt8]?, lockPath: String = Lock.fileName
  ) -> CheckResult {
    // An application without a file still needs a place where to say so.
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let definition = sorted.filter { !$0.isTable }
    let inputs = definition.isEmpty ? [SourceInput(path: "app.yaml", bytes: [])] : definition
    self.files = inputs.enumerated().map { read($1, at: $0) }
    self.tables = sorted.filter(\.isTable).enumerated().map {
      read(table: $1, at: self.files.count + $0)
    }
    let locked = read(
      lock: SourceFile(path: lockPath, bytes: lock ?? []),
      at: self.files.count + self.tables.count)
    self.lock = locked
    let sources = SourceMap(
      self.files.map(\.source) + self.tables.map(\.source) + [locked.source])
    var bag = DiagnosticBag()
    for file in self.files { bag.append(file.bag) }
    for table in self.tables { bag.append(table.bag) }
    bag.append(locked.bag)

    let parsed = self.files.map(\.parsed)
    let tables = self.tables.map {
      SourceTable(file: $0.file, name: sources.pathInFolder($0.source), rows: $0.rows)
    }
    let result = sema.check(parsed, tables: tables, sources: sources, lock: locked.index)
    bag.append(result.bag)
    for case .refuted(let mistake) in Analysis.verdicts(result.rights) { bag.report(mistake) }
    return CheckResult(
      application: bag.hasErrors ? nil : result.application, lock: locked.index.lock,
      lockBytes: lock, newItems: bag.hasErrors ? [] : result.newItems,
      diagnostics: Driver.finish(bag, parsed, sources, locked.index.lock), sources: sources)
  }

  private func read(_ input: SourceInput, at index: Int) -> ReadFile {
    if index < files.count, files[index].source.path == input.path,
      files[index].source.bytes == input.bytes
    {
      return files[index]
    }
    let source = SourceFile(path: input.path, bytes: input.bytes)
    let (document, bag) = YAMLReader.read(source, file: index)
    return ReadFile(source: source, parsed: ParsedFile(file: index, document: document), bag: bag)
  }

  private func read(table input: SourceInput, at index: Int) -> ReadTable {
    if let known = tables.first(where: { $0.file == index }), known.source.path == input.path,
      known.source.bytes == input.bytes
    {
      return known
    }
    let source = SourceFile(path: input.path, bytes: input.bytes)
    let (rows, bag) = TableReader.read(source, file: index)
    return ReadTable(source: source, file: index, rows: rows, bag: bag)
  }

  private func read(lock source: SourceFile, at index: Int) -> ReadLock {
    if let lock, lock.file == index, lock.source.path == source.path,
      lock.source.bytes == source.bytes
    {
      return lock
    }
    let (lock, bag) = Lock.read(source, file: index)
    return ReadLock(source: source, file: index, index: LockIndex(lock), bag: bag)
  }
}

extension Driver {
  /// Sorts, and adds path, identity and fingerprint.
  fileprivate static func finish(
    _ bag: DiagnosticBag, _ parsed: [ParsedFile], _ sources: SourceMap, _ lock: Lock
  ) -> [Diagnostic] {
    var seen: [Fingerprint: Int] = [:]
    return bag.diagnostics.sorted(by: Diagnostic.precedes).map { diagnostic in
      var result = diagnostic
      let span = diagnostic.primary.span
      let steps =
        span.file < parsed.count ? parsed[span.file].document.steps(to: span.start) : []
      let place = Place(steps, file: sources.pathInFolder(sources[span]), lock: lock)
      var fingerprint = Fingerprint(of: diagnostic.code.rawValue)
      for part in place.anchor { fingerprint.add(part) }
      // The same mistake again in the same place: the second, the third.
      let before = seen[fingerprint, default: 0]
      seen[fingerprint] = before + 1
      if before > 0 { fingerprint.add(String(before)) }
      result.path = place.path
      result.stableId = place.stableId
      result.fingerprint = fingerprint.description
      return result
    }
  }
}

extension SourceMap {
  /// A file's path from the application's folder, wherever that is: the folder of the lock, which
  /// is the last file.
  fileprivate func pathInFolder(_ source: SourceFile) -> String {
    guard let lock = files.last?.path, let slash = lock.lastIndex(of: "/"),
      source.path.hasPrefix(lock[...slash])
    else { return source.path }
    return String(source.path[lock.index(after: slash)...])
  }
}
