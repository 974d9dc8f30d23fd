import Diagnostics
import Driver

/// One input of libFuzzer: a file of any bytes goes through the whole checker and its renderers.
/// Whatever it holds, spans lie in the file, findings are sorted and a second run says the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrontEnd(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
  let result = check(bytes)
  let source = result.sources.files[0]
  let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
  for diagnostic in result.diagnostics {
    let spans =
      [diagnostic.primary.span] + diagnostic.related.map(\.span)
      + diagnostic.fixes.flatMap { $0.edits.map(\.span) }
    for span in spans {
      require(result.sources.files.indices.contains(span.file), "no such file", diagnostic)
      let count = result.sources[span].bytes.count
      require(
        0 <= span.start && span.start <= span.end && span.end <= count, "outside", diagnostic)
      guard isUTF8, span.file == 0 else { continue }
      for edge in [span.start, span.end] where edge < count {
        require(source.bytes[edge] & 0xC0 != 0x80, "inside a character", diagnostic)
      }
    }
    for fix in diagnostic.fixes { requireApart(fix, diagnostic) }
  }
  for (first, second) in zip(result.diagnostics, result.diagnostics.dropFirst()) {
    require(!Diagnostic.precedes(second, first), "not sorted", second)
  }
  var texts = Language.allCases.flatMap { language in
    [
      HumanRenderer(result.sources, language).render(result.diagnostics),
      ShortRenderer(result.sources, language).render(result.diagnostics),
    ]
  }
  texts.append(JSONRenderer(result.sources).render(result.diagnostics))
  let again = check(bytes)
  guard again.diagnostics == result.diagnostics,
    Driver.print(.syntax, of: again) == Driver.print(.syntax, of: result),
    texts.allSatisfy({ result.diagnostics.isEmpty || !$0.isEmpty })
  else { fatalError("two runs differ, or findings without a text") }
  return 0
}

private func check(_ bytes: [UInt8]) -> CheckResult {
  Driver.check(files: [SourceInput(path: "app.yaml", bytes: bytes)], lock: nil)
}

/// The edits of a fix can all be applied.
private func requireApart(_ fix: Fix, _ diagnostic: Diagnostic) {
  let spans = fix.edits.map(\.span).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  for (first, second) in zip(spans, spans.dropFirst()) {
    require(first.end <= second.start, "edits overlap", diagnostic)
  }
}

private func require(_ holds: Bool, _ problem: String, _ diagnostic: Diagnostic) {
  if !holds { fatalError("\(problem): \(diagnostic.code) \(diagnostic.primary.span)") }
}
