import Foundation
import IR
import Values

/// The records of a file of cases as they are stored.
public struct CaseRecord {
  public let entity: Entity
  public let id: Int64
  /// By the field's place in the entity.
  public let values: [Value]

  public init(_ entity: Entity, id: Int64, _ fields: CaseFile.JSONObject) {
    self.entity = entity
    self.id = id
    values = entity.fields.map { field in
      fields[field.name].map { CaseRecord.value($0, field.type) } ?? .blank
    }
  }

  /// Those under a name of an entity, in the order of their ids.
  public static func all(
    _ records: [String: [CaseFile.JSONObject]], _ application: Application
  ) -> [CaseRecord] {
    records.keys.sorted().flatMap { name in
      let entity = application.entity(named: name)
      return records[name]!.map { CaseRecord(entity, id: Int64($0["id"] as! String)!, $0) }
        .sorted { $0.id < $1.id }
    }
  }

  /// The stored form of a canonical value.
  private static func value(_ json: Any, _ type: FieldType) -> Value {
    if json is NSNull { return .blank }
    func stored(_ name: String) -> String {
      type.options!.first { $0.name == name }!.physicalName
    }
    if let names = json as? [String] { return ItemList.value(names.map(stored))! }
    // A boolean of JSON is a number for Foundation.
    if let number = json as? NSNumber { return .integer(number.boolValue ? 1 : 0) }
    let text = json as! String
    if type.options != nil { return .text(stored(text)) }
    switch type.storage {
    case .text: return text.isEmpty ? .blank : .text(text)
    case .dateTime: return .integer(Canonical.moment(text))
    case let storage: return storage.parse(text)!
    }
  }
}
