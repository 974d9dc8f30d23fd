import Diagnostics

/// `tenon run`: builds, makes the database with demo data when there is none, and serves.
struct RunCommand: Command {
  static let name = "run"
  static let usage = """
    APP [--listen ADDRESS:PORT] \(Builder.buildOptions)
    """
  static let summary = Message(
    zh: "编译，没有数据库时用演示数据建立，然后启动服务",
    en: "build, create the database with demo data when there is none, serve")

  private let builder: Builder
  private let listen: String

  init(_ arguments: inout Arguments) throws(UsageError) {
    listen = try arguments.value("--listen") ?? "127.0.0.1:8080"
    builder = try Builder(&arguments, compiles: true)
  }

  func run() throws -> Int32 {
    let (code, application) = try builder.build()
    guard let application else { return code }
    let binary = builder.binary(application.name)
    let database = "\(builder.distribution)/\(application.name).sqlite"
    let demo = DemoData(builder.folder + "/data", builder.language)
    if !FileSystem.exists(database) {
      if FileSystem.isFolder(demo.folder) {
        note(
          zh: "用 \(demo.folder) 中的演示数据建立 \(database)",
          en: "creating \(database) with the demo data of \(demo.folder)")
      }
      guard try demo.create(database, binary) else { return ExitCode.environment }
    }
    if let signIn = try demo.signIn() {
      note(
        zh: "演示账号：\(signIn.user) / \(signIn.password)",
        en: "demo sign-in: \(signIn.user) / \(signIn.password)")
    }
    throw Subprocess.become([
      binary, "serve", "--database", database, "--listen", listen,
    ])
  }

  private func note(zh: String, en: String) {
    Terminal.note(Message(zh: zh, en: en).text(builder.language))
  }
}
