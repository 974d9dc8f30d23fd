import Diagnostics
import Driver

/// `tenon check` and `--print`.
struct CheckCommand {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() throws -> Int32 {
    let folder = try AppFolder(options.folder)
    return try report(folder.check())
  }

  /// Prints what was found; the exit code says whether there is an error.
  func report(_ result: CheckResult) throws -> Int32 {
    let written: Int32
    switch options.format {
    case .human:
      written = Terminal.out(
        HumanRenderer(result.sources, options.language).render(result.diagnostics))
    case .short:
      written = Terminal.out(
        ShortRenderer(result.sources, options.language).render(result.diagnostics))
    case .json: written = Terminal.out(JSONRenderer(result.sources).render(result.diagnostics))
    }
    if written != ExitCode.success { return written }
    return result.hasErrors ? ExitCode.diagnostics : ExitCode.success
  }

  func print(_ stage: Stage) throws -> Int32 {
    let folder = try AppFolder(options.folder)
    if let text = Driver.print(stage, files: folder.files, lock: folder.lock) {
      return Terminal.out(text)
    }
    return try report(folder.check())
  }
}
