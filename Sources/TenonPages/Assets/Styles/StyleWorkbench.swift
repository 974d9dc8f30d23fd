extension Style {
  /// The workbench, notifications and the page of results.
  static let workbench: StaticString = #"""
    .workbench {
      background: var(--side);
      .page { max-width: 1360px; }
      .card > header > .icon { color: var(--mute); }
      .table { border: 0; }
    }
    .hello { gap: 16px; margin-bottom: 20px;
      > div { margin-right: auto; }
    }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 16px;
      align-items: start; }
    .told {
      > li { color: var(--mute); }
      > .fresh { color: var(--ink); box-shadow: inset 3px 0 var(--brand); }
      > li > a { align-items: start; padding-block: 10px; }
      > li > a > span:last-child { display: grid; grid-template-columns: 1fr auto; gap: 0 12px;
        flex: 1; min-width: 0; }
      .name, .said { grid-column: 1 / -1; font-weight: 500; }
      .said { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
        overflow: hidden; font-weight: 400; color: var(--ink-2); }
    }
    .notices .told { max-width: 860px; padding-block: 4px; }
    .find .input { flex: 1; min-width: 0; }
    @media (max-width: 1100px) { .columns { grid-template-columns: minmax(0, 1fr); } }

    """#

  /// The same on a phone.
  static let workbenchPhone: StaticString = #"""
    .workbench {
      .top { background: none; }
      .search { background: var(--raised); }
      .card .grid {
        tbody tr:last-child { border-bottom: 0; }
        tbody tr { gap: 2px 12px; padding: 9px 16px; }
        th { font-size: 15px; }
        td { font-size: 13px; }
        td::before, td:nth-child(n + 5) { display: none; }
      }
    }
    .hello { margin-bottom: 16px; }
    .quick { flex-wrap: nowrap; overflow-x: auto; margin: 0 -16px; padding: 0 16px;
      scrollbar-width: none; }

    """#
}
