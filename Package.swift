// swift-tools-version: 6.0
import PackageDescription

// A folder per target; the order below is the order in which data flows.
// C libraries come from the distribution, each behind a module map and one shim header.
let package = Package(
  name: "tenon",
  products: [
    .executable(name: "tenon", targets: ["tenon"]),
    .library(name: "TenonRuntime", type: .static, targets: ["TenonServer"]),
  ],
  targets: [
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CMicrohttpd"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CJansson"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CCmark"),
    .systemLibrary(name: "CBuild"),

    // The contract: all that compiler and runtime share.
    .target(name: "Values"),
    .target(name: "Query", dependencies: ["Values"]),
    .target(name: "Blueprint", dependencies: ["Values"]),

    // The compiler.
    .target(name: "TargetCode"),
    .target(name: "Diagnostics", dependencies: ["TargetCode"]),
    .target(name: "Explanations", dependencies: ["Diagnostics"]),
    .target(name: "Syntax", dependencies: ["Diagnostics", "CYAML"]),
    .target(name: "Format", dependencies: ["Syntax"]),
    .target(name: "IR", dependencies: ["Values", "Diagnostics"]),
    .target(name: "Sema", dependencies: ["Syntax", "IR"]),
    .target(name: "Analysis", dependencies: ["IR"]),
    .target(name: "Schema", dependencies: ["IR", "Query"]),
    .target(name: "Emit", dependencies: ["Analysis", "Schema", "Blueprint", "TargetCode"]),
    .target(name: "Driver", dependencies: ["Sema", "Analysis", "Emit"]),
    .target(name: "EditorSchema", dependencies: ["Sema", "TargetCode"]),
    .target(name: "Templates", dependencies: ["Diagnostics"]),
    .executableTarget(
      name: "tenon",
      dependencies: ["Driver", "EditorSchema", "Explanations", "Format", "Templates"]),

    // The runtime: compiled once into the SDK that every tenant links.
    .target(name: "TenonThreads"),
    .target(name: "TenonHTTP", dependencies: ["TenonThreads", "CMicrohttpd"]),
    .target(name: "TenonDatabase", dependencies: ["Query", "TenonThreads", "CSQLite"]),
    .target(name: "TenonPages", dependencies: ["Blueprint"]),
    .target(name: "TenonSheets", dependencies: ["Values", "CLinux"]),
    .target(
      name: "TenonServer",
      dependencies: [
        "TenonHTTP", "TenonDatabase", "TenonPages", "TenonSheets", "CSodium", "CJansson", "CLinux",
        "CZlib", "CCmark", "CBuild",
      ]),

    // What several test targets need.
    .target(name: "TestSupport", path: "Tests/Support"),

    // What the programs that answer for a back end in Tests/Differential share.
    .target(
      name: "DifferentialCases", dependencies: ["Driver"], path: "Tests/Tools/DifferentialCases"),
    .executableTarget(
      name: "answer-swift", dependencies: ["DifferentialCases"], path: "Tests/Tools/AnswerSwift",
      exclude: ["Program"]),
    .executableTarget(
      name: "answer-javascript", dependencies: ["DifferentialCases", "TenonPages"],
      path: "Tests/Tools/AnswerJavaScript", exclude: ["answer", "run.mjs"]),

    // Reads spreadsheets for the judges in Tests/System.
    .executableTarget(
      name: "sheet-rows", dependencies: ["TenonSheets"], path: "Tests/Tools/SheetRows"),

    // Times checking again in one process, for the benchmark.
    .executableTarget(name: "recheck", dependencies: ["Driver"], path: "Tests/Bench/Recheck"),

    // Half of the differential run of SQLite and PostgreSQL.
    .executableTarget(
      name: "expression-sql", dependencies: ["DifferentialCases", "TenonDatabase"],
      path: "Tests/Tools/ExpressionSQL"),

    .testTarget(name: "ValuesTests", dependencies: ["Values"]),
    .testTarget(
      name: "QueryTests", dependencies: ["Query", "Schema", "TenonDatabase", "TestSupport"]),
    .testTarget(
      name: "CompilerTests",
      dependencies: [
        "Analysis", "Driver", "EditorSchema", "Format", "Templates", "TestSupport",
      ]),
    .testTarget(
      name: "SchemaTests",
      dependencies: ["Schema", "Driver", "TenonDatabase", "CSQLite", "TestSupport"]),
    .testTarget(name: "EmitTests", dependencies: ["Driver", "TestSupport"]),
    .testTarget(name: "HTTPTests", dependencies: ["TenonHTTP", "TenonThreads"]),
    .testTarget(name: "DatabaseTests", dependencies: ["TenonDatabase", "CSQLite"]),
    .testTarget(name: "PagesTests", dependencies: ["TenonPages"]),
    .testTarget(name: "SheetTests", dependencies: ["TenonSheets"]),
    // Holds a link to the code generated for Tests/Apps/sales: compiled here, driven by scenarios.
    .testTarget(
      name: "ServerTests", dependencies: ["TenonServer", "TestSupport"],
      exclude: ["Sales/main.swift"]),
    .testTarget(
      name: "DocsTests",
      dependencies: ["Driver", "Explanations", "Query", "Templates", "TestSupport"]),
    .testTarget(name: "TidyTests"),
  ],
  swiftLanguageModes: [.v6]
)
