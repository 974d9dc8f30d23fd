import Foundation

/// A file of cases as Tests/Differential writes it: a header, expressions, records.
public struct CaseFile {
  /// `server`, `query` or `form`: what the expressions must run on.
  public let context: String
  /// Milliseconds since 1970.
  public let now: Int64
  public let me: Int64
  public let zone: String
  /// Records of all cases, by entity.
  public let shared: [String: [JSONObject]]
  public let lines: [Line]
  public let records: [Record]

  public typealias JSONObject = [String: Any]

  /// An expression and what is asked of it.
  public struct Line {
    public let index: Int
    /// `value`, `must` or `text`.
    public let use: String
    public let text: String
    /// The number field that takes the value, if there is one.
    public let target: Target?
  }

  public struct Target: Equatable {
    /// `int`, `decimal` or `money`.
    public let type: String
    public let scale: Int
  }

  /// A record with what belongs to it.
  public struct Record {
    public let index: Int
    public let id: Int64
    public let fields: JSONObject
    /// Nil for one that is new.
    public let old: JSONObject?
    /// Records of this case alone, by entity.
    public let records: [String: [JSONObject]]
  }

  public init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let objects = try text.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as! JSONObject
    }
    let run = objects[0]
    context = run["context"] as! String
    zone = run["zone"] as! String
    now = Canonical.moment(run["now"] as! String)
    me = Int64(run["me"] as! String)!
    shared = run["records"] as! [String: [JSONObject]]
    lines = objects.compactMap { object in
      guard let index = object["expression"] as? Int else { return nil }
      let target = (object["target"] as? JSONObject).map {
        Target(type: $0["type"] as! String, scale: $0["scale"] as! Int)
      }
      return Line(
        index: index, use: object["use"] as? String ?? "value", text: object["text"] as! String,
        target: target)
    }
    records = objects.compactMap { object in
      guard let index = object["record"] as? Int else { return nil }
      return Record(
        index: index, id: Int64(object["id"] as! String)!, fields: object["fields"] as! JSONObject,
        old: object["old"] as? JSONObject,
        records: object["records"] as! [String: [JSONObject]])
    }
  }
}
