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

/// The analyses over a sound application.
public enum Analysis {
  /// All verdicts, in a fixed order.
  public static func verdicts(_ application: Application) -> [Verdict] {
    RolesInUse.verdicts(application) + ChangeNeedsRead.verdicts(application)
  }
}
