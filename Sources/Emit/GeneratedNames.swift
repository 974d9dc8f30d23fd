import IR
import TargetCode

/// The Swift names of generated types: suffixed, so that no entity's name can hide a type of the
/// runtime or of Swift.
struct GeneratedNames {
  let application: String
  /// By entity index.
  let types: [String]

  init(_ application: Application) {
    var taken: Set<String> = []
    self.application = SwiftText.typeName(
      application.name, suffix: "Application", taken: &taken)
    types = application.entities.map {
      SwiftText.typeName($0.name, suffix: "Record", taken: &taken)
    }
  }
}
