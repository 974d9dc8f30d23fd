import Testing
import Values

@Test(arguments: [
  (TextForm.idCard, "11010519491231002X", true), (.idCard, "310101199003070019", true),
  (.idCard, "11010519491231002x", false), (.idCard, "110105194912310021", false),
  // No such day; not yet born is not known here.
  (.idCard, "110105194902300029", false), (.idCard, "11010519491231002", false),
  (.creditCode, "91350100M000100Y43", true), (.creditCode, "91310000MA1FL0XX1C", true),
  (.creditCode, "91350100M000100Y44", false), (.creditCode, "91350100I000100Y43", false),
  (.bankCard, "6222021234567894", true), (.bankCard, "4111111111111111", true),
  (.bankCard, "4111111111111112", false), (.bankCard, "411111111", false),
  (.plate, "京A12345", true), (.plate, "沪AD12345", true), (.plate, "沪A12345D", true),
  (.plate, "粤Z1234港", true), (.plate, "沪AI2345", false), (.plate, "A12345", false),
  (.plate, "沪AD1234D", false), (.plate, "沪A1234", false),
  (.personName, "欧阳·夏丹", true), (.personName, "Anne-Marie O'Neil", true),
  (.personName, "李4", false), (.personName, "·", false), (.personName, "<b>", false),
  (.color, "#0F766E", true), (.color, "#0f766e", false), (.color, "red", false),
  (.icon, "star", true), (.icon, "nothing", false),
  (.yearMonth, "2026-12", true), (.yearMonth, "2026-13", false), (.yearMonth, "2026-1", false),
  (.time, "23:59", true), (.time, "24:00", false), (.time, "9:30", false),
  (.barcode, "ABC-123", true), (.barcode, "条码", false),
  (.json, #"{"a":[1,-0.5e+3,"\u00e9\n",null,true,false,{}]}"#, true), (.json, "[]", true),
  (.json, "{a:1}", false), (.json, "[1,]", false), (.json, "01", false), (.json, "1 2", false),
  (.json, "\"\t\"", false), (.json, "\"a", false), (.json, "-", false), (.json, "nul", false),
  (.json, String(repeating: "[", count: 65) + String(repeating: "]", count: 65), true),
  (.json, String(repeating: "[", count: 66) + String(repeating: "]", count: 66), false),
])
func formsAreChecked(_ form: TextForm, _ text: String, _ isOne: Bool) {
  #expect(form.accepts(text) == isOne, "\(form.keyword) \(text)")
}

@Test(arguments: [
  (TextForm.idCard, "110105 19491231 002x", "11010519491231002X"),
  (.bankCard, "6222-0212 3456 7894", "6222021234567894"), (.plate, "沪a·d12345", "沪AD12345"),
  (.color, "#0f766e", "#0F766E"), (.yearMonth, "2026年3月", "2026-03"), (.time, "9：30", "09:30"),
  // What cannot be one stays as it was typed.
  (.idCard, "abc", "abc"), (.time, "soon", "soon"),
])
func formsAreTidied(_ form: TextForm, _ typed: String, _ stored: String) {
  #expect(form.tidied(typed) == stored)
}

/// One digit wrong, or two neighbours exchanged, is noticed by the check digits.
@Test func checkDigitsNoticeSlips() {
  let cases: [(TextForm, String)] = [
    (.idCard, "11010519491231002X"), (.creditCode, "91350100M000100Y43"),
    (.bankCard, "6222021234567894"),
  ]
  for (form, text) in cases {
    for place in text.indices where text[place].isNumber {
      for digit in "0123456789" where digit != text[place] {
        var other = text
        other.replaceSubrange(place...place, with: String(digit))
        #expect(!form.accepts(other), "\(form.keyword) \(other)")
      }
    }
  }
}

@Test(arguments: [
  (0, "零元整"), (1, "壹分"), (10, "壹角整"), (100, "壹元整"), (101, "壹元零壹分"), (110, "壹元壹角整"),
  (123_456, "壹仟贰佰叁拾肆元伍角陆分"), (1_680_032_40, "壹佰陆拾捌万零叁拾贰元肆角整"),
  (10_000_000_00, "壹仟万元整"), (100_010_00, "壹拾万零壹拾元整"), (100_000_000_00, "壹亿元整"),
  (100_000_001_00, "壹亿零壹元整"), (1_000_000_000_000_00, "壹万亿元整"),
  (1_000_100_000_000_00, "壹万零壹亿元整"), (10_0001_0000_00, "壹拾亿零壹万元整"), (-5_00, "负伍元整"),
])
func amountsStandInCapitals(_ amount: Int64, _ text: String) {
  #expect(CapitalFigures.text(amount, scale: 2) == text)
}

@Test func yenHaveNoSmallerUnits() {
  #expect(CapitalFigures.text(120, scale: 0) == "壹佰贰拾元整")
  #expect(CapitalFigures.text(5, scale: 4) == nil)
}
