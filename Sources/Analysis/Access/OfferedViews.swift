import Diagnostics
import IR

/// Can those to whom a view is offered read its records, and is what stands on a workbench offered
/// to its role?
enum OfferedViews {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    let offers = rights.views.flatMap { view -> [Verdict] in
      guard let offer = view.offer else { return [] }
      return zip(offer.roles, offer.places).map { verdict($0, view, at: $1, rights) }
    }
    let views = Dictionary(rights.views.map { ($0.id, $0) }) { first, _ in first }
    let workbenches = rights.roles.enumerated().flatMap { index, role in
      zip(role.workbench, role.workbenchPlaces).compactMap { id, span -> Verdict? in
        guard let view = views[id] else { return nil }
        if let offer = view.offer, !offer.roles.contains(index) {
          return .refuted(
            RightsMistake.notOffered(role: role.name, view: view.name, at: span))
        }
        return verdict(index, view, at: span, rights)
      }
    }
    return offers + workbenches
  }

  /// Whether a role reads what a view shows.
  private static func verdict(
    _ role: Int, _ view: OfferedView, at span: Span, _ rights: Rights
  ) -> Verdict {
    if rights.reads(view.entity, role) { return .proved }
    guard let policy = rights.policy(view.entity), rights.isKnown(policy) else {
      return .notAnalysed
    }
    return .refuted(
      RightsMistake.offeredWithoutRead(
        role: rights.roles[role].name, view: view.name, entity: policy.name, at: span))
  }
}
