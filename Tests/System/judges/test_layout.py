"""The layout of every page as the browser measures it."""

import pytest
from judging import cases
from looks import Look, looks

# Where text stands as it is seen: each piece with its rectangle, cut to what shows of it.
MEASURE = """() => {
  const style = (element) => getComputedStyle(element);
  const isHidden = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { display, visibility, opacity, clipPath, clip } = style(at);
      if (display === "none" || visibility !== "visible" || opacity === "0") return true;
      if (clipPath !== "none" || clip !== "auto") return true;
    }
    return false;
  };
  // What lies above the page on purpose: bars that stay, menus, dialogs.
  const layer = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (["fixed", "sticky", "absolute"].includes(style(at).position)) return at;
    }
    return null;
  };
  const name = (element) => {
    const text = element.textContent.trim().replace(/\\s+/g, " ").slice(0, 60);
    return `${element.tagName.toLowerCase()}.${element.className} "${text}"`;
  };
  const cut = (rect, element) => {
    let { left, right, top, bottom } = rect;
    for (let at = element; at; at = at.parentElement) {
      const { overflowX, overflowY } = style(at);
      const box = at.getBoundingClientRect();
      if (overflowX !== "visible") {
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
      }
      if (overflowY !== "visible") {
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
    }
    return { left, right, top, bottom };
  };

  const texts = [];
  const owners = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || isHidden(element)) continue;
    if (["SCRIPT", "STYLE", "OPTION", "NOSCRIPT"].includes(element.tagName)) continue;
    owners.add(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const seen = cut(rect, element);
      if (seen.right - seen.left < 2 || seen.bottom - seen.top < 2) continue;
      texts.push({ ...seen, element, layer: layer(element) });
    }
  }

  const clipped = [];
  for (const element of owners) {
    const { display, overflowX, textOverflow, webkitLineClamp } = style(element);
    if (display === "inline" || ["auto", "scroll"].includes(overflowX)) continue;
    // Cut with dots on purpose: the whole stands behind the link, or in the title.
    const isShortened = textOverflow === "ellipsis" || webkitLineClamp !== "none";
    if (isShortened && element.closest("a, [title], td, th, button, summary, li")) continue;
    if (element.scrollWidth > element.clientWidth + 1) {
      clipped.push(`${name(element)}: ${element.scrollWidth} in ${element.clientWidth}`);
    }
  }

  // What can be clicked must be within reach, or in something that scrolls.
  const outside = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, summary")) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width < 4 || isHidden(element) || (left > -1 && right < innerWidth + 1)) continue;
    let at = element.parentElement;
    while (at && !["auto", "scroll"].includes(style(at).overflowX)) at = at.parentElement;
    if (!at || at === document.body) outside.push(`${name(element)}: ${left} to ${right}`);
  }

  const overlapping = [];
  texts.sort((a, b) => a.top - b.top);
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom; j++) {
      const [a, b] = [texts[i], texts[j]];
      if (a.layer !== b.layer || a.element === b.element) continue;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 2 && height > 5) overlapping.push(`${name(a.element)} over ${name(b.element)}`);
    }
  }
  const root = document.documentElement;
  const wide = root.scrollWidth > innerWidth
    ? [...document.querySelectorAll("body *")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !isHidden(e))
        .slice(0, 5).map((e) => `${name(e)}: to ${e.getBoundingClientRect().right}`)
    : [];
  return { sideways: [root.scrollWidth, innerWidth], wide, clipped, outside, overlapping };
}"""
FAST = [Look("zh", "light", "phone"), Look("en", "light", "pc")]


@pytest.mark.parametrize("page, look", cases(looks(colours=("light",)), FAST))
def test_everything_has_its_place(visit, page, look):
    found = visit(page, look).evaluate(MEASURE)
    width, room = found["sideways"]
    assert width <= room, f"{width} px in {room}: {found['wide']}"
    assert found["clipped"] == []
    assert found["outside"] == []
    assert found["overlapping"] == []


@pytest.mark.parametrize("body, part", [
    ('<div style="width:4000px">wide</div>', "wide"),
    ('<p style="width:60px;overflow:hidden;white-space:nowrap">much too long</p>', "clipped"),
    ('<body style="overflow-x:hidden"><a href="#" style="margin-left:340px">far out</a>', "outside"),
    ('<p style="width:60px;white-space:nowrap">flows out of its box to the side</p>', "clipped"),
    ('<p style="margin:0">one text</p><p style="margin:-18px 0 0">another text</p>', "overlapping"),
])
def test_the_measure_sees_what_is_wrong(browser, body, part):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_content(f"<!doctype html><body>{body}")
    assert page.evaluate(MEASURE)[part] != []
    page.close()


def test_the_measure_lets_be_what_is_meant(browser):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_content("""<!doctype html><body>
        <div style="overflow:auto;width:200px"><p style="width:900px">a table that scrolls</p></div>
        <a href="#" style="display:block;width:60px;overflow:hidden;text-overflow:ellipsis;
          white-space:nowrap">a long name behind its link</a>
        <p>above</p><div style="position:fixed;top:0">a bar over all of it</div>""")
    found = page.evaluate(MEASURE)
    assert found["wide"] == [] and found["clipped"] == [] and found["overlapping"] == []
    page.close()
