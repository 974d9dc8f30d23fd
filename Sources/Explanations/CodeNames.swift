import Diagnostics

extension Code {
  /// The code that a word names, as `TN2001` or by its rule, `shape/unknown-key`, in any case.
  public init?(named word: String) {
    let wanted = word.lowercased()
    let found = Code.allCases.first {
      $0.rawValue.lowercased() == wanted || $0.rule == wanted
    }
    guard let found else { return nil }
    self = found
  }

  /// Codes or rules near to a word that names none, best first; a rule is found without its area
  /// too.
  public static func near(_ word: String) -> [String] {
    let candidates = allCases.flatMap { code in
      let name = code.rule.split(separator: "/").last.map(String.init) ?? code.rule
      return [Candidate(code.rawValue), Candidate(code.rule, labels: [name])]
    }
    return Suggestions.nearest(to: word, among: candidates).map(\.name)
  }
}
