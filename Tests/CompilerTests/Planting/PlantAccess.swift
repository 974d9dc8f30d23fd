import Diagnostics
import TestSupport

extension Operator {
  /// Who may do what.
  static let accessOperators: [Operator] = [
    Operator(.accessMissing, "no access") { site, definition, _ in
      guard site.isAccess, let entity = site.entity, !definition.governed.contains(entity),
        !definition.isRows(entity), let owner = definition.site(["entities", entity])
      else { return nil }
      return Planting(
        code: .accessMissing, edits: [site.edit(site.removal(), "")],
        mark: .clean(file: site.file, owner.keyRange),
        owns: [site.path, owner.path + ["=removal"]],
        needs: [["=rights"], ["=roles"], owner.path + ["=rows"]],
        reach: owner.keyRange.lowerBound..<owner.value.upperBound)
    },
    Operator(.roleWithoutAccess, "role without access") { site, definition, random in
      guard site.kind == .name, site.table == "roles" else { return nil }
      var result = site.insertEntry(.roleWithoutAccess, "zq\(random.next() % 1000)", "x")
      result.needs = definition.entityNames.map { ["entities", $0, "access"] }
      result.needs +=
        [["=entities"], ["=unread"], ["=roles"], ["=rights"]]
        + definition.roles.map { ["roles", $0] }
      return result
    },
    Operator(.changeWithoutRead, "change without read") { site, definition, random in
      guard site.isAccess, site.isOneLine, let entity = site.entity,
        !definition.governed.contains(entity), let role = definition.roles.first
      else { return nil }
      let action = random.chance(50) ? "update" : "delete"
      // All roles are named, so that none becomes unused.
      let head = "{ read: \(role), create: \(definition.allRoles), "
      let text = head + "\(action): everyone }"
      let start = head.utf8.count
      var result = site.value(.changeWithoutRead, text, part: start..<start + action.utf8.count)
      result.needs = [["=roles"], ["=rights"]] + definition.roles.map { ["roles", $0] }
      return result
    },
    Operator(.mixedAudience, "everyone among roles") { site, _, random in
      guard let entity = site.entity, site.kind == .item, site.path.count > 3,
        site.path[2] == "access"
      else { return nil }
      let word = random.chance(50) ? "everyone" : "nobody"
      var result = site.insert(.mixedAudience, word, part: 0..<word.utf8.count)
      result.owns.append(["entities", entity, "access", "=sound"])
      return result
    },
  ]
}

extension Site {
  fileprivate var isAccess: Bool {
    kind == .keyword && path.count == 3 && path[0] == "entities" && key == "access"
  }
}
