import Diagnostics
import Driver
import Testing

/// Many findings take no more than their number: neither in one file of many lines nor in one long
/// line. Debug builds are some ten times slower than what people run.
@Suite(.serialized) struct SpeedTests {
  private func app(_ count: Int, _ separator: String) -> [SourceInput] {
    let fields = (0..<count).map { "f\($0): { type: txet, label: 字段 }" }
    let text =
      "app: a\nentities:\n  e:\n    label: E\n    access: everyone\n    fields: {\(separator)"
      + fields.joined(separator: ",\(separator)") + "}\n"
      + "views:\n  e.all: { label: A, columns: [f1] }\n"
    return [SourceInput(path: "app.yaml", bytes: Array(text.utf8))]
  }

  @Test(arguments: ["\n      ", " "]) func renderingIsLinear(_ separator: String) {
    let few = Driver.check(files: app(250, separator), lock: nil)
    let many = Driver.check(files: app(2_500, separator), lock: nil)
    #expect(many.diagnostics.count >= 10 * (few.diagnostics.count - 1))
    let clock = ContinuousClock()
    for renderer in Renderers.all {
      // The first time also pays for what is made once.
      _ = renderer.init(RenderContext(few.sources)).render(few.diagnostics)
      let short = clock.measure {
        for _ in 0..<10 { _ = renderer.init(RenderContext(few.sources)).render(few.diagnostics) }
      }
      // The best of three: the machine may be busy with something else.
      let times = (0..<3).map { _ in
        clock.measure {
          _ = renderer.init(RenderContext(many.sources)).render(many.diagnostics)
        }
      }
      let long = times.min() ?? .zero
      #expect(long < short * 4, "\(renderer.name): \(short) for 10 x 250, \(long) for 2500")
    }
  }
}
