import Glibc

/// A library that is opened when it is needed.
struct DynamicLibrary {
  private let handle: UnsafeMutableRawPointer

  /// Nil when the machine has no library of that name.
  static func open(_ name: String) -> DynamicLibrary? {
    dlopen(name, RTLD_NOW | RTLD_LOCAL).map(DynamicLibrary.init)
  }

  /// A function of the library; nil when it has none of that name.
  func function<T>(_ name: String, _ type: T.Type) -> T? {
    dlsym(handle, name).map { unsafeBitCast($0, to: type) }
  }
}
