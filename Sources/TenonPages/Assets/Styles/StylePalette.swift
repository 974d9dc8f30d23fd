extension Style {
  /// The palette, and the line that shows that a page is on its way.
  static let palette: StaticString = #"""
    .palette {
      width: min(640px, calc(100vw - 24px)); max-height: min(560px, 80vh); margin-top: 12vh;
      padding: 0; overflow: hidden;
      &[open] { display: flex; flex-direction: column; }
      .search { flex: none; width: auto; max-width: none; height: 52px; padding: 0 16px;
        border-bottom-width: 1px; border-radius: 0; outline: none; background: none; }
      input { font-size: 16px; }
      h3 { padding: 8px 10px 4px; }
      :is(a, button) { gap: 10px; width: 100%; min-height: calc(var(--control) + 4px);
        padding: 4px 10px; color: var(--ink); }
      i { width: 20px; height: 20px; font-size: 12px; }
      small { flex: 1; text-align: right; }
    }
    #palette { overflow-y: auto; padding: 6px; overscroll-behavior: contain; }
    body[aria-busy]::before {
      content: ""; position: fixed; z-index: 70; inset: 0 0 auto; height: 2px;
      background: var(--brand); transform-origin: left; animation: busy 8s ease-out forwards;
    }
    @keyframes busy { from { transform: scaleX(.08); } to { transform: scaleX(.92); } }

    """#

  /// The palette on a phone.
  static let palettePhone: StaticString = #"""
    .palette { width: 100vw; max-width: none; max-height: 86vh; margin-top: 0; border-width: 0;
      border-radius: 0 0 16px 16px; }

    """#
}
