import Glibc

/// Runs other programs; never through a shell.
enum Subprocess {
  /// Runs a program found on the PATH and waits. Its output goes where ours goes; its input is
  /// ours, or this text. Returns its exit code, 128 + signal when a signal ended it. Throws when it
  /// cannot be started.
  static func run(_ words: [String], input: String? = nil) throws(EnvironmentError) -> Int32 {
    guard let input else { return wait(try spawn(words, [])) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw EnvironmentError(zh: "无法建立管道", en: "no pipe") }
    let process = try spawn(
      words, [Redirection(end: ends[0], of: STDIN_FILENO, other: ends[1])])
    close(ends[0])
    // A line fits into a pipe, so that this cannot block; whether it was read, the exit code tells.
    _ = Array(input.utf8).withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    return wait(process)
  }

  /// Starts a program in a process group of its own, so that Ctrl-C reaches us alone and we end it
  /// in order. Its output goes to a file, which begins anew; its input is empty.
  static func start(_ words: [String], log: String) throws(EnvironmentError) -> pid_t {
    let file = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard file >= 0, nothing >= 0 else {
      throw EnvironmentError(zh: "无法写入 \(log)", en: "cannot write \(log)")
    }
    defer {
      close(file)
      close(nothing)
    }
    return try spawn(
      words,
      [
        Redirection(end: nothing, of: STDIN_FILENO), Redirection(end: file, of: STDOUT_FILENO),
        Redirection(end: file, of: STDERR_FILENO),
      ], ownGroup: true)
  }

  /// Waits for the end of a program; its exit code, 128 + signal when a signal ended it.
  static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return code(status)
  }

  /// The exit code of a program that has ended, nil of one that runs.
  static func ended(_ process: pid_t) -> Int32? {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) == process ? code(status) : nil
  }

  private static func code(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// What stands for a standard stream of the program: a file, or one end of a pipe, of which the
  /// program shall not hold the other.
  private struct Redirection {
    let end: Int32
    let of: Int32
    var other: Int32?
  }

  /// The standard output of a program; nil when it failed.
  static func output(_ words: [String]) throws(EnvironmentError) -> String? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw EnvironmentError(zh: "无法建立管道", en: "no pipe") }
    let process = try spawn(
      words, [Redirection(end: ends[1], of: STDOUT_FILENO, other: ends[0])])
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    close(ends[0])
    return wait(process) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func spawn(
    _ words: [String], _ redirections: [Redirection], ownGroup: Bool = false
  ) throws(EnvironmentError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for redirection in redirections {
      posix_spawn_file_actions_adddup2(&actions, redirection.end, redirection.of)
      guard let other = redirection.other else { continue }
      posix_spawn_file_actions_addclose(&actions, redirection.end)
      posix_spawn_file_actions_addclose(&actions, other)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if ownGroup { posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    if code != 0 {
      throw cannotStart(words[0], code)
    }
    return process
  }

  /// Becomes another program. Returns only when that fails.
  static func become(_ words: [String]) -> EnvironmentError {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    execv(words[0], &arguments)
    return cannotStart(words[0], errno)
  }

  private static func cannotStart(_ program: String, _ code: Int32) -> EnvironmentError {
    let reason = String(cString: strerror(code))
    return EnvironmentError(
      zh: "无法启动 \(program)：\(reason)", en: "cannot start \(program): \(reason)")
  }
}
