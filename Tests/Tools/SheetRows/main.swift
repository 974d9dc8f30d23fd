import TenonSheets
import Values

// Prints the rows of a spreadsheet, a line each, for judges that are not written in Swift.

/// A cell as one word.
func word(_ cell: SheetCell) -> String {
  switch cell {
  case .blank: "-"
  case .text(let text): "text:\(text)"
  case .number(let decimal): "number:\(decimal)"
  case .percent(let decimal): "percent:\(decimal)"
  case .boolean(let flag): "boolean:\(flag)"
  case .date(let date): "date:\(date)"
  case .dateTime(let moment): "dateTime:\(Instant.print(moment))"
  case .time(let milliseconds): "time:\(milliseconds)"
  case .error(let code): "error:\(code)"
  }
}

do {
  let path = CommandLine.arguments.dropFirst().first ?? ""
  var reader = try SheetReader(path: path, name: path)
  var lines: [String] = []
  while let row = try reader.next() {
    lines.append(([String(row.number)] + row.cells.map(word)).joined(separator: " "))
  }
  for line in lines { print(line) }
} catch {
  print("refused:", error)
}
