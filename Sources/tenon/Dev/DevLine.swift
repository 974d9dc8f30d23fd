import Diagnostics

/// One line about one change: `14:03:09 customer.yaml: checked 8 ms · built 1.9 s`.
struct DevLine {
  private let language: Language
  private let head: String
  private var parts: [String] = []

  init(_ names: [String], _ language: Language) {
    self.language = language
    let count = names.count
    let many = Message(zh: "\(count) 个文件", en: "\(count) files").text(language)
    head = "\(Stopwatch.hour) \(count > 3 ? many : names.joined(separator: " "))"
  }

  mutating func add(zh: String, en: String) {
    parts.append(Message(zh: zh, en: en).text(language))
  }

  func write() { Terminal.note("\(head): " + parts.joined(separator: " · ")) }
}
