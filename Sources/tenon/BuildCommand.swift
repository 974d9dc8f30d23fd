import Driver
import Emit
import Values

/// `tenon generate`, `tenon build`, `tenon sdk`.
struct BuildCommand {
  let options: Options

  init(_ options: Options) { self.options = options }

  /// Builds the SDK alone.
  func sdk() throws -> Int32 {
    _ = try SDK(given: nil, Toolchain()).prepare()
    return ExitCode.success
  }

  /// Writes the generated package.
  func generate() throws -> Int32 {
    try emit().code
  }

  /// Writes the generated package and compiles it.
  func build() throws -> Int32 {
    let (code, application) = try emit()
    guard let application else { return code }
    try compile(application)
    return ExitCode.success
  }

  /// An application whose files are written.
  struct Generated {
    let name: String
    let folder: String
    let sources: [String]
    /// The fingerprint of all files.
    let fingerprint: Fingerprint
  }

  private func emit() throws -> (code: Int32, application: Generated?) {
    let folder = try AppFolder(options.folder)
    let result = Driver.compile(
      files: folder.files, lock: folder.lock, lockPath: folder.lockPath)
    let code = try CheckCommand(options).report(result.check)
    guard code == ExitCode.success, let application = result.check.application else {
      return (code, nil)
    }
    try folder.keep(lock: result.check.lockText)
    let output = OutputFolder(options.output ?? "generated/" + application.name)
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

  /// The binary of an application.
  func binary(_ name: String) -> String { options.distribution + "/" + name }

  private func compile(_ application: Generated) throws {
    let sdk = try SDK(given: options.sdk, Toolchain())
    let stamp = try sdk.prepare() + "sources \(application.fingerprint)\n"
    let binary = binary(application.name)
    // Beside the binary, hidden: what it was made from, so that the same is not made twice.
    let stampPath = "\(options.distribution)/.\(application.name).stamp"
    if FileSystem.exists(binary), FileSystem.exists(stampPath),
      try FileSystem.read(stampPath) == Array(stamp.utf8)
    {
      return
    }
    try FileSystem.makeFolder(options.distribution)
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
        "swiftc refuses what tenon generated (exit \(code)): a fault of tenon, please report it")
    }
    try FileSystem.move(binary + ".new", binary)
    try FileSystem.write(stampPath, Array(stamp.utf8))
    Terminal.note("built \(binary)")
  }
}

/// The folder of generated files: a file is touched only when its text changed, and files that are
/// no longer generated go.
struct OutputFolder {
  let path: String

  init(_ path: String) { self.path = path }

  func write(_ drafts: [FileDraft]) throws(EnvironmentError) {
    for draft in drafts {
      let full = path + "/" + draft.path
      let bytes = Array(draft.text.utf8)
      if FileSystem.exists(full), try FileSystem.read(full) == bytes { continue }
      try FileSystem.makeFolder(String(full.prefix(upTo: full.lastIndex(of: "/")!)))
      try FileSystem.write(full, bytes)
    }
    let wanted = Set(drafts.map(\.path))
    for folder in ["Sources", "schema"] where FileSystem.isFolder(path + "/" + folder) {
      for file in try FileSystem.files(below: path + "/" + folder)
      where !wanted.contains(folder + "/" + file) {
        try FileSystem.remove("\(path)/\(folder)/\(file)")
      }
    }
  }
}
