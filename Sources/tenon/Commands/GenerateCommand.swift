import Diagnostics

/// `tenon generate`.
struct GenerateCommand: Command {
  static let name = "generate"
  static let usage = """
    APP \(Builder.generateOptions)
    """
  static let summary = Message(
    zh: "写出应用的 Swift 包、SQL 和接口文档",
    en: "writes the application's Swift package, SQL and API document")

  private let builder: Builder

  init(_ arguments: inout Arguments) throws(UsageError) {
    builder = try Builder(&arguments, compiles: false)
  }

  func run() throws -> Int32 { try builder.generate().code }
}
