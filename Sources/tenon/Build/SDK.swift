import Diagnostics
import Values

/// The runtime compiled once: modules, module maps of C libraries, one static library, and a stamp
/// that says what it was made from.
struct SDK {
  let path: String
  /// The source tree that it can be rebuilt from; nil for one that was given as it is.
  private let home: String?
  private let toolchain: Toolchain
  private let language: Language

  /// Modules whose sources make the runtime.
  static let targets = [
    "CBuild", "CSQLite", "CMicrohttpd", "CSodium", "CJansson", "CLinux", "CZlib", "CCmark",
    "Values", "Query", "Blueprint", "TenonThreads", "TenonHTTP", "TenonDatabase", "TenonPages",
    "TenonSheets", "TenonServer",
  ]
  /// C libraries, and modules of the toolchain that an archive does not name by itself.
  private static let libraries = [
    "sqlite3", "microhttpd", "sodium", "jansson", "z", "cmark", "swiftSynchronization",
    "swiftGlibc",
  ]

  /// How the runtime is compiled; part of what makes an SDK stale.
  private static let buildOptions = [
    "-c", "release", "--product", "TenonRuntime",
    // Searching a text for a text would bring a whole engine for patterns into each binary.
    "-Xswiftc", "-Xfrontend", "-Xswiftc", "-disable-implicit-string-processing-module-import",
  ]

  init(
    given path: String?, _ toolchain: Toolchain, _ language: Language
  ) throws(EnvironmentError) {
    self.language = language
    self.toolchain = toolchain
    if let path {
      self.path = path
      home = nil
      return
    }
    guard let home = Home.find() else {
      throw EnvironmentError(
        zh: "找不到 Tenon 运行时的源代码：请设置 TENON_HOME，或用 --sdk 给出文件夹",
        en: "the sources of Tenon's runtime are not found: set TENON_HOME, or give --sdk FOLDER")
    }
    self.home = home
    self.path = home + "/.build/sdk"
  }

  var stampPath: String { path + "/stamp" }

  /// Makes sure that the SDK is there and fits: rebuilds its own when it is stale, refuses a given
  /// one that is foreign. Returns its stamp.
  func prepare() throws -> String {
    let found =
      FileSystem.exists(stampPath)
      ? String(decoding: try FileSystem.read(stampPath), as: UTF8.self) : nil
    guard let home else {
      guard let found else {
        throw EnvironmentError(
          zh: "\(path) 不是 Tenon 的 SDK：里面没有 stamp", en: "\(path) is no SDK of Tenon: no stamp in it")
      }
      let fits = try identity()
      if !found.hasPrefix(fits) { throw foreign(found, fits) }
      return found
    }
    let wanted = try identity() + "sources \(try fingerprint(home))\n"
    if found == wanted { return wanted }
    let why =
      found == nil
      ? Message(zh: "编译运行时（只需一次，一两分钟）", en: "building the runtime (once, a minute or two)")
      : Message(zh: "运行时有变化，重新编译", en: "the runtime changed: building it again")
    Terminal.note(why.text(language))
    try build(home, wanted)
    return wanted
  }

  /// What an SDK must agree on with this compiler.
  private func identity() throws(EnvironmentError) -> String {
    "tenon \(Tool.version)\nswift \(try toolchain.version())\n"
  }

  private func foreign(_ found: String, _ fits: String) -> EnvironmentError {
    func shown(_ stamp: String) -> String {
      stamp.split(separator: "\n").prefix(2).joined(separator: ", ")
    }
    return EnvironmentError(
      zh: "\(path) 中的 SDK 属于 [\(shown(found))]，而这里是 [\(shown(fits))]："
        + "请用这个 tenon 和 Swift 重新编译它，或不写 --sdk",
      en: "the SDK at \(path) was made for [\(shown(found))]; this is [\(shown(fits))]: "
        + "build it with this tenon and this Swift, or leave out --sdk")
  }

  /// The fingerprint of all sources of the runtime and of how they are compiled.
  private func fingerprint(_ home: String) throws -> Fingerprint {
    var print = Fingerprint()
    for option in SDK.buildOptions { print.add(option) }
    print.add(try FileSystem.read(home + "/Package.swift"))
    for target in SDK.targets {
      let folder = home + "/Sources/" + target
      for file in try FileSystem.files(below: folder) {
        print.add(target + "/" + file)
        print.add(try FileSystem.read(folder + "/" + file))
      }
    }
    return print
  }

  private func build(_ home: String, _ stamp: String) throws {
    try FileSystem.remove(stampPath)
    let scratch = home + "/.build/sdk-build"
    let code = try Subprocess.run(
      [
        "swift", "build", "--package-path", home, "--scratch-path", scratch, "--quiet",
        "-Xcc", "-DTENON_COMPILER=\"\(Tool.version)\"",
        "-Xcc", "-DTENON_TOOLCHAIN=\"\(try toolchain.version())\"",
      ] + SDK.buildOptions)
    if code != 0 {
      throw EnvironmentError(
        zh: "运行时编译失败（swift build：\(code)）",
        en: "the runtime does not build (swift build: \(code))")
    }
    let products = scratch + "/release"
    try FileSystem.makeFolder(path + "/modules")
    for target in SDK.targets {
      if target.hasPrefix("C") {
        let folder = path + "/modules/" + target
        try FileSystem.makeFolder(folder)
        for file in try FileSystem.files(below: home + "/Sources/" + target) {
          try copy("\(home)/Sources/\(target)/\(file)", "\(folder)/\(file)")
        }
      } else {
        try copy(
          "\(products)/Modules/\(target).swiftmodule", "\(path)/modules/\(target).swiftmodule")
      }
    }
    try copy(products + "/libTenonRuntime.a", path + "/libTenonRuntime.a")
    try FileSystem.write(stampPath, Array(stamp.utf8))
  }

  private func copy(_ from: String, _ to: String) throws(EnvironmentError) {
    try FileSystem.write(to, try FileSystem.read(from))
  }

  /// The arguments with which swiftc finds modules and libraries.
  var compilerArguments: [String] {
    var arguments = ["-I", path + "/modules"]
    for target in SDK.targets where target.hasPrefix("C") {
      arguments += ["-Xcc", "-fmodule-map-file=\(path)/modules/\(target)/module.modulemap"]
    }
    arguments += ["-L", path, "-lTenonRuntime"]
    arguments += SDK.libraries.map { "-l" + $0 }
    return arguments
  }
}

/// The source tree of Tenon.
enum Home {
  /// `TENON_HOME`, or the folder above this executable that holds the package.
  static func find() -> String? {
    if let given = FileSystem.environment("TENON_HOME"), isHome(given) { return given }
    guard var folder = FileSystem.resolved("/proc/self/exe") else { return nil }
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if isHome(folder) { return folder }
    }
    return nil
  }

  private static func isHome(_ folder: String) -> Bool {
    FileSystem.exists(folder + "/Sources/TenonServer")
      && FileSystem.exists(folder + "/Package.swift")
  }
}

/// The Swift compiler on the PATH.
final class Toolchain {
  private var known: String?

  /// The first line of its version. Throws when there is none.
  func version() throws(EnvironmentError) -> String {
    if let known { return known }
    guard let text = try Subprocess.output(["swiftc", "--version"]),
      let line = text.split(separator: "\n").first
    else {
      throw EnvironmentError(
        zh: "swiftc 没有回应；请安装 Swift 6", en: "swiftc does not answer; install Swift 6")
    }
    known = String(line)
    return String(line)
  }
}
