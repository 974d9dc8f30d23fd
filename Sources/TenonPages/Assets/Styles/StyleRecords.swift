extension Style {
  /// Record pages: head, path of stages, sections, tables within.
  static let records: StaticString = #"""
    .lead { display: grid; gap: 12px; padding: 14px 24px; border-bottom-width: 1px; }
    .key { display: flex; gap: 8px 36px;
      div { min-width: 0; }
      dd { font-weight: 500; overflow-wrap: anywhere; }
    }
    .call .icon { width: 14px; color: var(--mute); }
    .path {
      min-width: 0;
      ol { display: flex; gap: 3px; overflow-x: auto; scrollbar-width: none; }
      li { flex: 1 0 auto; --end: calc(100% - 9px); }
      li > * {
        justify-content: center; gap: 5px; width: 100%; min-height: var(--control);
        padding: 0 12px 0 20px; white-space: nowrap;
        clip-path: polygon(0 0, var(--end) 0, 100% 50%, var(--end) 100%, 0 100%, 9px 50%);
      }
      li:first-child > * { padding-left: 14px; border-radius: 6px 0 0 6px;
        clip-path: polygon(0 0, var(--end) 0, 100% 50%, var(--end) 100%, 0 100%); }
      b { font-weight: 500; }
      button:hover { filter: brightness(.95); color: var(--ink); }
      button:focus-visible { outline-offset: -3px; }
      .won > * { background: var(--good); color: var(--ground); }
      .lost > * { background: var(--bad); color: var(--ground); }
      i { min-width: 16px; border-radius: 8px; background: var(--warn-soft); color: var(--warn);
        font: 500 11px/16px var(--font); text-align: center; }
      p { margin-top: 6px; }
    }
    .places { display: none; }
    .record {
      display: grid; grid-template-columns: minmax(0, 1fr) 340px;
      min-height: calc(100vh - var(--top) - var(--bar));
      > * { padding: 18px 24px 40px; }
      aside { border-left-width: 1px; }
      .none { padding: 10px 0; font-size: 13px; }
    }
    .part + .part { margin-top: 24px; }
    header.part + .part { margin-top: 4px; }
    :is(.part, .tab) > header { min-height: 32px; margin-bottom: 4px;
      > :nth-child(2) { margin-left: auto; }
    }
    .facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 0 40px;
      > div { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 4px;
        min-height: 40px; padding: 4px 0; border-bottom: 1px solid var(--line-soft); }
      .wide { grid-column: 1 / -1; }
      dt { padding: 5px 0; }
      dd { position: relative; padding: 5px 8px; border-radius: var(--radius);
        overflow-wrap: anywhere; }
      [data-edit] { padding-right: 30px; cursor: text; }
      [data-edit]:hover { background: var(--hover); }
      [data-edit].editing { padding: 0; background: none; }
    }
    .pen { position: absolute; top: 3px; right: 3px; width: 26px; height: 26px; opacity: 0; }
    dd:hover > .pen, .pen:focus-visible { opacity: 1; }
    .inline {
      .field > :is(label, .label, .help[id]), .hint, h2, .notice.bad { display: none; }
      .fields { display: block; }
    }
    .table {
      overflow-x: auto; border-width: 1px; border-radius: var(--radius-l);
      .grid {
        :is(th, td) { height: 36px; background: none; }
        thead :is(th, td) { position: static; height: 32px; background: var(--side); }
        tr > :first-child { position: static; padding-left: 16px; }
        tbody tr:last-child > * { border-bottom: 0; }
      }
      .open { line-height: 35px; }
    }
    .editable td { cursor: text; }
    .made { gap: 2px 20px; margin-top: 14px; }
    .related { margin-top: 28px;
      > .tabs { padding-bottom: 6px; margin-bottom: 8px; border-bottom-width: 1px; }
    }
    .tab + .tab { margin-top: 18px; }
    .say { display: grid; gap: 8px; justify-items: start; margin: 8px 0 20px;
      textarea { min-height: 60px; }
      .options { width: min(260px, 100%); }
    }
    .names { position: relative; width: 100%; }
    .papers { margin-bottom: 20px;
      li a { flex: 1; }
    }
    .timeline p { color: var(--ink-2); }
    :is(.timeline, .changes) b { color: var(--ink); font-weight: 500; }
    .changes { margin-top: 4px;
      li { padding: 1px 0; overflow-wrap: anywhere; }
      li > span:first-child { margin-right: 4px; color: var(--mute); }
    }
    .timeline .said { margin-top: 4px; padding: 8px 12px; border-radius: var(--radius-l);
      background: var(--sunk); }
    .said .at { color: var(--brand-text); }
    .own { margin-top: 2px;
      summary { display: inline-block; padding: 2px 0; }
      summary:hover { color: var(--ink); }
    }
    .ask .panel { display: grid; gap: 8px; width: 288px; padding: 16px; }

    """#

  /// Records and forms on a phone.
  static let recordsPhone: StaticString = #"""
    .recording .head > .main { padding: 0 10px; border-color: transparent; background: none;
      color: var(--ink-2); }
    .recording .head:has(> :nth-child(7)) { position: static; flex-wrap: wrap; height: auto;
      padding-block: 8px; row-gap: 4px;
      h1 { flex: 1 1 calc(100% - 60px); }
      + .lead + .places { top: 0; } }
    .lead { padding: 12px 16px; }
    .key { gap: 8px 24px; }
    .call { min-height: 44px; }
    .places { position: sticky; top: var(--bar); z-index: 10; display: flex; padding: 0 8px;
      background: var(--ground); border-bottom-width: 1px; }
    [data-place=details] :is(.related, aside), [data-place=related] :is(.parts > :not(.related),
      aside), [data-place=activity] .parts { display: none; }
    .record { display: block; min-height: 0;
      > * { padding: 14px 16px; }
      aside { border: 0; }
    }
    [data-place=related] .related { margin: 0; }
    .facts { grid-template-columns: minmax(0, 1fr);
      > div { grid-template-columns: 100px minmax(0, 1fr); min-height: 48px; }
      > div > * { align-self: center; }
      .wide { grid-template-columns: 1fr; gap: 0; }
      .wide dd { padding-left: 0; }
    }
    .pen { opacity: .5; }
    .form .body { padding: 16px 16px 32px; }
    .fields { grid-template-columns: minmax(0, 1fr); }
    .options li { min-height: 44px; }
    .tick span { line-height: 42px; }
    .rate span { padding: 0 6px; font-size: 28px; }
    .table { border: 0; border-radius: 0; }
    .table .grid tbody tr { padding: 10px 0; }
    .rows-of .grid tbody {
      tr { display: grid; gap: 8px; padding: 12px !important; border-width: 1px;
        border-radius: var(--radius-l); margin-bottom: 10px; }
      td { display: grid; gap: 3px; }
      .hid { display: none; }
      :is(input:not([type=checkbox]), select, textarea) { border-color: var(--line-strong);
        min-height: 44px; }
    }
    .above { width: 100vw; max-width: none; margin: auto 0 0; border-radius: 16px 16px 0 0; }

    """#
}
