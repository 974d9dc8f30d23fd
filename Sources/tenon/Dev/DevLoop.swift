import Diagnostics
import Driver
import Glibc
import Values

/// Looks at each change of the application's folder: checks, tells, compiles, serves. Compiling
/// runs beside it, so that the next change is told about at once.
final class DevLoop {
  private let builder: Builder
  private let sdk: SDK
  private let stamp: String
  private let signals: Signals
  private let watcher: Watcher
  private let session = CheckSession()
  private let stage: DevStage

  /// As they were looked at last.
  private var files: [SourceInput]?
  private var lock: [UInt8]?
  private var data: String?
  private var told: Set<String> = []
  private var build: Build?
  /// How often in a row the folder could not be read.
  private var troubles = 0

  /// A compiler that runs.
  private struct Build {
    let process: pid_t
    let compilation: Compilation
    let application: Builder.Generated
    let time: Stopwatch
    let line: DevLine
  }

  /// So long after a change nothing may come before it is looked at: several files are saved
  /// together.
  private static let quiet: Int32 = 10
  private static let retry: Int32 = 300

  init(_ builder: Builder, listen: String) throws {
    self.builder = builder
    sdk = try builder.makeSDK()
    stamp = try sdk.prepare()
    signals = try Signals()
    watcher = try Watcher(builder.folder)
    stage = DevStage(builder, listen: listen)
  }

  /// Goes on until a signal asks for the end.
  func run() throws -> Int32 {
    defer {
      cancelBuild()
      stage.stop()
    }
    try look(try AppFolder(builder.folder), try stage.demo.fingerprint())
    while !signals.isStopping {
      _ = wait(watcher.descriptor < 0 || troubles > 0 ? DevLoop.retry : -1)
      signals.take()
      if signals.isStopping { break }
      try reap()
      try notice()
    }
    stage.note(zh: "已结束", en: "ended")
    return ExitCode.success
  }

  /// Waits for a change, a signal, or so many milliseconds.
  private func wait(_ milliseconds: Int32) -> Bool {
    var sources = [
      pollfd(fd: watcher.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    return poll(&sources, nfds_t(sources.count), milliseconds) > 0
  }

  /// Looks when something changed.
  private func notice() throws {
    guard try watcher.take() || troubles > 0 else { return }
    var rounds = 0
    while rounds < 10, !signals.isStopping, wait(DevLoop.quiet), try watcher.take() {
      rounds += 1
    }
    do {
      let (folder, data) = try read()
      troubles = 0
      try look(folder, data)
    } catch let trouble as Trouble {
      troubles += 1
      if troubles == 2 { Terminal.complain(trouble.error.message.text(builder.language)) }
    }
  }

  /// The folder cannot be read now. A file may go between listing and reading it: only what stays
  /// out of reach is told.
  private struct Trouble: Error { let error: EnvironmentError }

  private func read() throws(Trouble) -> (AppFolder, data: String) {
    do throws(EnvironmentError) {
      return (try AppFolder(builder.folder), try stage.demo.fingerprint())
    } catch { throw Trouble(error: error) }
  }

  /// Checks what is there now and goes on as it deserves.
  private func look(_ folder: AppFolder, _ data: String) throws {
    let time = Stopwatch()
    let names = changes(folder, data)
    if names.isEmpty { return }
    let result = session.check(
      files: folder.files, lock: folder.lock, lockPath: folder.lockPath
    ).forBuilding
    var line = DevLine(names, builder.language)
    line.add(zh: "检查 \(time.text)", en: "checked \(time.text)")
    cancelBuild()
    (files, lock, self.data) = (folder.files, folder.lock, data)
    tell(result, line)
    guard let application = try builder.write(result, of: folder) else {
      return try stage.show(result)
    }
    lock = Array(result.lockText.utf8)
    if stage.isCurrent(application, data) {
      line.add(zh: "无需编译", en: "nothing to build")
      line.write()
      return try stage.showReady()
    }
    try compile(application, line)
  }

  /// What changed since the last look: paths from the application's folder.
  private func changes(_ folder: AppFolder, _ data: String) -> [String] {
    guard let files else { return [builder.folder] }
    let before = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let after = Dictionary(uniqueKeysWithValues: folder.files.map { ($0.path, $0.bytes) })
    let paths = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    var names = paths.sorted().map { String($0.dropFirst(builder.folder.count + 1)) }
    if folder.lock != lock { names.append("tenon.lock") }
    if data != self.data { names.append("data") }
    return names
  }

  /// Prints the findings: mistakes each time, the rest when it is new.
  private func tell(_ result: CheckResult, _ line: DevLine) {
    let found = Set(result.diagnostics.map(\.fingerprint))
    let isNews = !found.isSubset(of: told)
    told = found
    if result.hasErrors { line.write() }
    if result.hasErrors || isNews { _ = builder.report.write(result) }
  }

  // MARK: Compiling

  private func compile(_ application: Builder.Generated, _ line: DevLine) throws {
    guard let compilation = try builder.compilation(application, sdk, stamp: stamp) else {
      return try serve(application, line)
    }
    try stage.showBuilding(application)
    build = Build(
      process: try Subprocess.start(compilation.words, log: stage.buildLog(application)),
      compilation: compilation, application: application, time: Stopwatch(), line: line)
  }

  private func cancelBuild() {
    guard let build else { return }
    kill(-build.process, SIGTERM)
    _ = Subprocess.wait(build.process)
    self.build = nil
  }

  /// Takes what has ended: the compiler, or a server that should not have.
  private func reap() throws {
    if let build, let code = Subprocess.ended(build.process) {
      self.build = nil
      var line = build.line
      line.add(zh: "编译 \(build.time.text)", en: "built \(build.time.text)")
      if code == 0 {
        try build.compilation.finish(code)
        try serve(build.application, line)
      } else {
        let said = try FileSystem.read(stage.buildLog(build.application))
        try stage.fail(
          build.application, Compilation.refusal(code), String(decoding: said, as: UTF8.self), line)
      }
    }
    try stage.reap()
  }

  private func serve(_ application: Builder.Generated, _ line: DevLine) throws {
    guard let data else { return }
    try stage.serve(application, data, line)
  }
}
