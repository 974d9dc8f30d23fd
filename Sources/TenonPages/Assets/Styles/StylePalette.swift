extension Style {
  /// The palette, and the line that shows that a page is on its way.
  static let palette: StaticString = #"""
    .palette {
      width: min(640px, calc(100vw - 24px)); max-height: min(560px, 80vh); margin-top: 12vh;
      padding: 0; overflow: hidden;
    }
    .palette[open] { display: flex; flex-direction: column; }
    .palette .search {
      flex: none; width: auto; max-width: none; height: 52px; padding: 0 16px; border-radius: 0;
      background: none; border-bottom: 1px solid var(--line);
    }
    .palette .search:focus-within { outline: none; }
    .palette .search input { font-size: 16px; }
    #palette { overflow-y: auto; padding: 6px; overscroll-behavior: contain; }
    .palette h3 { padding: 8px 10px 4px; color: var(--mute); font-size: 12px; font-weight: 500; }
    .palette :is(a, button) {
      display: flex; align-items: center; gap: 10px; width: 100%; min-height: 38px;
      padding: 4px 10px; border: 0; border-radius: var(--radius); background: none;
      text-align: left;
    }
    .palette [aria-selected=true] > * { background: var(--brand-soft); color: var(--brand-text); }
    .palette i { display: grid; place-items: center; flex: none; width: 20px; height: 20px;
      color: var(--mute); font-style: normal; font-size: 12px; }
    .palette span:not(.tile) { min-width: 0; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .palette small { flex: 1; min-width: 0; margin-left: auto; overflow: hidden;
      text-overflow: ellipsis; white-space: nowrap; text-align: right; color: var(--mute);
      font-size: 12.5px; }
    body[aria-busy]::before {
      content: ""; position: fixed; z-index: 70; inset: 0 0 auto; height: 2px;
      background: var(--brand); transform-origin: left; animation: busy 8s ease-out forwards;
    }
    @keyframes busy { from { transform: scaleX(.08); } to { transform: scaleX(.92); } }
    @media (max-width: 900px) {
      .palette { width: 100vw; max-width: none; max-height: 86vh; margin-top: 0; border-width: 0;
        border-radius: 0 0 16px 16px; }
      .palette :is(a, button) { min-height: 46px; }
    }

    """#
}
