import IR
import TargetCode

/// The Swift names of generated types: suffixed, so that no entity's name can hide a type of the
/// runtime or of Swift.
struct GeneratedNames {
  let application: String
  /// By entity index.
  let types: [String]
  /// By entity index the properties of its fields.
  let properties: [[String]]
  /// What holds the parameters, and their properties by name.
  let parameters: String
  let parameter: [String: String]

  init(_ application: Application) {
    var taken: Set<String> = []
    self.application = SwiftText.typeName(
      application.name, suffix: "Application", taken: &taken)
    types = application.entities.map {
      SwiftText.typeName($0.name, suffix: "Record", taken: &taken)
    }
    properties = application.entities.map { entity in
      var taken: Set<String> = []
      return entity.fields.map { SwiftText.identifier($0.name, taken: &taken) }
    }
    parameters = SwiftText.typeName(application.name, suffix: "Parameters", taken: &taken)
    var members: Set<String> = []
    parameter = Dictionary(
      uniqueKeysWithValues: application.parameters.map {
        ($0.name, SwiftText.identifier($0.name, taken: &members))
      })
  }
}
