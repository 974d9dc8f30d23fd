import Diagnostics
import IR
import Syntax

/// Gives types to expressions that stand in no definition, over the records of one entity of an
/// application that was checked: for tools that try expressions out.
public final class ExpressionTrial {
  /// What the expression must be able to run on.
  public enum Place: String, Sendable, CaseIterable {
    case server, query, form
  }

  private let checker: Checker
  private let fields: EntityFields
  private let place: Place

  /// The application is the one that the session checked last; nil when it has no such entity. The
  /// texts are scalars of files that were among its sources.
  public init?(_ session: SemaSession, entity: String, _ place: Place) {
    guard let environment = session.environment, let id = environment.entity(entity) else {
      return nil
    }
    checker = Checker(environment)
    guard let fields = checker.fields(of: id) else { return nil }
    self.fields = fields
    self.place = place
  }

  /// What was wrong with those that were read.
  public var findings: DiagnosticBag { checker.bag }

  /// A value, with `type` as a field of that type takes it; nil after a mistake.
  public func value(_ text: YAMLNode, as type: ValueType? = nil) -> Expression? {
    let typer = typer(readsOld: false)
    guard let node = checker.tree(text), let value = typer.infer(node, expecting: type) else {
      return nil
    }
    guard let type else { return value }
    return typer.assigned(value, type)
  }

  /// What must hold for a record to be saved; nil after a mistake.
  public func check(_ text: YAMLNode) -> Check? {
    let typer = typer(readsOld: place == .server)
    guard let node = checker.tree(text), let must = typer.condition(node) else { return nil }
    return Check(name: "trial", must: must, at: nil, say: [], origin: text.span)
  }

  /// A text with `{…}`; nil after a mistake.
  public func text(_ text: YAMLNode) -> Template? {
    checker.template(text, typer(readsOld: false))
  }

  private func typer(readsOld: Bool) -> ExpressionTyper {
    let targets: Targets =
      switch place {
      case .server: .server
      case .query: .query
      case .form: .form
      }
    var place = ExpressionPlace(
      name: Message(zh: "试算的表达式", en: "an expression that is tried out"), targets: targets)
    place.readsOld = readsOld
    return ExpressionTyper(checker, place, fields)
  }
}
