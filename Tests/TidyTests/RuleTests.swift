import Testing

/// Each rule can fail, and does not fail on what only looks wrong.
@Suite struct RuleTests {
  private func long(_ lines: Int) -> String {
    Array(repeating: "  work()", count: lines).joined(separator: "\n")
  }

  @Test(arguments: [
    "import Foundation", "public import Emit", "@preconcurrency import Schema",
    "  import struct TenonHTTP.Request", "@_implementationOnly import IR",
  ])
  func aForbiddenImportIsFound(line: String) {
    #expect(Rules.imports(SourceText("Sources/TenonPages/A.swift", line)).count == 1)
  }

  @Test(arguments: ["import Values", "// import Foundation", "let a = \"\nimport Foundation\""])
  func anAllowedImportIsNot(line: String) {
    #expect(Rules.imports(SourceText("Sources/TenonPages/A.swift", line)) == [])
  }

  @Test func compilerAndRuntimeAreApart() {
    let compiler: Set = ["Syntax", "IR", "Sema", "Analysis", "Schema", "Emit", "Driver"]
    for (target, allowed) in Walls.allowed where target.hasPrefix("Tenon") {
      #expect(allowed.isDisjoint(with: compiler.union(["Diagnostics", "TargetCode", "CYAML"])))
    }
    for target in compiler {
      #expect(Walls.allowed[target]?.contains { $0.hasPrefix("Tenon") } == false)
    }
    #expect(Walls.allowed.values.allSatisfy { !$0.contains("Foundation") })
    #expect(Rules.imports(SourceText("Sources/New/A.swift", "")).count == 1)
  }

  @Test func aLongFileIsFound() {
    #expect(Rules.fileLength(SourceText("a.swift", long(300) + "\n")) == [])
    #expect(Rules.fileLength(SourceText("a.swift", long(301) + "\n")).count == 1)
  }

  @Test func aLongLineIsFound() {
    let line = String(repeating: "字", count: 100)
    #expect(Rules.lineLength(SourceText("a.swift", line)) == [])
    #expect(Rules.lineLength(SourceText("a.swift", "x\n\(line)x")).count == 1)
  }

  @Test func aLongFunctionIsFound() {
    func found(_ head: String, _ lines: Int) -> Int {
      let text = "struct A {\n\(head) {\n\(long(lines))\n}\n}\n"
      return Rules.functionLength(SourceText("a.swift", text)).count
    }
    #expect(found("func a()", 68) == 0)
    #expect(found("func a()", 69) == 1)
    #expect(found("init?(a: Int = f({ 1 })) throws", 69) == 1)
    #expect(found("func `import`<T>(\n  a: T\n) -> [T]\nwhere T: B", 69) == 1)
    #expect(found("subscript(a: Int) -> Int", 69) == 1)
    #expect(found("var a: Int", 69) == 0, "only functions are measured")
  }

  @Test func bracesInTextAndCommentsDoNotCount() {
    let text = #"""
      func a() {
        let b = "}" // }
        /* } /* } */ } */
        let c = "\(d("}"))}" + #"\("# + """
          }
          """
      \#(String(repeating: "  e()\n", count: 70))
      }
      """#
    #expect(Rules.functionLength(SourceText("a.swift", text)).count == 1)
  }

  @Test func aRequirementHasNoBody() {
    let text = "protocol P {\n  func a() -> Int\n  init(b: Int)\n}\nextension P {\n\(long(90))\n}\n"
    #expect(FunctionLength.all(in: text).isEmpty)
    #expect(FunctionLength.all(in: "let a = B.init(c: 1)\nstruct D {\n\(long(90))\n}").isEmpty)
  }

  @Test func leftoversAreFound() {
    for word in ["TODO", "FIXME", "XXX"] {
      #expect(Rules.leftovers(SourceText("a", "// \(word): later")).count == 1)
    }
    #expect(Rules.leftovers(SourceText("a", "TODOS mktemp.XXXXXX todo")) == [])
  }

  @Test func deadlyAndChattyCallsAreFound() {
    let path = "Sources/TenonServer/A.swift"
    for line in ["fatalError()", "  print(a)", "return fatalError(\"b\")", "dump(x)"] {
      #expect(Rules.runtimeCalls(SourceText(path, line)).count == 1, "\(line)")
    }
    for line in [
      "Decimal.print(a)", "// print(a)", "static func print(_ a: Int) {", "blueprint(a)",
    ] {
      #expect(Rules.runtimeCalls(SourceText(path, line)) == [], "\(line)")
    }
    #expect(Rules.runtimeCalls(SourceText("Sources/tenon/A.swift", "print(a)")) == [])
  }

  @Test func packagesAreFound() {
    let url = ".package(\n  url: \"https://example.org/a\", from: \"1.0.0\")"
    #expect(Rules.packages(SourceText("Package.swift", url)).count == 1)
    #expect(Rules.packages(SourceText("Package.swift", ".package(id: \"a.b\")")).count == 1)
    let path = ".package(name: \"tenon\", path: \"../..\")"
    #expect(Rules.packages(SourceText("generated/a/Package.swift", path)) == [])
  }

  @Test func machinePathsAreFound() {
    for path in ["/home/li/tenon", "/root/.cache", "/Users/li"] {
      #expect(Rules.machinePaths(SourceText("a", "see \(path)")).count == 1)
    }
    for path in ["/usr/bin/chromium", "apps/work/a", "https://example.org/home/a", "../root/a"] {
      #expect(Rules.machinePaths(SourceText("a", "see \(path)")) == [])
    }
  }

  @Test func builtFilesAreFound() {
    for path in ["Package.resolved", "generated/a/Package.resolved", "a.sqlite-wal", "dist/a"] {
      #expect(Rules.trackedFile(path).count == 1)
    }
    #expect(Rules.trackedFile("apps/marketing/data/customer.csv") == [])
  }
}
