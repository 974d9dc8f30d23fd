/// One round of fixing: edits that do not disturb each other, applied at once.
public struct FixRound: Sendable {
  /// A finding with the fix that was applied for it.
  public struct Applied: Sendable {
    public let diagnostic: Diagnostic
    public let fix: Fix
  }

  /// In the order of the findings.
  public private(set) var applied: [Applied] = []
  /// New bytes of the files that change, by their index.
  public private(set) var files: [Int: [UInt8]] = [:]

  /// Applies of each sorted finding the first fix that `accepts` and whose edits meet no other's.
  /// What meets another waits for the next round. A fix is applied whole or not at all.
  public init(
    _ diagnostics: [Diagnostic], in sources: SourceMap, accepts: (Fix.Applicability) -> Bool
  ) {
    var taken: [[Span]] = Array(repeating: [], count: sources.files.count)
    var edits: [[Fix.Edit]] = Array(repeating: [], count: sources.files.count)
    for diagnostic in diagnostics {
      let fix = diagnostic.fixes.first { accepts($0.applicability) && !$0.edits.isEmpty }
      guard let fix, FixRound.areApart(fix.edits) else { continue }
      guard fix.edits.allSatisfy({ edit in !taken[edit.span.file].contains(where: edit.meets) })
      else { continue }
      for edit in fix.edits {
        taken[edit.span.file].append(edit.span)
        edits[edit.span.file].append(edit)
      }
      applied.append(Applied(diagnostic: diagnostic, fix: fix))
    }
    for (file, own) in edits.enumerated() where !own.isEmpty {
      files[file] = FixRound.apply(own, to: sources.files[file].bytes)
    }
  }

  private static func areApart(_ edits: [Fix.Edit]) -> Bool {
    edits.indices.allSatisfy { index in !edits[..<index].contains { $0.meets(edits[index].span) } }
  }

  /// The bytes with every edit done; all others stay as they are.
  public static func apply(_ edits: [Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var place = 0
    for edit in edits.sorted(by: { $0.span.start < $1.span.start }) {
      out += bytes[place..<edit.span.start]
      out += edit.text.utf8
      place = edit.span.end
    }
    return out + bytes[place...]
  }
}

extension Fix.Edit {
  /// Whether this edit and a span share a byte, or a place where one of them inserts.
  fileprivate func meets(_ other: Span) -> Bool {
    guard span.file == other.file else { return false }
    if span.start == span.end || other.start == other.end {
      return span.start <= other.end && other.start <= span.end
    }
    return span.start < other.end && other.start < span.end
  }
}
