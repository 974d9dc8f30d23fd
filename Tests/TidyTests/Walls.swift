/// Which modules a target may import: the walls of docs/architecture.md. Compiler and runtime meet
/// only in Values, Query and Blueprint; Foundation stands nowhere; Glibc only where I/O is done.
enum Walls {
  private static let contract: Set<String> = ["Values", "Query", "Blueprint"]
  private static let io: Set<String> = ["Glibc", "Synchronization"]

  static let allowed: [String: Set<String>] = [
    "CYAML": [], "CSQLite": [], "CMicrohttpd": [], "CSodium": [], "CJansson": [], "CLinux": [],
    "CZlib": [], "CCmark": [], "CBuild": [],

    "Values": [],
    "Query": ["Values", "Synchronization"],
    "Blueprint": ["Values"],

    "Diagnostics": ["TargetCode"],
    "Explanations": ["Diagnostics"],
    "Syntax": ["Diagnostics", "CYAML"],
    "Format": ["Syntax", "Diagnostics"],
    "IR": ["Values", "Diagnostics"],
    "Sema": ["Syntax", "IR", "Values", "Diagnostics"],
    "Analysis": ["IR", "Values", "Diagnostics"],
    "Schema": ["IR", "Query", "Values"],
    "TargetCode": [],
    "Emit": contract.union(["IR", "Analysis", "Schema", "TargetCode"]),
    "Driver": contract.union(["Diagnostics", "Syntax", "IR", "Sema", "Analysis", "Schema", "Emit"]),
    "EditorSchema": ["Sema", "TargetCode", "Diagnostics"],
    "Templates": ["Diagnostics"],
    "tenon": io.union([
      "Driver", "EditorSchema", "Explanations", "Format", "Templates", "Diagnostics", "Emit",
      "Analysis", "IR",
      "TargetCode", "Values",
    ]),

    "TenonThreads": ["Glibc"],
    "TenonHTTP": io.union(["TenonThreads", "CMicrohttpd"]),
    "TenonDatabase": io.union(["TenonThreads", "Values", "Query", "CSQLite"]),
    "TenonPages": ["Values", "Blueprint"],
    "TenonSheets": ["Glibc", "Values", "CLinux"],
    "TenonServer": io.union(contract).union([
      "TenonThreads", "TenonHTTP", "TenonDatabase", "TenonPages", "TenonSheets", "CSodium",
      "CJansson", "CLinux", "CZlib", "CCmark", "CBuild",
    ]),
  ]

  /// Targets whose code runs in the tenant's server.
  static let runtime = contract.union([
    "TenonThreads", "TenonHTTP", "TenonDatabase", "TenonPages", "TenonSheets", "TenonServer",
  ])
}
