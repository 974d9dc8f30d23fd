import Testing

@testable import Values

/// The rows of a table, a line each; cells are parted by `|`, and `_` stands for blank. Fewer than
/// twenty rows are too few.
func vectors(
  _ table: String, least: Int = 20, sourceLocation: SourceLocation = #_sourceLocation
) -> [[String]] {
  let lines = table.split(separator: "\n")
  #expect(lines.count >= least, sourceLocation: sourceLocation)
  return lines.map { line in
    line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      let inner = cell.drop { $0 == " " }
      return String(inner.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// The number of a cell; its scale is the number of digits behind the point. `max` and `min` are
/// the ends of what fits, `max/1` and `min/1` those with one digit behind the point.
func fixed(_ cell: String) -> Fixed? {
  switch cell {
  case "_": return nil
  case "max": return Fixed(.max, 0)
  case "min": return Fixed(.min, 0)
  case "max/1": return Fixed(.max, 1)
  case "min/1": return Fixed(.min, 1)
  default:
    let parts = cell.split(separator: ".")
    guard let mantissa = Int128(parts.joined()) else {
      Issue.record("\(cell) is no number")
      return nil
    }
    return Fixed(mantissa, parts.count == 2 ? UInt8(parts[1].count) : 0)
  }
}

/// The text of a cell: `\s` is a blank, `\n` and `\t` are themselves, `\u{…}` any code point.
func text(_ cell: String) -> String? {
  if cell == "_" { return nil }
  var scalars = String.UnicodeScalarView()
  var rest = cell.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    guard scalar == "\\", let kind = rest.popFirst() else {
      scalars.append(scalar)
      continue
    }
    switch kind {
    case "s": scalars.append(" ")
    case "n": scalars.append("\n")
    case "t": scalars.append("\t")
    case "u":
      let digits = rest.dropFirst().prefix { $0 != "}" }
      rest = rest.dropFirst(digits.count + 2)
      if let code = UInt32(String(digits), radix: 16), let named = Unicode.Scalar(code) {
        scalars.append(named)
      }
    default: scalars.append(kind)
    }
  }
  return String(scalars)
}

/// The day of a cell.
func date(_ cell: String) -> CivilDate? {
  if cell == "_" { return nil }
  let date = CivilDate(parsing: cell)
  if date == nil { Issue.record("\(cell) is no date") }
  return date
}

/// The moment of a cell, written after RFC 3339.
func moment(_ cell: String) -> Int64? {
  if cell == "_" { return nil }
  let moment = Instant.parse(cell)
  if moment == nil { Issue.record("\(cell) is no moment") }
  return moment
}

/// The integer of a cell.
func integer(_ cell: String) -> Int64? {
  switch cell {
  case "_": return nil
  case "max": return .max
  case "min": return .min
  default:
    let number = Int64(cell)
    if number == nil { Issue.record("\(cell) is no integer") }
    return number
  }
}

/// Whether two numbers are the same down to the scale, which `==` does not ask.
func same(_ a: Fixed?, _ b: Fixed?) -> Bool { a?.mantissa == b?.mantissa && a?.scale == b?.scale }

/// Whether two texts are the same code points, which `==` does not ask.
func same(_ a: String?, _ b: String?) -> Bool {
  a.map { Array($0.unicodeScalars) } == b.map { Array($0.unicodeScalars) }
}
