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
  /// The properties with the states of roll-ups.
  let rollUps: [StableID: String]
  /// By entity index what holds the functions of its stored values.
  let values: [String]
  /// What holds the parameters, and their properties by name.
  let parameters: String
  let parameter: [String: String]

  init(_ application: Application, _ kept: KeptValues) {
    var taken: Set<String> = []
    self.application = SwiftText.typeName(
      application.name, suffix: "Application", taken: &taken)
    types = application.entities.map {
      SwiftText.typeName($0.name, suffix: "Record", taken: &taken)
    }
    values = application.entities.map {
      SwiftText.typeName($0.name, suffix: "Values", taken: &taken)
    }
    var rollUps: [StableID: String] = [:]
    properties = application.entities.map { entity in
      var taken: Set<String> = []
      let properties = entity.fields.map { SwiftText.identifier($0.name, taken: &taken) }
      for (index, rollUp) in kept.rollUps(of: entity.id).enumerated() {
        rollUps[rollUp.id] = SwiftText.identifier("rollUp\(index + 1)", taken: &taken)
      }
      return properties
    }
    self.rollUps = rollUps
    parameters = SwiftText.typeName(application.name, suffix: "Parameters", taken: &taken)
    var members: Set<String> = []
    parameter = Dictionary(
      uniqueKeysWithValues: application.parameters.map {
        ($0.name, SwiftText.identifier($0.name, taken: &members))
      })
  }
}
