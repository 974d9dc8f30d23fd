import Diagnostics
import IR

/// What an analysis found out about one question; only refuted ones become findings, the others are
/// counted.
public enum Verdict: Sendable {
  case proved
  /// The mistake carries the example that refutes.
  case refuted(any Mistake)
  case notAnalysed
}

/// The analyses. Each takes what it asks about, so that mistakes elsewhere do not silence it.
public enum Analysis {
  /// All verdicts, in a fixed order.
  public static func verdicts(_ rights: Rights) -> [Verdict] {
    RolesInUse.verdicts(rights) + ChangeNeedsRead.verdicts(rights) + IdleLimits.verdicts(rights)
      + CreateNeedsFields.verdicts(rights) + ReachRings.verdicts(rights)
      + OfferedViews.verdicts(rights)
  }
}
