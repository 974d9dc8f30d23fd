/// The icons, drawn as strokes on a 16 × 16 grid in the colour of the text around them.
enum Icon {
  case plus, down, user, grid, left, right, toStart, toEnd, pencil, trash, cross, warning, exit

  /// Writes the icon, hidden from screen readers.
  func write(into out: inout HTMLWriter) {
    out.raw(#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=""#)
    out.raw(path)
    out.raw(#""/></svg>"#)
  }

  private var path: StaticString {
    switch self {
    case .plus: return "M8 3v10M3 8h10"
    case .down: return "M4.5 6.5 8 10l3.5-3.5"
    case .user:
      return "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8ZM2.75 13.5a5.25 4 0 0 1 10.5 0"
    case .grid: return "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z"
    case .left: return "M9.5 4.5 6 8l3.5 3.5"
    case .right: return "M6.5 4.5 10 8l-3.5 3.5"
    case .toStart: return "M11.5 4.5 8 8l3.5 3.5M4.5 4v8"
    case .toEnd: return "M4.5 4.5 8 8l-3.5 3.5M11.5 4v8"
    case .pencil: return "m3 13 .6-2.6L10.9 3a1.4 1.4 0 0 1 2 2L5.6 12.4 3 13Z"
    case .trash: return "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4"
    case .cross: return "m4.5 4.5 7 7M11.5 4.5l-7 7"
    case .warning: return "M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.2v.1"
    case .exit: return "M6.5 13.5h-4v-11h4M10 11l3-3-3-3M13 8H6"
    }
  }
}
