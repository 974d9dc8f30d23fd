import Values

extension ExpressionFunctions {
  static var texts: [Entry] {
    [
      Entry("concat", -1) { call in
        call.give(ListFunctions.join((0..<call.count).map { call.text($0) }, nil))
      },
      single("trim", TextFunctions.trim), single("upper_ascii", TextFunctions.upperASCII),
      single("lower_ascii", TextFunctions.lowerASCII), single("fold", TextFunctions.fold),
      single("digits_only", TextFunctions.digitsOnly),
      part("left", TextFunctions.left), part("right", TextFunctions.right),
      between("slice", TextFunctions.slice), between("mask", TextFunctions.mask),
      Entry("replace", 3) { $0.give(TextFunctions.replace($0.text(0), $0.text(1), $0.text(2))) },
      Entry("split_part", 3) {
        $0.give(TextFunctions.splitPart($0.text(0), $0.text(1), $0.number(2, 0)))
      },
      Entry("pad_left", 3) {
        $0.give(TextFunctions.padLeft($0.text(0), $0.number(1, 0), $0.text(2)))
      },
      masked("mask_text", .text), masked("mask_phone", .phone), masked("mask_email", .email),
      asked("starts_with", TextFunctions.startsWith), asked("ends_with", TextFunctions.endsWith),
      Entry("number_text", 2) { $0.give(Fixed.text($0.number(0))) },
      Entry("parse_int", 1) { $0.give(Fixed.parseInt($0.text(0))) },
      Entry("parse_decimal", 1) { $0.give(Fixed.parseDecimal($0.text(0))) },
      Entry("parse_date", 1) { $0.give(CivilDate.parse($0.text(0))) },
      Entry("list", -1) { call in
        let items = (0..<call.count).map { json(call, $0) }
        call.give("[" + items.joined(separator: ",") + "]")
      },
    ]
  }

  private static func single(
    _ name: String, _ body: @escaping @Sendable (String?) -> String?
  ) -> Entry {
    Entry(name, 1) { $0.give(body($0.text(0))) }
  }

  /// Each row of a list calls these: from bytes to bytes.
  private static func masked(_ name: String, _ mask: Mask) -> Entry {
    Entry(name, 1) { call in
      if call.isBlank(0) { return call.giveBlank() }
      call.withUTF8(0) { bytes in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 4) { out in
          let count = mask.write(bytes, to: out)
          call.give(UnsafeBufferPointer(rebasing: out[..<count]))
        }
      }
    }
  }

  private static func part(
    _ name: String, _ body: @escaping @Sendable (String?, Fixed?) -> String?
  ) -> Entry {
    Entry(name, 2) { $0.give(body($0.text(0), $0.number(1, 0))) }
  }

  private static func between(
    _ name: String, _ body: @escaping @Sendable (String?, Fixed?, Fixed?) -> String?
  ) -> Entry {
    Entry(name, 3) { $0.give(body($0.text(0), $0.number(1, 0), $0.number(2, 0))) }
  }

  /// A question; blank, which is as good as no, when one of the texts is.
  private static func asked(
    _ name: String, _ body: @escaping @Sendable (String?, String?) -> Bool
  ) -> Entry {
    Entry(name, 2) { call in
      if call.isBlank(0) || call.isBlank(1) { return call.giveBlank() }
      call.give(body(call.text(0), call.text(1)))
    }
  }

  // MARK: Lists

  private static func json(_ call: FunctionCall, _ index: Int) -> String {
    if let number = call.number(index, 0) { return Fixed.text(number) ?? "null" }
    return call.text(index).map(quoted) ?? "null"
  }

  /// A JSON string (RFC 8259); texts hold no control characters but line feeds and tabs.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
