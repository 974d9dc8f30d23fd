/// The script, an ES module, in the order in which it is joined. Each area has a part file in
/// `Scripts`; all share one scope. Pages work without it.
///
/// - `$`, `$$`: one element, all elements.
/// - `onPage((main) => …)`: what a part does with a page, now and whenever one is swapped in.
///   Listeners on `document` are set outside of it, once. What it returns, if it is a function,
///   runs when the page goes.
/// - `go(url)`: swaps in another page.
/// - `page.isDirty`: whether something typed would be lost by leaving.
/// - `data-key="n"` (new), `e` (edit), `s` (save with Ctrl): elements that a key clicks.
enum Script {
  static let parts = [
    frame, swap, palette, lists, cells, boards, forms, records, references, files, start,
  ]

  private static let start: StaticString = """
    begin($("main"));

    """
}
