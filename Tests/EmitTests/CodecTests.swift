import Blueprint
import Query
import TestSupport
import Testing
import Values

@Suite struct CodecTests {
  @Test func blueprintsRoundTrip() throws {
    var maker = Maker(random: SeededRandom(seed: 11))
    for _ in 0..<300 {
      let blueprint = maker.blueprint()
      let text = BlueprintCodec.encode(blueprint)
      let read = try BlueprintCodec.decode(text)
      #expect(read == blueprint)
      // `==` takes é for e and a combining accent; bytes do not.
      #expect(BlueprintCodec.encode(read).utf8.elementsEqual(text.utf8))
    }
  }

  @Test func shapesRoundTrip() throws {
    var maker = Maker(random: SeededRandom(seed: 12))
    for _ in 0..<300 {
      let text = maker.shape().encoded()
      let read = try #require(EntityShape(parsing: text))
      #expect(read.encoded().utf8.elementsEqual(text.utf8))
    }
  }

  @Test func tabbedTextRoundTrips() throws {
    var maker = Maker(random: SeededRandom(seed: 13))
    for _ in 0..<300 {
      // A record of one empty text is an empty line, which is no record.
      let records = (0..<3).map { _ in ["kind"] + maker.texts(0...4) }
      var text = ""
      for record in records { TabbedText.append(record, to: &text) }
      let read = try #require(TabbedText.records(text))
      #expect(read.count == records.count)
      for (a, b) in zip(read, records) {
        #expect(a.count == b.count && zip(a, b).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
      }
    }
  }

  /// Damaged text is an error or another value, never a crash; and what is read is written back.
  @Test func damagedTextNeverCrashes() {
    var maker = Maker(random: SeededRandom(seed: 14))
    var refused = 0
    for _ in 0..<2000 {
      let text = maker.damaged(BlueprintCodec.encode(maker.blueprint()))
      if let read = try? BlueprintCodec.decode(text) {
        #expect((try? BlueprintCodec.decode(BlueprintCodec.encode(read))) == read)
        #expect(read.label.texts.count == read.languages.count && !read.languages.isEmpty)
      } else {
        refused += 1
      }
      _ = EntityShape(parsing: maker.damaged(maker.shape().encoded()))
      _ = SchemaItem.decode(maker.damaged("table a\ttable\t\t\tCREATE \\\\ x\n"))
    }
    #expect(refused > 500)
  }

  @Test(arguments: [
    "", "blueprint 2\n", "app\ta\tzh\tCNY\t2\tUTC\tA\n", "blueprint 1\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\n", "blueprint 1\napp\ta\tzh\tCNY\tx\tUTC\tA\n",
    "blueprint 1\napp\ta\t\tCNY\t2\tUTC\n", "blueprint 1\nentity\te\tE\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\tA\nfield\tf\ttext\tF\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\tA\napp\ta\tzh\tCNY\t2\tUTC\tA\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\tA\nentity\te\tE\nhelp\tH\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\tA\nentity\te\tE\tF\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\tA\nentity\te\tE\ntitle\tx\n",
    "blueprint 1\napp\ta\tzh\tCNY\t2\tUTC\tA\nother\n", "blueprint 1\napp\\x\n",
  ])
  func malformedBlueprintsAreErrors(_ text: String) {
    #expect(throws: BlueprintError.self) { try BlueprintCodec.decode(text) }
  }

  @Test(arguments: [
    "", "entity\ta\n", "entity\ta\tb\tc\n", "field\ta\tb\ttext\ttext\toptional\n",
    "entity\ta\tb\noption\tx\ty\n", "entity\ta\tb\nfield\ta\tb\ttext\ttext\tmaybe\n",
    "entity\ta\tb\nfield\ta\tb\tscaled10\tmoney\toptional\n", "entity\ta\tb\nunique\n",
    "entity\ta\tb\nx\n", "entity\ta\tb\\",
  ])
  func malformedShapesAreRefused(_ text: String) { #expect(EntityShape(parsing: text) == nil) }
}
