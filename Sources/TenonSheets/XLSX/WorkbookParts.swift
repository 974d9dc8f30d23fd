/// What the files of a workbook refer to (Open Packaging Conventions): targets by their id.
final class Relationships: XMLListener {
  /// A file of the workbook, and what it is: the last word of its type, which strict workbooks
  /// share with others.
  struct Target {
    let kind: String
    let part: String
  }

  private(set) var targets: [String: Target] = [:]
  /// The folder that targets are relative to.
  private let folder: String

  private init(folder: String) { self.folder = folder }

  /// The relationships of a file; none when it has none. The whole package's are those of "".
  static func of(_ part: String, _ archive: Archive) throws(SheetError) -> Relationships {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let found = Relationships(folder: folder)
    let name = "\(folder)_rels/\(file).rels"
    if archive.has(name) { try XMLParser.parse(archive.open(name), found) }
    return found
  }

  /// The first target of a kind.
  func first(_ kind: String) -> String? { targets.values.first { $0.kind == kind }?.part }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
    guard name == "Relationship", attributes.text("TargetMode") != "External",
      let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    targets[id] = Target(kind: kind, part: resolved(target))
  }

  /// The name of a part, without `.` and `..`.
  private func resolved(_ target: String) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  func end(_ name: XMLName) throws(SheetError) {}

  func text(_ bytes: UnsafeRawBufferPointer) throws(SheetError) {}
}

/// The list of a workbook's sheets.
final class WorkbookList: XMLListener {
  /// Names of visible sheets, with the ids of their relationships.
  private(set) var sheets: [(name: String, id: String)] = []
  /// Days count from 1904, as in workbooks of old Macs.
  private(set) var is1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
    switch name {
    case "workbookPr": is1904 = attributes.flag("date1904")
    case "sheet":
      guard let name = attributes.text("name"), let id = attributes.text("id", prefixed: true),
        (attributes.text("state") ?? "visible") == "visible"
      else { return }
      sheets.append((name, id))
    default: break
    }
  }

  func end(_ name: XMLName) throws(SheetError) {}

  func text(_ bytes: UnsafeRawBufferPointer) throws(SheetError) {}
}
