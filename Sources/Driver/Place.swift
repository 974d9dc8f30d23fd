import IR
import Syntax
import Values

/// Where in an application something stands, in words that outlive the edit of other lines.
struct Place {
  /// Keys and indices from the file's root.
  let path: String
  /// Kind and identity of the innermost item around it that the lock knows; empty when there is
  /// none.
  let stableId: String
  /// What a fingerprint takes of the place: the identity of the innermost item, in the lock or not
  /// yet, and the keys from there. Items of lists go by their text, not by their index. A place
  /// outside of every item has the file and the keys from its root.
  let anchor: [String]

  init(_ steps: [YAMLDocument.Step], file: String, lock: Lock) {
    path = steps.path
    let names = steps.map { step in
      switch step {
      case .key(let key): return key
      case .item(_, let text): return text
      }
    }
    let items = Place.items(names)
    let known = items.last { lock.items[$0.key] != nil }?.key
    stableId = known.map { "\($0.kind.rawValue):\(lock.identity(of: $0))" } ?? ""
    if let (key, depth) = items.last {
      anchor = [key.kind.rawValue, lock.identity(of: key).text] + names[depth...]
    } else {
      anchor = [file] + names
    }
  }

  /// The items of the lock around a place from the outermost, each with the number of names that
  /// lead to it.
  private static func items(_ names: [String]) -> [(key: Lock.Key, depth: Int)] {
    guard names.count > 1 else { return [] }
    switch names[0] {
    case "roles": return [(Lock.Key(.role, names[1]), 2)]
    case "views": return [(Lock.Key(.view, names[1]), 2)]
    case "entities": break
    default: return []
    }
    var items = [(key: Lock.Key(.entity, names[1]), depth: 2)]
    if names.count > 3, names[2] == "unique" {
      items.append((Lock.Key(.unique, "\(names[1])(\(names[3]))"), 4))
    }
    if names.count > 3, names[2] == "fields" {
      items.append((Lock.Key(.field, "\(names[1]).\(names[3])"), 4))
      if names.count > 5, names[4] == "options" {
        items.append((Lock.Key(.option, "\(names[1]).\(names[3]).\(names[5])"), 6))
      }
    }
    return items
  }
}

extension Lock {
  /// The identity of an item: its own, or the first that it would get.
  fileprivate func identity(of key: Key) -> StableID { items[key]?.id ?? Lock.identity(of: key) }
}
