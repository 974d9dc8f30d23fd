extension Style {
  /// The list: filters, table, pager.
  static let lists: StaticString = #"""
    .listing .head:has(.tabs) h1 { margin-right: 8px; }
    .filters {
      display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 8px 20px;
      border-bottom: 1px solid var(--line);
    }
    .chip {
      position: relative; display: flex; align-items: center; height: 28px;
      border: 1px solid var(--line); border-radius: var(--radius); font-size: 13px;
    }
    .chip:hover { border-color: var(--line-strong); }
    .chip:focus-within:has(:focus-visible) { border-color: var(--brand); }
    .chip label { display: flex; align-items: center; height: 100%; padding-left: 9px; }
    .chip label span, .chip summary { color: var(--mute); white-space: nowrap; }
    .chip select {
      height: 100%; max-width: 170px; padding-left: 7px; border: 0; border-radius: var(--radius);
      background-color: transparent; field-sizing: content;
    }
    .chip input[type=search] {
      width: 168px; height: 100%; padding: 0 9px; border: 0; border-radius: var(--radius);
      background: none;
    }
    .chip input::placeholder, .pick input::placeholder { color: var(--mute); opacity: 1; }
    .chip summary {
      display: flex; align-items: center; gap: 5px; height: 26px; padding: 0 7px 0 9px;
      border-radius: var(--radius);
    }
    .chip summary .icon { width: 13px; }
    .chip summary b { font-weight: 500; color: var(--brand-text); }
    .chip.set { border-color: transparent; background: var(--brand-soft); }
    .chip.set select, .chip.set input[type=search] { color: var(--brand-text); font-weight: 500; }
    .chip.order { order: 1; margin-left: auto; border-color: transparent; }
    .clear {
      display: grid; place-items: center; width: 24px; height: 24px; margin-right: 2px;
      border-radius: 4px; color: var(--brand-text);
    }
    .clear:hover { background: #8883; }
    .clear .icon { width: 13px; }
    .chip .panel { left: -1px; right: auto; display: grid; gap: 8px; width: 232px; padding: 12px; }
    .chip .panel label { display: grid; grid-template-columns: 40px 1fr; padding: 0; height: auto; }
    .chip .panel input { min-height: 32px; padding: 3px 8px; }
    .quiet { padding: 4px 8px; border-radius: var(--radius); color: var(--mute); font-size: 13px; }
    .quiet:hover { background: var(--hover); color: var(--ink); }
    .filters > .apply { order: 2; min-height: 28px; font-size: 13px; }
    @media (scripting: enabled) { .filters > .apply { display: none; } }
    .grid { width: 100%; border-collapse: separate; border-spacing: 0; }
    .grid th, .grid td {
      height: 40px; padding: 0 12px; border-bottom: 1px solid var(--line-soft); text-align: left;
      font-weight: 400; white-space: nowrap; max-width: 300px; overflow: hidden;
      text-overflow: ellipsis; position: relative;
    }
    .grid .num { text-align: right; }
    .grid thead th {
      position: sticky; top: 0; z-index: 4; height: 34px; background: var(--ground);
      border-bottom-color: var(--line); color: var(--mute); font-size: 12.5px;
    }
    .grid thead a { display: inline-block; padding: 3px 6px; margin: 0 -6px; border-radius: 4px; }
    .grid thead a:hover { background: var(--hover); color: var(--ink); }
    .grid [aria-sort] { color: var(--ink); }
    .grid thead i { margin-left: 3px; font-style: normal; color: var(--brand-text); }
    .grid tr > :first-child {
      position: sticky; left: 0; z-index: 2; padding-left: 20px; background: var(--ground);
    }
    .grid thead tr > :first-child { z-index: 5; }
    .grid tr > :last-child { padding-right: 20px; }
    .grid tbody th { font-weight: 500; }
    .grid tbody tr { cursor: default; }
    .grid tbody tr:hover > * { background: var(--hover); }
    .grid tbody tr:focus-within:has(.open:focus-visible) > * { background: var(--brand-soft); }
    .open {
      display: block; margin: 0 -7px; padding: 0 7px; overflow: hidden; text-overflow: ellipsis;
      line-height: 39px;
    }
    .open:hover { color: var(--brand-text); }
    .open:focus-visible { outline-offset: -4px; border-radius: 7px; }
    .pager {
      display: flex; align-items: center; justify-content: flex-end; gap: 2px; padding: 6px 14px;
      border-top: 1px solid var(--line); background: var(--ground);
    }
    .pager a {
      display: flex; align-items: center; gap: 4px; min-height: 30px; padding: 0 9px;
      border-radius: var(--radius); color: var(--ink-2); font-size: 13px;
    }
    .pager a[href]:hover { background: var(--hover); color: var(--ink); }
    .pager [aria-disabled] { opacity: .45; }
    @media (min-width: 721px) {
      .listing main { display: flex; flex-direction: column; height: calc(100vh - var(--top));
        min-height: 0; }
      .listing main > * { flex: none; }
      .listing .scroll { flex: 1; min-height: 0; overflow: auto; }
      .listing .empty { flex: 1; align-content: center; padding: 20px; }
    }

    """#
}
