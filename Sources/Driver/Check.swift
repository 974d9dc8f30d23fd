import Analysis
import Diagnostics
import IR
import Sema
import Syntax
import Values

/// A file as it comes in: its path within the application's folder, with `/`, and its bytes.
public struct SourceInput: Sendable {
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What checking gives.
public struct CheckResult: Sendable {
  /// The application, or nil when there is an error.
  public let application: Application?
  /// The text of `tenon.lock`: with this application's items, or as it came in on errors.
  public let lockText: String
  /// Sorted, each with path, identity and fingerprint.
  public let diagnostics: [Diagnostic]
  public let sources: SourceMap

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
    var sources = SourceMap()
    var bag = DiagnosticBag()
    var parsed: [ParsedFile] = []
    // An application without a file still needs a place where to say so.
    let inputs = files.isEmpty ? [SourceInput(path: "app.yaml", bytes: [])] : files
    for input in inputs.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let source = SourceFile(path: input.path, bytes: input.bytes)
      let index = sources.add(source)
      let (document, mistakes) = YAMLReader.read(source, file: index)
      bag.append(mistakes)
      parsed.append(ParsedFile(file: index, document: document))
    }
    let lockFile = SourceFile(path: lockPath, bytes: lock ?? [])
    let (locked, lockMistakes) = Lock.read(lockFile, file: sources.add(lockFile))
    bag.append(lockMistakes)

    let result = Checker.check(parsed, sources: sources, lock: locked)
    bag.append(result.bag)
    if let application = result.application {
      for case .refuted(let mistake) in Analysis.verdicts(application) { bag.report(mistake) }
    }
    let lockText =
      bag.hasErrors ? String(decoding: lock ?? [], as: UTF8.self) : result.lock.text
    return CheckResult(
      application: bag.hasErrors ? nil : result.application, lockText: lockText,
      diagnostics: finish(bag, parsed, sources, result.lock), sources: sources)
  }

  /// Sorts, and adds path, identity and fingerprint.
  private static func finish(
    _ bag: DiagnosticBag, _ parsed: [ParsedFile], _ sources: SourceMap, _ lock: Lock
  ) -> [Diagnostic] {
    var seen: [Fingerprint: Int] = [:]
    return bag.diagnostics.sorted(by: Diagnostic.precedes).map { diagnostic in
      var result = diagnostic
      let span = diagnostic.primary.span
      let steps =
        span.file < parsed.count ? parsed[span.file].document.steps(to: span.start) : []
      let place = Place(steps, file: sources[span].path, lock: lock)
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
