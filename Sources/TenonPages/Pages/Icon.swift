/// The icons, drawn as strokes on a 16 × 16 grid in the colour of the text around them. Those that
/// a definition may name stand in `IconShapes.swift`.
public struct Icon: Sendable {
  let path: StaticString

  init(_ path: StaticString) { self.path = path }

  /// Writes the icon, hidden from screen readers.
  func write(into out: inout HTMLWriter) {
    out.raw(#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=""#)
    out.raw(path)
    out.raw(#""/></svg>"#)
  }

  static let plus = Icon("M8 3v10M3 8h10")
  static let down = Icon("M4.5 6.5 8 10l3.5-3.5")
  static let grid = Icon("M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z")
  static let left = Icon("M9.5 4.5 6 8l3.5 3.5")
  static let right = Icon("M6.5 4.5 10 8l-3.5 3.5")
  static let toStart = Icon("M11.5 4.5 8 8l3.5 3.5M4.5 4v8")
  static let toEnd = Icon("M4.5 4.5 8 8l-3.5 3.5M11.5 4v8")
  static let pencil = Icon("m3 13 .6-2.6L10.9 3a1.4 1.4 0 0 1 2 2L5.6 12.4 3 13Z")
  static let trash = Icon("M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4")
  static let cross = Icon("m4.5 4.5 7 7M11.5 4.5l-7 7")
  static let check = Icon("m3.5 8.5 3 3 6-7")
  static let warning = Icon("M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.2v.1")
  static let clip = Icon(
    "m13 7.5-5.2 5.2a3 3 0 0 1-4.3-4.2l5.4-5.4a2 2 0 0 1 2.9 2.8l-5.4 5.4a1 1 0 0 1-1.4-1.4L10 5")
  static let exit = Icon("M6.5 13.5h-4v-11h4M10 11l3-3-3-3M13 8H6")
  static let search = Icon("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3 3")
  static let more = Icon("M3.5 8v.1M8 8v.1M12.5 8v.1")
  static let key = Icon("M5.5 10.5a3 3 0 1 1 2.6-4.5h5.4v3H12v2H9.5V9H8.1a3 3 0 0 1-2.6 1.5Z")
  static let board = Icon("M2.5 3h3v10h-3zM6.5 3h3v6h-3zM10.5 3h3v8h-3z")
  static let gantt = Icon("M2.5 3.5h6M5.5 8h6M8.5 12.5h5")
  static let sliders = Icon("M2.5 5h7M12 5h1.5M10.7 3.5v3M2.5 11H4M6.5 11h7M5.3 9.5v3")
  static let undo = Icon("M5.5 3 3 5.5 5.5 8M3 5.5h6.5a3.5 3.5 0 0 1 0 7H6")
  static let joint = Icon("M2.5 4h11v3.5h-3.5V13h-4V7.5H2.5z")
}
