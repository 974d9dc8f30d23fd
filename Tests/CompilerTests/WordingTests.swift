import Diagnostics
import Testing
import TestSupport

/// The messages of all cases keep to the policy in docs/diagnostics.md.
@Suite struct WordingTests {
  @Test(arguments: Cases.names) func messagesKeepToThePolicy(_ name: String) throws {
    for diagnostic in try Cases.load(name).check().diagnostics {
      var texts = [diagnostic.message] + diagnostic.help + diagnostic.fixes.map(\.title)
      texts += ([diagnostic.primary] + diagnostic.related).compactMap(\.text)
      for text in texts {
        let problems = Wording.problems(zh: text.zh, en: text.en)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
      }
      for label in diagnostic.related { #expect(label.text != nil, "\(diagnostic.message.en)") }
    }
  }

  /// The rules must be able to fail.
  @Test(arguments: [
    ("请加引号", "add quotes"), ("文件有5行", "the file has 5 lines"), ("没有`a`", "no `a`"),
    ("没有 `a`。", "no `a`"), ("没有「a」", "no a"), ("没有 `a`", "No `a`"), ("没有 `a`", "no `a`."),
    ("没有 `a`", "invalid `a`"), ("没有 `a`", "please add `a`"), ("没有 `a`, 也没有", "no `a`"),
  ]) func theRulesSeeWhatIsWrong(_ zh: String, _ en: String) {
    #expect(!Wording.problems(zh: zh, en: en).isEmpty)
  }

  @Test func theRulesLetWhatIsRightPass() {
    #expect(Wording.problems(zh: "没有字段类型 `客户`", en: "no field type `客户`") == [])
    #expect(Wording.problems(zh: "文件是 UTF-16 编码", en: "UTF-16 is not read") == [])
    #expect(Wording.problems(zh: "写 `a`。", en: "Write `a`.", isSentence: true) == [])
  }
}
