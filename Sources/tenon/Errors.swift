import Diagnostics

/// A command line that cannot be carried out.
struct UsageError: Error {
  let message: Message

  init(zh: String, en: String) { message = Message(zh: zh, en: en) }

  /// The same with the usage of the command that refused.
  func adding(usage command: any Command.Type) -> UsageError {
    UsageError(
      zh: "\(message.zh)\n\(Help.usage(command, .zh))",
      en: "\(message.en)\n\(Help.usage(command, .en))")
  }
}

/// Something outside the definition stands in the way; says what to do.
struct EnvironmentError: Error {
  let message: Message

  init(zh: String, en: String) { message = Message(zh: zh, en: en) }
}
