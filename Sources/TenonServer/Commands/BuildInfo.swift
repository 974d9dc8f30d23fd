import CBuild

/// What this runtime was built with. `tenon` says so when it builds the SDK.
enum BuildInfo {
  static var compiler: String { String(cString: tenon_build_compiler()) }
  static var toolchain: String { String(cString: tenon_build_toolchain()) }
}
