import Syntax
import TestSupport

extension MutantOperator {
  /// Slips of the fingers: something is missing, or stands a little beside its place.
  static let slips: [MutantOperator] = [
    .invalid("colon removed") { site, _ in
      guard site.kind == .keyword || site.kind == .language, site.isOneLine,
        site.parent.count > 1, !site.value.isEmpty
      else { return nil }
      let colon = site.keyRange.upperBound
      return site.edit(colon..<colon + 1, "")
    },
    .invalid("opening bracket removed") { site, _ in
      guard site.isFlow, site.node.count > 0, site.kind != .item else { return nil }
      return site.edit(site.value.lowerBound..<site.value.lowerBound + 1, "")
    },
    .invalid("closing bracket removed") { site, _ in
      guard site.isFlow, site.node.count > 0 else { return nil }
      return site.edit(site.value.upperBound - 1..<site.value.upperBound, "")
    },
    .invalid("opening quote removed") { site, _ in
      // A text for people may end in a quote.
      guard site.isQuoted, site.kind == .keyword, !site.isFreeText else { return nil }
      return site.edit(site.value.lowerBound..<site.value.lowerBound + 1, "")
    },
    .invalid("closing quote removed") { site, _ in
      guard site.isQuoted else { return nil }
      return site.edit(site.value.upperBound - 1..<site.value.upperBound, "")
    },
    .invalid("comma removed") { site, _ in
      guard site.isInFlow, site.kind == .keyword || site.kind == .language else { return nil }
      var comma = site.value.upperBound
      while site.bytes[comma] == 0x20 { comma += 1 }
      guard site.bytes[comma] == UInt8(ascii: ",") else { return nil }
      return site.edit(comma..<comma + 1, "")
    },
    .invalid("one space more") { site, _ in
      guard site.startsLine, site.kind != .item, site.parent.count > 1 else { return nil }
      return site.edit(site.lineStart..<site.lineStart, " ")
    },
    .invalid("one space less") { site, _ in
      guard site.startsLine, site.kind != .item, site.parent.count > 1, site.indent > 0 else {
        return nil
      }
      return site.edit(site.lineStart..<site.lineStart + 1, "")
    },
    .invalid("tab before a key") { site, _ in
      guard site.startsLine, site.kind != .item, site.indent > 0 else { return nil }
      return site.edit(site.lineStart..<site.lineStart, "\t")
    },
    .invalid("line cut off") { site, random in
      guard site.kind == .keyword, site.isFlow, site.isOneLine, !site.isInFlow, site.node.count > 1
      else { return nil }
      let start = site.value.lowerBound + 1
      let cut = Int.random(in: start..<site.value.upperBound, using: &random)
      let end = site.bytes[cut...].firstIndex { $0 & 0xC0 != 0x80 } ?? cut
      return site.edit(end..<site.lineTextEnd, "")
    },
  ]
}

extension Site {
  /// Whether any text can stand there.
  fileprivate var isFreeText: Bool {
    switch form {
    case .words, .text: return true
    case .value: return key == "default"
    default: return false
    }
  }

  fileprivate var isQuoted: Bool {
    guard isScalar, !value.isEmpty else { return false }
    return bytes[value.lowerBound] == 0x22 || bytes[value.lowerBound] == 0x27
  }
}
