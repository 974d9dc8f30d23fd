import Diagnostics
import TestSupport

extension Operator {
  /// Names that cannot be or are there already.
  static let nameOperators: [Operator] = [
    Operator(.badName, "bad name") { site, definition, random in
      guard site.kind == .name, ["fields", "roles", "options"].contains(site.table) else {
        return nil
      }
      let name = ["2zq", "zq-x", "zq.x", "zq x", "-zq", "zq（"].randomElement(using: &random)!
      let value = site.table == "fields" ? "text" : "x"
      var result = site.insertEntry(.badName, name, value)
      if site.table == "options" { result.owns += site.owns }
      return result
    },
    Operator(.badName, "bad name of an entity") { site, _, _ in
      guard site.kind == .name, site.table == "entities" else { return nil }
      var result = site.insertEntry(.badName, "2zq", entity)
      result.owns.append(["=entities"])
      return result
    },
    Operator(.badName, "bad name of a view") { site, _, _ in
      guard site.kind == .name, site.table == "views" else { return nil }
      let text = site.entityOfView + ".2zq: { label: x, columns: [created_at] }"
      let start = site.entityOfView.utf8.count + 1
      return site.insert(.badName, text, part: start..<start + 3)
    },
    Operator(.badName, "bad name of the application") { site, _, _ in
      site.path == ["app"] ? site.value(.badName, "2zq") : nil
    },
    Operator(.reservedName, "name of the system's") { site, _, random in
      guard site.isField || site.kind == .name && site.table == "roles" else { return nil }
      let names =
        site.isField ? ["id", "version", "created_at", "updated_by"] : ["everyone", "nobody"]
      let name = names.randomElement(using: &random)!
      var result = site.insertEntry(.reservedName, name, site.isField ? "text" : "x")
      result.owns.append(Array(site.path.dropLast()) + ["=new \(name)"])
      return result
    },
    Operator(.declaredTwice, "setting twice") { site, definition, random in
      guard site.kind == .file, site.file > 0 else { return nil }
      let value = ["app": "zq", "label": "x", "currency": "CNY", "time_zone": "UTC"]
      let key = value.keys.sorted().randomElement(using: &random)!
      guard let first = definition.site([key]), first.file < site.file else { return nil }
      var result = site.append(.declaredTwice, "\(key): \(value[key] ?? "")\n", 0..<key.utf8.count)
      result.owns = [first.path]
      return result
    },
    Operator(.declaredTwice, "role twice") { site, definition, random in
      guard site.kind == .file, site.file > 0, site.node.entry("roles") == nil,
        let role = definition.roles.randomElement(using: &random),
        let first = definition.site(["roles", role]), first.file < site.file
      else { return nil }
      let text = "roles:\n  \(role): x\n"
      var result = site.append(.declaredTwice, text, 9..<9 + role.utf8.count)
      result.owns = [first.path]
      return result
    },
    Operator(.declaredTwice, "entity twice") { site, definition, random in
      guard site.kind == .file, site.node.entry("entities") == nil,
        let name = definition.entityNames.randomElement(using: &random),
        let first = definition.site(["entities", name]), first.file < site.file
      else { return nil }
      let text = "entities:\n  \(name): \(entity)\n"
      var result = site.append(.declaredTwice, text, 12..<12 + name.utf8.count)
      result.owns = [first.path]
      return result
    },
    Operator(.declaredTwice, "view twice") { site, definition, random in
      guard site.kind == .file, site.node.entry("views") == nil,
        let first = definition.sites.filter({ $0.kind == .name && $0.table == "views" })
          .randomElement(using: &random), first.file < site.file
      else { return nil }
      let text = "views:\n  \(first.key): { label: x, columns: [created_at] }\n"
      var result = site.append(.declaredTwice, text, 9..<9 + first.key.utf8.count)
      result.owns = [first.path]
      return result
    },
    Operator(.badViewName, "view without an entity") { site, _, random in
      guard site.kind == .name, site.table == "views" else { return nil }
      let name = ["zq", "zq.", ".zq", "a.b.c"].randomElement(using: &random)!
      return site.insertEntry(.badViewName, name, "{ label: x, columns: [created_at] }")
    },
    Operator(.entityWithoutView, "entity without a view") { site, _, random in
      guard site.kind == .name, site.table == "entities" else { return nil }
      let name = "zq\(random.next() % 1000)"
      var result = site.insertEntry(.entityWithoutView, name, entity)
      result.needs = [["=views"], ["=unread"]]
      return result
    },
    Operator(.repeatedName, "item twice") { site, definition, _ in
      guard site.kind == .item, site.isScalar, let list = site.list(definition) else { return nil }
      let isNested = site.path.suffix(2).allSatisfy { $0.hasPrefix("[") }
      let isWhole = list.key == "unique" && !isNested
      let text = isWhole ? site.raw : site.raw
      var result = site.insert(.repeatedName, text, part: 0..<text.utf8.count)
      result.owns = [list.path]
      if list.path == ["languages"] { result.owns.append(["=languages"]) }
      return result
    },
  ]

  /// A sound entity without surprises.
  static let entity = "{ label: x, access: everyone, fields: { x: text } }"
}

extension Site {
  var entityOfView: String { String(key.prefix { $0 != "." }) }

  /// Puts sections at the end of a file.
  fileprivate func append(_ code: Code, _ text: String, _ part: Range<Int>) -> Planting {
    let end = bytes.count
    return Planting(
      code: code, edits: [edit(end..<end, text)], mark: .inserted(edit: 0, part),
      reach: end..<end)
  }
}
