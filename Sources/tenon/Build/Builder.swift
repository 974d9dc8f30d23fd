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
  let report: Report
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
    let result = folder.check().forBuilding
    let code = report.write(result)
    guard code == ExitCode.success, result.application != nil else {
      // Without an application there is nothing to go on with, whatever `--fail-on` says.
      return (code == ExitCode.success ? ExitCode.diagnostics : code, nil)
    }
    return (code, try write(result, of: folder))
  }

  /// Writes the package and the lock of an application that was checked; nil when it has errors.
  func write(_ result: CheckResult, of folder: AppFolder) throws -> Generated? {
    guard let application = result.application else { return nil }
    try folder.keep(lock: result.lockText)
    let output = OutputFolder(generated ?? "generated/" + application.name)
    let drafts = result.drafts
    try output.write(drafts)
    var fingerprint = Fingerprint()
    for draft in drafts {
      fingerprint.add(draft.path)
      fingerprint.add(draft.text)
    }
    let sources = drafts.map(\.path).filter {
      $0.hasPrefix("Sources/") && $0.hasSuffix(".swift")
    }
    return Generated(
      name: application.name, folder: output.path, sources: sources, fingerprint: fingerprint)
  }

  /// Generates and compiles.
  func build() throws -> (code: Int32, application: Generated?) {
    let (code, application) = try generate()
    if let application {
      let sdk = try makeSDK()
      if let compilation = try compilation(application, sdk, stamp: try sdk.prepare()) {
        try compilation.finish(try Subprocess.run(compilation.words))
        Terminal.note(
          Message(zh: "已生成 \(compilation.binary)", en: "built \(compilation.binary)")
            .text(language))
      }
    }
    return (code, application)
  }

  /// The binary of an application.
  func binary(_ name: String) -> String { distribution + "/" + name }

  /// What applications are linked with.
  func makeSDK() throws -> SDK { try SDK(given: sdk, Toolchain(), language) }

  /// The call of the compiler that an application needs, with what its binary was made from set
  /// aside; nil when the binary is there already. `stamp` is that of the SDK.
  func compilation(
    _ application: Generated, _ sdk: SDK, stamp: String
  ) throws -> Compilation? {
    let binary = binary(application.name)
    // Beside the binary, hidden: what it was made from, so that the same is not made twice.
    let compilation = Compilation(
      words: [
        "swiftc", "-O", "-wmo", "-swift-version", "6", "-static-stdlib", "-module-name", "Tenant",
        "-o", binary + ".new",
      ] + application.sources.map { application.folder + "/" + $0 } + sdk.compilerArguments
        + ["-Xlinker", "--gc-sections", "-Xlinker", "-s"],
      binary: binary, stampPath: "\(distribution)/.\(application.name).stamp",
      stamp: stamp + "sources \(application.fingerprint)\n")
    if try compilation.isDone() { return nil }
    try FileSystem.makeFolder(distribution)
    try FileSystem.remove(compilation.stampPath)
    return compilation
  }
}

/// A call of the compiler and what follows it.
struct Compilation {
  let words: [String]
  let binary: String
  fileprivate let stampPath: String
  fileprivate let stamp: String

  fileprivate func isDone() throws -> Bool {
    FileSystem.exists(binary) && FileSystem.exists(stampPath)
      ? try FileSystem.read(stampPath) == Array(stamp.utf8) : false
  }

  /// Puts the binary in its place after the call gave this exit code.
  func finish(_ code: Int32) throws {
    if code != 0 {
      let refusal = Compilation.refusal(code)
      throw EnvironmentError(zh: refusal.zh, en: refusal.en)
    }
    try FileSystem.move(binary + ".new", binary)
    try FileSystem.write(stampPath, Array(stamp.utf8))
  }

  static func refusal(_ code: Int32) -> Message {
    Message(
      zh: "swiftc 拒绝了 tenon 生成的代码（退出码 \(code)）：这是 tenon 的缺陷，请报告",
      en: "swiftc refuses what tenon generated (exit \(code)): a fault of tenon, please report it")
  }
}
