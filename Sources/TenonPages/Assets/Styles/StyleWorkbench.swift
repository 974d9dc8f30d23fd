extension Style {
  /// The workbench and notifications.
  static let workbench: StaticString = #"""
    .workbench { background: var(--side); }
    .workbench .top { background: var(--ground); }
    .workbench .page { max-width: 1360px; }
    .hello { display: flex; flex-wrap: wrap; align-items: end; gap: 16px; margin-bottom: 20px; }
    .hello > div { margin-right: auto; }
    .hello h1 { font-size: 22px; line-height: 1.35; }
    .quick { display: flex; flex-wrap: wrap; gap: 8px; }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 16px;
      align-items: start; }
    .workbench .grid tr > * { height: 38px; max-width: 240px; background: none; }
    .workbench .grid tr > :first-child { position: static; padding-left: 16px;
      background: none; }
    .workbench .grid thead th { height: 30px; font-size: 12px;
      border-bottom-color: var(--line-soft); }
    .workbench .grid tbody tr:last-child > * { border-bottom: 0; }
    .workbench .grid tbody tr:hover > * { background: var(--hover); }
    .workbench .scroll { overflow-x: auto; }
    .workbench .card > header > .icon { color: var(--mute); }
    .told > li > a { align-items: start; padding-block: 10px; }
    .told > li > a > span:last-child { display: grid; grid-template-columns: 1fr auto; gap: 0 12px;
      flex: 1; min-width: 0; }
    .told time { font-size: 12.5px; }
    .told .name, .told .said { grid-column: 1 / -1; font-weight: 500; }
    .told .said { font-weight: 400; color: var(--ink-2); overflow: hidden; display: -webkit-box;
      -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    .told > li { color: var(--mute); }
    .told > .fresh { color: var(--ink); box-shadow: inset 3px 0 var(--brand); }
    .notices .told { max-width: 860px; padding-block: 4px; }
    .notices .told > li > a { padding-inline: 20px; }
    @media (max-width: 1100px) { .columns { grid-template-columns: minmax(0, 1fr); } }
    @media (max-width: 900px) {
      .workbench .top { background: none; }
      .workbench .search { background: var(--raised); }
      .workbench .grid tbody tr:last-child { border-bottom: 0; }
      .hello { margin-bottom: 16px; }
      .hello h1 { font-size: 20px; }
      .quick { flex-wrap: nowrap; overflow-x: auto; margin: 0 -16px; padding: 0 16px;
        scrollbar-width: none; }
      .workbench .grid tbody tr { flex-wrap: wrap; gap: 2px 12px; padding: 9px 16px; }
      .workbench .grid tbody tr > :first-child { padding: 0; font-size: 15px; }
      .workbench .grid tr > * { height: auto; max-width: 100%; font-size: 13px; }
      .workbench .grid td::before, .workbench .grid td:nth-child(n + 5) { display: none; }
    }

    """#
}
