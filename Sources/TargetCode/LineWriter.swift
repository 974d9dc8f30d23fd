/// Collects lines with nesting; two spaces a level.
public struct LineWriter {
  public private(set) var text = ""
  private var depth = 0

  public init() {}

  /// One line at the present depth; an empty one has no trailing spaces.
  public mutating func line(_ line: String = "") {
    if !line.isEmpty {
      text += String(repeating: " ", count: depth * 2)
      text += line
    }
    text += "\n"
  }

  /// Lines that stand at the margin, whatever the depth.
  public mutating func verbatim(_ lines: String) { text += lines }

  /// Everything written inside is one level deeper.
  public mutating func nested(_ body: (inout LineWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }
}
