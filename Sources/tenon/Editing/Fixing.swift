import Diagnostics
import Driver

/// `--fix` with the options that belong to it.
struct Fixing {
  /// Whether changes are shown and not written.
  let isDiff: Bool
  private let alsoUnsafe: Bool
  private let language: Language

  /// Nil without `--fix`, which the other options need.
  init?(_ arguments: inout Arguments) throws(UsageError) {
    let isFix = arguments.flag("--fix")
    alsoUnsafe = arguments.flag("--unsafe-fixes")
    isDiff = arguments.flag("--diff")
    language = arguments.language
    if isFix { return }
    if alsoUnsafe || isDiff {
      let name = alsoUnsafe ? "--unsafe-fixes" : "--diff"
      throw UsageError(zh: "`\(name)` 要与 `--fix` 一起用", en: "`\(name)` goes with `--fix`")
    }
    return nil
  }

  func fix(_ app: AppFolder) -> FixResult {
    Driver.fix(
      files: app.files, lock: app.lock, lockPath: app.lockPath, alsoUnsafe: alsoUnsafe)
  }

  /// Writes the files that changed and says what was fixed.
  func write(_ result: FixResult) throws(EnvironmentError) {
    for file in result.changed { try FileSystem.write(file.path, file.bytes) }
    for fixed in result.fixed {
      let word = Message(zh: "已修复", en: "fixed").text(language)
      let code = fixed.diagnostic.code.rawValue
      Terminal.note("\(fixed.place): \(word)[\(code)]: \(fixed.title.text(language))")
    }
  }

  /// Prints what would change; the exit code says whether anything would.
  func show(_ result: FixResult, of app: AppFolder) -> Int32 {
    var text = ""
    for file in result.changed {
      let old = app.files.first { $0.path == file.path }?.bytes ?? app.lock ?? []
      text += DiffRenderer.render(path: file.path, old: old, new: file.bytes)
    }
    let written = Terminal.out(text)
    if written != ExitCode.success { return written }
    return result.changed.isEmpty ? ExitCode.success : ExitCode.diagnostics
  }
}
