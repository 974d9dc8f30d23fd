import Diagnostics
import IR
import Syntax

extension Checker {
  /// The title as declared, or the default: first text field, first auto number, the id.
  func checkTitle(_ draft: EntityDraft, _ keyed: Keyed) -> Title? {
    guard let entry = keyed.sound("title") else {
      return keyed.isPoisoned("title") ? nil : defaultTitle(draft)
    }
    guard let text = entry.value.scalar else { return nil }
    switch TitleReader.read(text) {
    case .failure(let failure):
      let span = part(failure.range, of: text, entry.value.span)
      report(TypeMistake.badTitle(reason: failure.reason, at: span))
      return nil
    case .success(let parts):
      return resolve(parts, of: draft, text, entry.value)
    }
  }

  private func resolve(
    _ parts: [TitleReader.Part], of draft: EntityDraft, _ text: String, _ node: YAMLNode
  ) -> Title? {
    var result: [Title.Part] = []
    for item in parts {
      switch item {
      case .literal(let literal): result.append(.literal(literal))
      case .field(let name, let range):
        let place = part(range, of: text, node.span)
        if item.isComposed {
          report(TypeMistake.badTitle(reason: .composed(name), at: place))
          continue
        }
        let entity = draft.name
        let field = fieldIndex(name, of: draft, beside: node, at: place) {
          .unknownField(name, entity: entity, suggestions: $0, at: place)
        }
        guard let field else { continue }
        _ = checkFit(field, of: draft, .title, name: name, at: place)
        result.append(.field(field))
      }
    }
    return Title(parts: result)
  }

  private func defaultTitle(_ draft: EntityDraft) -> Title {
    let fields = draft.fields
    let text = fields.firstIndex { field in
      if case .text = field?.type { return true }
      return false
    }
    let number = fields.firstIndex { field in
      if case .autoNumber = field?.type { return true }
      return false
    }
    return Title(parts: [(text ?? number).map { .field($0) } ?? .id])
  }
}

/// Splits a title into text and `{field}`.
enum TitleReader {
  enum Part: Equatable {
    case literal(String)
    /// A name and its UTF-8 offsets in the title.
    case field(String, Range<Int>)

    /// Whether it is more than the name of a field.
    var isComposed: Bool {
      guard case .field(let name, _) = self else { return false }
      return name.hasPrefix("if ") || name.utf8.contains { ".(+-*/?<=>[\"'".utf8.contains($0) }
    }
  }

  struct Failure: Error {
    let reason: TypeMistake.BadTitle
    /// UTF-8 offsets in the title.
    let range: Range<Int>
  }

  static func read(_ text: String) -> Result<[Part], Failure> {
    let bytes = Array(text.utf8)
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var parts: [Part] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
      if byte == open || byte == close, isDoubled {
        literal.append(byte)
        index += 2
      } else if byte == open {
        guard let end = end(bytes, of: index) else {
          return .failure(Failure(reason: .unclosed, range: index..<index + 1))
        }
        if end == index + 1 {
          return .failure(Failure(reason: .emptyBraces, range: index..<end + 1))
        }
        flush()
        let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        parts.append(.field(name, index + 1..<end))
        index = end + 1
      } else if byte == close {
        return .failure(Failure(reason: .strayClose, range: index..<index + 1))
      } else {
        literal.append(byte)
        index += 1
      }
    }
    flush()
    return .success(parts)
  }

  /// Where the brace at a place is closed; nil when it is not, or another one opens before. Braces
  /// in quotes are text.
  private static func end(_ bytes: [UInt8], of start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "}"): return index
      case UInt8(ascii: "{"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if let quote = closing(bytes, of: index) { index = quote }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The quote that ends the text which one begins; nil when none does.
  private static func closing(_ bytes: [UInt8], of start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < bytes.count ? index : nil
  }
}
