import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  /// A text with `{…}`: what stands in the braces is an expression.
  func template(_ node: YAMLNode, _ typer: ExpressionTyper) -> Template? {
    guard let written = node.scalar else { return nil }
    let places = places(written, node.span)
    switch TitleReader.read(written) {
    case .failure(let failure):
      report(TypeMistake.badTitle(reason: failure.reason, at: places.span(failure.range)))
      return nil
    case .success(let parts):
      var result: [Template.Part] = []
      var isSound = true
      for part in parts {
        switch part {
        case .literal(let text): result.append(.literal(text))
        case .field(let text, let range):
          if let value = hole(text, from: range.lowerBound, places, typer) {
            result.append(.value(value))
          } else {
            isSound = false
          }
        }
      }
      return isSound ? Template(result) : nil
    }
  }

  private func hole(
    _ text: String, from start: Int, _ places: ScalarPlaces, _ typer: ExpressionTyper
  ) -> Expression? {
    guard let node = tree(text, from: start, places), let value = typer.infer(node) else {
      return nil
    }
    switch value.type {
    case .period, .workingTime, .file, .list(.file):
      typer.report(
        expected: Message(zh: "能写成文字的值", en: "a value that can be written as a text"), value)
      return nil
    default:
      examine(value)
      return value
    }
  }

  /// A text for people with `{…}`, one for each language.
  func wordings(_ entry: YAMLEntry, _ typer: ExpressionTyper) -> [TemplateWording]? {
    guard words(entry, limit: Checker.helpLimit) != nil else { return nil }
    guard case .mapping(let entries) = entry.value.content else {
      return template(entry.value, typer).map { text in
        settings.languages.map { TemplateWording(language: $0, text: text) }
      }
    }
    let texts = entries.map { ($0.key, template($0.value, typer)) }
    let result = settings.languages.compactMap { language -> TemplateWording? in
      guard let text = texts.first(where: { $0.0 == language })?.1 else { return nil }
      return TemplateWording(language: language, text: text)
    }
    return result.count == settings.languages.count ? result : nil
  }
}
