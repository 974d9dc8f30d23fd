import CLinux
import Glibc
import TenonHTTP

/// Makes the thumbnails of one image. Decoders of images are the likeliest place for a hostile file
/// to break something, so they run in a process of their own, which has nothing open but the image
/// and its thumbnails, can open nothing more, and is held to time and memory.
enum Thumbnails {
  /// What became of it; the raw value is the child's exit code.
  enum Outcome: Int32 {
    case made = 0
    /// No image, or one that cannot be decoded within the limits.
    case refused = 1
    /// The machine has no libgd.
    case noLibrary = 3
  }

  /// Reads an image from a descriptor and writes one thumbnail to each of the others.
  typealias Maker = @Sendable (_ image: Int32, _ thumbnails: [Int32]) -> Outcome

  /// The word by which the binary is called for this; not for people.
  static let command = "make-thumbnails"

  /// An image with more pixels is not decoded: 50 million are 200 MB.
  static let pixelLimit = 50_000_000
  private static let memoryLimit: rlim_t = 1 << 30
  private static let secondsLimit: rlim_t = 20
  /// Where the child finds the image; its thumbnails follow the three standard descriptors.
  private static let source: Int32 = 0
  private static let firstTarget: Int32 = 3

  // MARK: In the server

  /// Has a child of this very program do it.
  static let inChild: Maker = { image, thumbnails in
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, image, source)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // By way of high numbers: a target may have the number of a source that comes after it.
    let parked = thumbnails.map { fcntl($0, F_DUPFD_CLOEXEC, 100) }
    defer { for descriptor in parked { close(descriptor) } }
    for (index, descriptor) in parked.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, firstTarget + Int32(index))
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("thumbnails"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process = pid_t()
    let code = posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, &environment)
    if code != 0 {
      Log.fault("no process for thumbnails: \(String(cString: strerror(code)))")
      return .refused
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return .refused } }
    // Ended by a signal: a limit, or a decoder that broke.
    if status & 0x7F != 0 { return .refused }
    return Outcome(rawValue: status >> 8 & 0xFF) ?? .refused
  }

  // MARK: In the child

  /// What the child does; its exit code.
  static func runChild() -> Int32 {
    guard let library = GraphicsLibrary() else { return Outcome.noLibrary.rawValue }
    let targets = FileFolder.thumbnailSizes.indices.map { firstTarget + Int32($0) }
    return withMapped(source) { bytes in
      let free = UInt32(firstTarget) + UInt32(targets.count)
      guard tenon_confine(free, memoryLimit, secondsLimit) == 0 else {
        return Outcome.refused.rawValue
      }
      return make(library, bytes, targets).rawValue
    }
  }

  /// Makes them in this process: what the child does, and tests whose program is no server.
  static let inProcess: Maker = { image, thumbnails in
    guard let library = GraphicsLibrary() else { return .noLibrary }
    return withMapped(image) { make(library, $0, thumbnails) }
  }

  private static func make(
    _ library: GraphicsLibrary, _ bytes: UnsafeMutableRawBufferPointer, _ targets: [Int32]
  ) -> Outcome {
    guard let head = ImageHead(UnsafeRawBufferPointer(bytes)),
      head.width <= pixelLimit / head.height, let image = library.decode(head.form, bytes)
    else { return .refused }
    var picture = GraphicsLibrary.Picture(image: image, width: head.width, height: head.height)
    var orientation = head.orientation
    // The largest first: each is made from the one before, which stands upright already.
    for (size, target) in zip(FileFolder.thumbnailSizes, targets) {
      guard
        let made = library.thumbnail(picture, orientation: orientation, within: size),
        let bytes = library.webP(made), write(target, bytes.baseAddress, bytes.count) == bytes.count
      else { return .refused }
      picture = made
      orientation = 1
    }
    return .made
  }
}

/// Runs a block over the bytes of an open file; over none when it is empty or cannot be mapped.
func withMapped<R>(
  _ descriptor: Int32, _ body: (UnsafeMutableRawBufferPointer) throws -> R
) rethrows -> R {
  var status = stat()
  fstat(descriptor, &status)
  let count = Int(status.st_size)
  // Private, so that a decoder that writes where it reads changes no file.
  let mapped = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0)
  guard let mapped, mapped != MAP_FAILED else {
    return try body(UnsafeMutableRawBufferPointer(start: nil, count: 0))
  }
  defer { munmap(mapped, count) }
  return try body(UnsafeMutableRawBufferPointer(start: mapped, count: count))
}
