import CYAML
import Diagnostics

/// A token of a file's text. Those of no width say where blocks begin and end.
public struct YAMLToken: Sendable {
  public enum Kind: Sendable {
    case documentStart, documentEnd
    case blockMappingStart, blockSequenceStart, blockEnd
    case flowMappingStart, flowMappingEnd, flowSequenceStart, flowSequenceEnd
    /// `-`, `,` and `:`.
    case blockEntry, flowEntry, value
    /// Before a key, of no width; in brackets also a `?` before a word, as in `{ ?a: b }`.
    case key
    case scalar(ScalarStyle)
  }

  public enum ScalarStyle: Sendable { case plain, singleQuoted, doubleQuoted, block }

  public let kind: Kind
  /// Bytes of the file, half open. A block scalar ends where the line after it begins.
  public let start: Int
  public let end: Int
}

extension YAMLReader {
  /// The tokens of a text that ``read(_:file:)`` found no mistake in; nil when it holds anything
  /// that the language refuses.
  public static func tokens(_ source: SourceFile) -> [YAMLToken]? {
    let repaired = RepairedText(source.bytes, file: 0)
    guard repaired.mistakes.isEmpty else { return nil }
    guard !repaired.lines.bytes.isEmpty else { return [] }
    return repaired.lines.bytes.withUnsafeBufferPointer { text in
      scan(
        SourceView(text, lines: repaired.lines, characters: repaired.characters, file: 0))
    }
  }

  private static func scan(_ view: SourceView) -> [YAMLToken]? {
    var parser = yaml_parser_t()
    // Fails only without memory, as every other allocation of the process then does.
    precondition(yaml_parser_initialize(&parser) == 1, "out of memory")
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, view.text.baseAddress, view.text.count)
    var tokens: [YAMLToken] = []
    while true {
      var token = yaml_token_t()
      guard yaml_parser_scan(&parser, &token) == 1 else { return nil }
      defer { yaml_token_delete(&token) }
      if token.type == YAML_STREAM_START_TOKEN { continue }
      if token.type == YAML_STREAM_END_TOKEN { return tokens }
      guard let kind = kind(token) else { return nil }
      let start = view.offset(ofCodePoint: token.start_mark.index)
      let end = view.offset(ofCodePoint: token.end_mark.index)
      let span = view.span(from: start, to: max(start, end))
      tokens.append(YAMLToken(kind: kind, start: span.start, end: span.end))
    }
  }

  private static func kind(_ token: yaml_token_t) -> YAMLToken.Kind? {
    switch token.type {
    case YAML_DOCUMENT_START_TOKEN: return .documentStart
    case YAML_DOCUMENT_END_TOKEN: return .documentEnd
    case YAML_BLOCK_MAPPING_START_TOKEN: return .blockMappingStart
    case YAML_BLOCK_SEQUENCE_START_TOKEN: return .blockSequenceStart
    case YAML_BLOCK_END_TOKEN: return .blockEnd
    case YAML_FLOW_MAPPING_START_TOKEN: return .flowMappingStart
    case YAML_FLOW_MAPPING_END_TOKEN: return .flowMappingEnd
    case YAML_FLOW_SEQUENCE_START_TOKEN: return .flowSequenceStart
    case YAML_FLOW_SEQUENCE_END_TOKEN: return .flowSequenceEnd
    case YAML_BLOCK_ENTRY_TOKEN: return .blockEntry
    case YAML_FLOW_ENTRY_TOKEN: return .flowEntry
    case YAML_KEY_TOKEN: return .key
    case YAML_VALUE_TOKEN: return .value
    case YAML_SCALAR_TOKEN:
      switch token.data.scalar.style {
      case YAML_PLAIN_SCALAR_STYLE: return .scalar(.plain)
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: return .scalar(.singleQuoted)
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return .scalar(.doubleQuoted)
      default: return .scalar(.block)
      }
    // Anchors, aliases, tags and directives.
    default: return nil
    }
  }
}
