import Diagnostics
import Driver
import Emit
import Values

/// Generates an application's package and compiles it: what `generate`, `build` and `run` share.
struct Builder {
  static let generateOptions = """
    [--generated FOLDER]
    """
  static let buildOptions = """
    [--generated FOLDER] [--dist FOLDER] [--sdk FOLDER]
    """

  /// The application's folder.
  let folder: String
  let language: Language
  private let report: Report
  /// Where generated files go; `generated/<app>` when nil.
  private let generated: String?
  let distribution: String
  /// An SDK that is used as it is, never rebuilt.
  private let sdk: String?

  /// Takes the options of compiling when the command does that.
  init(_ arguments: inout Arguments, compiles: Bool) throws(UsageError) {
    language = arguments.language
    report = try Report(&arguments)
    generated = try arguments.value("--generated")
    distribution = (compiles ? try arguments.value("--dist") : nil) ?? "dist"
    sdk = compiles ? try arguments.value("--sdk") : nil
    folder = try arguments.folder()
  }

  /// An application whose files are written.
  struct Generated {
    let name: String
    let folder: String
    let sources: [String]
    /// The fingerprint of all files.
    let fingerprint: Fingerprint
  }

  /// Checks, reports, and writes the package when there is no error.
  func generate() throws -> (code: Int32, application: Generated?) {
    let folder = try AppFolder(folder)
    let result = Driver.compile(
      files: folder.files, lock: folder.lock, lockPath: folder.lockPath)
    let code = report.write(result.check)
    guard code == ExitCode.success, let application = result.check.application else {
      // Without an application there is nothing to go on with, whatever `--fail-on` says.
      return (code == ExitCode.success ? ExitCode.diagnostics : code, nil)
    }
    try folder.keep(lock: result.check.lockText)
    let output = OutputFolder(generated ?? "generated/" + application.name)
    try output.write(result.drafts)
    var fingerprint = Fingerprint()
    for draft in result.drafts {
      fingerprint.add(draft.path)
      fingerprint.add(draft.text)
    }
    let sources = result.drafts.map(\.path).filter {
      $0.hasPrefix("Sources/") && $0.hasSuffix(".swift")
    }
    return (
      code,
      Generated(
        name: application.name, folder: output.path, sources: sources, fingerprint: fingerprint)
    )
  }

  /// Generates and compiles.
  func build() throws -> (code: Int32, application: Generated?) {
    let (code, application) = try generate()
    if let application { try compile(application) }
    return (code, application)
  }

  /// The binary of an application.
  func binary(_ name: String) -> String { distribution + "/" + name }

  private func compile(_ application: Generated) throws {
    let sdk = try SDK(given: sdk, Toolchain(), language)
    let stamp = try sdk.prepare() + "sources \(application.fingerprint)\n"
    let binary = binary(application.name)
    // Beside the binary, hidden: what it was made from, so that the same is not made twice.
    let stampPath = "\(distribution)/.\(application.name).stamp"
    if FileSystem.exists(binary), FileSystem.exists(stampPath),
      try FileSystem.read(stampPath) == Array(stamp.utf8)
    {
      return
    }
    try FileSystem.makeFolder(distribution)
    try FileSystem.remove(stampPath)
    let arguments =
      [
        "swiftc", "-O", "-wmo", "-swift-version", "6", "-static-stdlib", "-module-name", "Tenant",
        "-o", binary + ".new",
      ] + application.sources.map { application.folder + "/" + $0 } + sdk.compilerArguments
      + ["-Xlinker", "--gc-sections", "-Xlinker", "-s"]
    let code = try Subprocess.run(arguments)
    if code != 0 {
      throw EnvironmentError(
        zh: "swiftc 拒绝了 tenon 生成的代码（退出码 \(code)）：这是 tenon 的缺陷，请报告",
        en: "swiftc refuses what tenon generated (exit \(code)): a fault of tenon, please report it"
      )
    }
    try FileSystem.move(binary + ".new", binary)
    try FileSystem.write(stampPath, Array(stamp.utf8))
    Terminal.note(Message(zh: "已生成 \(binary)", en: "built \(binary)").text(language))
  }
}
