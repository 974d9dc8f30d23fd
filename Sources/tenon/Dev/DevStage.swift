import Diagnostics
import Driver
import Glibc
import Values

/// The server that the pages come from: starts the new one in the place of the old, keeps the data
/// when they fit, and goes back when nothing else helps.
final class DevStage {
  let demo: DemoData
  private let builder: Builder
  private let language: Language
  private var listen: String
  private var server: DevServer?
  private var served: Served?

  /// What the server that runs was made from.
  private struct Served {
    let application: Builder.Generated
    let data: String
  }

  init(_ builder: Builder, listen: String) {
    self.builder = builder
    self.listen = listen
    language = builder.language
    demo = DemoData(builder.folder + "/data", language)
  }

  func isCurrent(_ application: Builder.Generated, _ data: String) -> Bool {
    guard server != nil, let served else { return false }
    return served.application.name == application.name
      && served.application.fingerprint == application.fingerprint && served.data == data
  }

  func stop() {
    server?.stop()
    server = nil
  }

  // MARK: Places

  private func folder(_ application: Builder.Generated) -> String {
    ".build/dev/" + application.name
  }

  func buildLog(_ application: Builder.Generated) -> String {
    folder(application) + "/build.log"
  }

  private func serverLog(_ application: Builder.Generated) -> String {
    folder(application) + "/server.log"
  }

  /// The last binary that worked.
  private func good(_ application: Builder.Generated) -> String { folder(application) + "/good" }

  private func database(_ application: Builder.Generated) -> DevDatabase {
    DevDatabase(folder(application), name: application.name, demo)
  }

  private func status(_ application: Builder.Generated) -> DevStatus {
    DevStatus(folder(application) + "/status.json", language)
  }

  // MARK: What the pages show

  /// Mistakes: the old server goes on.
  func show(_ result: CheckResult) throws {
    guard let served else { return }
    try status(served.application).mistakes(result)
    server?.tell()
  }

  func showReady() throws {
    guard let served else { return }
    try status(served.application).ready()
    server?.tell()
  }

  func showBuilding(_ application: Builder.Generated) throws {
    try FileSystem.makeFolder(folder(application))
    try status(application).building()
    server?.tell()
  }

  // MARK: Serving

  /// Serves what was built.
  func serve(_ application: Builder.Generated, _ data: String, _ line: DevLine) throws {
    let time = Stopwatch()
    var line = line
    try FileSystem.makeFolder(folder(application))
    let database = database(application)
    let binary = builder.binary(application.name)
    let seed = try database.seed()
    var change = Change.kept
    if seed != data {
      if let said = try database.makeNext(binary, seed: data) {
        return try fail(application, DevStage.dataMisfit, said, line)
      }
      change = seed == nil ? .created : .reseeded([])
    }
    stop()
    if case .kept = change {} else { try database.takeNext() }
    try status(application).ready(change.note)
    var start = try DevServer.start(binary, place(application))
    if case .refused(let lines) = start {
      if let said = try database.makeNext(binary, seed: data) {
        try fail(application, DevStage.dataMisfit, said, line)
        return try goBack()
      }
      try database.takeNext()
      change = .reseeded(lines)
      try status(application).ready(change.note)
      start = try DevServer.start(binary, place(application))
    }
    switch start {
    case .ready(let server):
      line.add(
        zh: "\(served == nil ? "启动" : "重启") \(time.text)",
        en: "\(served == nil ? "started" : "restarted") \(time.text)")
      try take(server, application, data, change, line)
    case .refused(let lines):
      try fail(application, DevStage.noStart, lines.joined(separator: "\n"), line)
      try goBack()
    case .failed(let said):
      try fail(application, DevStage.noStart, said, line)
      try goBack()
    }
  }

  private func place(_ application: Builder.Generated) -> DevServer.Place {
    DevServer.Place(
      database: database(application).path, listen: listen,
      status: status(application).path, log: serverLog(application))
  }

  /// What happened to the data, with the reasons why they could not stay.
  private enum Change {
    case kept, created
    case reseeded([Substring])

    var note: Message? {
      guard case .reseeded = self else { return nil }
      return Message(
        zh: "数据库已用 data/ 重新建立，请重新登录。",
        en: "The database was made anew from data/. Sign in again.")
    }
  }

  private func take(
    _ server: DevServer, _ application: Builder.Generated, _ data: String, _ change: Change,
    _ line: DevLine
  ) throws {
    let isFirst = served == nil
    self.server = server
    listen = server.listen
    served = Served(application: application, data: data)
    try FileSystem.copyProgram(builder.binary(application.name), good(application))
    var line = line
    if case .kept = change { line.add(zh: "数据保留", en: "data kept") }
    line.write()
    if case .reseeded(let reasons) = change {
      note(
        zh: "  数据库已用 \(demo.folder) 重新建立："
          + (reasons.isEmpty ? "演示数据有变化" : "改动不只是增加"),
        en: "  the database was made anew from \(demo.folder): "
          + (reasons.isEmpty ? "the demo data changed" : "the change does more than add"))
      for reason in reasons { Terminal.note("  \(reason)") }
    }
    if isFirst { try greet() }
  }

  private func greet() throws {
    guard let server else { return }
    note(zh: "  地址  \(server.address)", en: "  open      \(server.address)")
    if let signIn = try demo.signIn() {
      let words = "\(signIn.user) / \(signIn.password)"
      note(zh: "  账号  \(words)", en: "  sign in   \(words)")
    }
    note(
      zh: "  监视  \(builder.folder)，按 Ctrl-C 结束",
      en: "  watching  \(builder.folder), Ctrl-C ends")
  }
}

// MARK: When it does not work

extension DevStage {
  private static let dataMisfit = Message(
    zh: "演示数据与定义不符", en: "the demo data do not fit the definition")
  private static let noStart = Message(
    zh: "新的服务器无法启动", en: "the new server does not start")

  /// Says in the terminal and in the pages what stands in the way.
  func fail(
    _ application: Builder.Generated, _ title: Message, _ said: String, _ line: DevLine
  ) throws {
    line.write()
    Terminal.complain(title.text(language))
    Terminal.note(said.hasSuffix("\n") ? String(said.dropLast()) : said)
    try status(served?.application ?? application).failure(title, said)
    server?.tell()
  }

  /// Starts the last server that worked. Without one there is nothing to go on with.
  private func goBack() throws {
    guard let served else {
      throw EnvironmentError(
        zh: "没有可以启动的服务器", en: "there is no server that starts")
    }
    guard
      case .ready(let server) = try DevServer.start(
        good(served.application), place(served.application))
    else {
      note(
        zh: "  上一个服务器也无法启动；下一次保存时再试",
        en: "  the last server does not start either; the next change tries again")
      return
    }
    self.server = server
    note(zh: "  上一个版本继续运行", en: "  the last version goes on")
  }

  /// A server that ended by itself.
  func reap() throws {
    guard let server, let served, let code = Subprocess.ended(server.process) else { return }
    self.server = nil
    note(
      zh: "服务器意外结束（\(code)）；下一次保存时再启动",
      en: "the server ended by itself (\(code)); the next change starts it again")
    let said = try FileSystem.read(serverLog(served.application))
    Terminal.note(String(decoding: said.suffix(2_000), as: UTF8.self))
  }

  func note(zh: String, en: String) { Terminal.note(Message(zh: zh, en: en).text(language)) }
}
