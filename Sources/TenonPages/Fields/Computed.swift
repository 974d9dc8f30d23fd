import Values

/// A field that an expression fills: shown as its type is shown, never typed.
struct ComputedControl: LookControl {
  let base: any FieldControl

  var isReadOnly: Bool { true }
  var isGroup: Bool { false }
  var isBox: Bool { false }
  var takesFiles: Bool { false }

  /// An output: it takes no input and sends none.
  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    ComputedOutput.write(input, base, context, into: &out)
  }
}
