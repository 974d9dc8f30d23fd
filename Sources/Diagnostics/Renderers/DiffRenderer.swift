/// A unified diff of two versions of a file, as `patch` and reviewers read it.
public enum DiffRenderer {
  private typealias Lines = [ArraySlice<UInt8>]

  /// The diff with three lines around each change; empty when nothing changed.
  public static func render(path: String, old: [UInt8], new: [UInt8]) -> String {
    guard old != new else { return "" }
    let steps = steps(lines(old), lines(new))
    let name = path.drop { $0 == "/" }
    var out = "--- a/\(name)\n+++ b/\(name)\n"
    for hunk in hunks(steps) { write(hunk, of: steps, into: &out) }
    return out
  }

  /// A line that stays, goes or comes, and how many of each side stand before it.
  private struct Step {
    let sign: Character
    let text: ArraySlice<UInt8>
    let old: Int
    let new: Int
  }

  private static func lines(_ bytes: [UInt8]) -> Lines {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() {
      lines[index] = bytes[lines[index].startIndex...lines[index].endIndex]
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func steps(_ old: Lines, _ new: Lines) -> [Step] {
    var steps: [Step] = []
    var (x, y) = (0, 0)
    func keep() {
      steps.append(Step(sign: " ", text: old[x], old: x, new: y))
      (x, y) = (x + 1, y + 1)
    }
    for (a, b) in matches(old, new) + [(old.count, new.count)] {
      while x < a {
        steps.append(Step(sign: "-", text: old[x], old: x, new: y))
        x += 1
      }
      while y < b {
        steps.append(Step(sign: "+", text: new[y], old: x, new: y))
        y += 1
      }
      if a < old.count { keep() }
    }
    return steps
  }

  /// Lines that stay, as pairs of indices: a longest common subsequence (Myers 1986). Versions with
  /// more than `limit` differences share only their beginning and their end.
  private static func matches(_ old: Lines, _ new: Lines, limit: Int = 1000) -> [(Int, Int)] {
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    { tail += 1 }
    let a = old[head..<old.count - tail]
    let b = new[head..<new.count - tail]
    let middle = snakes(Array(a), Array(b), limit: limit).map { ($0.0 + head, $0.1 + head) }
    let ends = (0..<tail).map { (old.count - tail + $0, new.count - tail + $0) }
    return (0..<head).map { ($0, $0) } + middle + ends
  }

  private static func snakes(_ old: Lines, _ new: Lines, limit: Int) -> [(Int, Int)] {
    let most = min(limit, old.count + new.count)
    var reach = [0, 0, 0]
    var trace: [[Int]] = []
    for count in 0...most {
      // `reach` holds, for diagonals -count-1 ... count+1, how far in `old` one gets.
      trace.append(reach)
      var next = Array(repeating: 0, count: 2 * count + 5)
      for diagonal in stride(from: -count, through: count, by: 2) {
        let place = diagonal + count + 1
        let isDown =
          diagonal == -count || diagonal != count && reach[place - 1] < reach[place + 1]
        var x = count == 0 ? 0 : isDown ? reach[place + 1] : reach[place - 1] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
        next[place + 1] = x
        if x >= old.count, y >= new.count { return walk(back: trace, old.count, new.count) }
      }
      reach = next
    }
    return []
  }

  private static func walk(back trace: [[Int]], _ width: Int, _ height: Int) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    var (x, y) = (width, height)
    for count in trace.indices.reversed() {
      let reach = trace[count]
      let diagonal = x - y
      let place = diagonal + count + 1
      let isDown = diagonal == -count || diagonal != count && reach[place - 1] < reach[place + 1]
      let before = count == 0 ? 0 : isDown ? reach[place + 1] : reach[place - 1]
      let start = count == 0 ? 0 : isDown ? before : before + 1
      while x > start {
        (x, y) = (x - 1, y - 1)
        found.append((x, y))
      }
      (x, y) = (before, before - (isDown ? diagonal + 1 : diagonal - 1))
    }
    return found.reversed()
  }

  /// Ranges of steps: changes with up to three lines around them.
  private static func hunks(_ steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in steps.indices where steps[index].sign != " " {
      let range = max(0, index - 3)..<min(steps.count, index + 4)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func write(_ hunk: Range<Int>, of steps: [Step], into out: inout String) {
    let own = steps[hunk]
    let old = own.filter { $0.sign != "+" }.count
    let new = own.filter { $0.sign != "-" }.count
    let first = steps[hunk.lowerBound]
    out += "@@ -\(place(first.old, old)) +\(place(first.new, new)) @@\n"
    for step in own {
      out += "\(step.sign)" + String(decoding: step.text, as: UTF8.self)
      if step.text.last != 0x0A { out += "\n\\ No newline at end of file\n" }
    }
  }

  private static func place(_ before: Int, _ count: Int) -> String {
    count == 0 ? "\(before),0" : count == 1 ? "\(before + 1)" : "\(before + 1),\(count)"
  }
}
