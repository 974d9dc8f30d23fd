/// The command line of a tenant's binary: words, and options with or without a value.
struct Arguments {
  private(set) var words: [String] = []
  private var options: [(name: String, value: String?)] = []

  /// Options that take a value, as `--name value` or `--name=value`.
  private static let valued: Set<String> = [
    "--database", "--listen", "--public-url", "--event-threads", "--from", "--name", "--roles",
    "--log", "--metrics-token-file", "--dev-status",
    "--uploads", "--max-upload", "--audit-key-file", "--audit-seal",
    "--since", "--until", "--format",
    "--throttle", "--session-idle", "--session-life", "--secret-key-file",
  ]
  private static let flags: Set<String> = [
    "--help", "--describe", "--statistics", "--all-roles", "--unsafe-no-fsync",
    "--repair",
  ]

  /// Reads the words after the program's name. Throws a sentence about the first that is wrong.
  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        words.append(word)
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      if Arguments.flags.contains(word) {
        options.append((word, nil))
      } else if Arguments.valued.contains(name) {
        if name != word {
          options.append((name, String(word.dropFirst(name.count + 1))))
        } else if let value = rest.popFirst() {
          options.append((name, value))
        } else {
          throw UsageError("\(name) needs a value")
        }
      } else {
        throw UsageError("unknown option \(name)")
      }
    }
  }

  /// The last value given for an option.
  func value(_ name: String) -> String? { options.last { $0.name == name }?.value }

  func has(_ flag: String) -> Bool { options.contains { $0.name == flag } }
}

/// A command line that cannot be carried out.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
