import Diagnostics
import Values

/// What `tenon.lock` remembers: for each item ever declared its identity and its name in the
/// database. One sorted line per item, so that merges are clean.
public struct Lock: Sendable, Equatable {
  /// The first line of the file.
  public static let header = "tenon.lock 1"
  /// The file's name beside the application.
  public static let fileName = "tenon.lock"

  /// The kinds of items.
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    case entity, field, option, role, unique, view
    public static func < (a: Kind, b: Kind) -> Bool { a.order < b.order }

    /// The place in ``allCases``, which is sorted by name.
    private var order: Int {
      switch self {
      case .entity: return 0
      case .field: return 1
      case .option: return 2
      case .role: return 3
      case .unique: return 4
      case .view: return 5
      }
    }
  }

  /// What an item is called in the text: unique within a lock.
  public struct Key: Hashable, Sendable, Comparable {
    public let kind: Kind
    /// Names joined by dots, as `customer.level.vip`; a unique key as `customer(name,phone)`.
    public let path: String

    public init(_ kind: Kind, _ path: String) {
      self.kind = kind
      self.path = path
    }

    public static func < (a: Key, b: Key) -> Bool {
      if a.kind != b.kind { return a.kind < b.kind }
      return a.path < b.path
    }
  }

  /// Identity and name in the database.
  public struct Item: Hashable, Sendable {
    public let id: StableID
    /// `-` for roles and views, which are no part of the schema.
    public let physicalName: String

    public init(id: StableID, physicalName: String) {
      self.id = id
      self.physicalName = physicalName
    }
  }

  /// The identity that a new item gets: ten characters of base 32 (RFC 4648, lower case) of FNV-1a
  /// over kind and path. When it is taken the next attempt hashes on.
  public static func identity(of key: Key, attempt: Int = 0) -> StableID {
    var fingerprint = Fingerprint(of: key.kind.rawValue)
    fingerprint.add(key.path)
    for number in 0..<attempt { fingerprint.add(String(number + 1)) }
    let value = fingerprint.value
    return StableID(
      String(unsafeUninitializedCapacity: 10) { buffer in
        for place in 0..<10 { buffer[place] = alphabet[Int(value >> UInt64(59 - 5 * place) & 31)] }
        return 10
      })
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  public var items: [Key: Item]

  public init(items: [Key: Item] = [:]) { self.items = items }

  /// The file's text: header, then the sorted lines.
  public var text: String {
    var out = Lock.header + "\n"
    out.reserveCapacity(items.count * 64)
    for (key, item) in items.sorted(by: { $0.key < $1.key }) {
      for part in [key.kind.rawValue, key.path, item.id.text] {
        out += part
        out += " "
      }
      out += item.physicalName
      out += "\n"
    }
    return out
  }
}
