extension Style {
  /// The list: views, filters, table, pager.
  static let lists: StaticString = #"""
    .listing .head h1 { margin-right: 8px; flex: none; }
    .listing .keep { margin-right: auto; }
    .tabs .icon { width: 14px; height: 14px; }
    .keep .panel, .chip .panel { left: 0; right: auto; }
    @media (max-width: 1200px) {
      .filters { position: relative; }
      .filters .chip { position: static; }
      .chip .panel { left: 20px; }
      .keep .panel { left: auto; right: 0; }
    }
    .keep .panel { width: 250px; padding: 12px; }
    .keep form { display: grid; gap: 10px; }
    .keep label:not(.opt) > span { display: block; margin-bottom: 4px; color: var(--mute); }
    .keep .dot { margin-left: 2px; }
    .panel .opt { font-size: 14px; color: var(--ink); }
    .strip { padding: 8px var(--gap); border-radius: 0; }
    .filters { gap: 6px; padding: 8px var(--gap); border-bottom-width: 1px; }
    .chip {
      position: relative; gap: 0; height: 28px; border-width: 1px; border-radius: var(--radius);
      &:hover { border-color: var(--line-strong); }
      &:focus-within:has(:focus-visible) { border-color: var(--brand); }
      &.set { border-color: transparent; background: var(--brand-soft); }
      summary { gap: 5px; height: 100%; padding: 0 7px 0 9px; white-space: nowrap; }
      summary .icon { width: 12px; color: var(--mute); }
      b { max-width: 220px; font-weight: 500; color: var(--brand-text); }
      > .icon { width: 14px; margin-left: 9px; color: var(--mute); }
      > input { width: 168px; height: 100%; padding: 0 9px 0 6px; border-radius: var(--radius);
        outline: none; background: none; }
    }
    .clear { width: 24px; height: 24px; margin-right: 2px; color: inherit;
      .icon { width: 13px; }
    }
    .chip .clear { color: var(--brand-text); }
    .filters .panel {
      width: 256px; max-height: 66vh; padding: 10px; overflow-y: auto;
      &, > label { display: grid; gap: 10px; }
      > label { grid-template-columns: 44px 1fr; gap: 8px; align-items: center; padding: 0 6px;
        color: var(--mute); }
      :is(input, select) { min-height: var(--control) !important; padding-block: 3px !important;
        color: var(--ink); }
      .button { justify-self: end; }
      [aria-current] { border-color: transparent; }
    }
    .filters fieldset { max-height: 264px; overflow-y: auto; }
    .filters legend { padding: 0 6px 4px; color: var(--mute); font-size: 12px; }
    .display { margin-left: auto; }
    .quiet { padding: 4px 8px; }
    .grid {
      width: 100%; border-spacing: 0;
      :is(th, td) {
        position: relative; height: 40px; max-width: 220px; padding: 0 11px;
        border-bottom: 1px solid var(--line-soft); text-align: left; font-weight: 400;
      }
      &.dense tbody :is(th, td) { height: 30px; }
      .num { text-align: right; max-width: none; }
      thead :is(th, td) { position: sticky; top: 0; z-index: 4; height: 34px;
        border-bottom-color: var(--line); background: var(--ground); }
      thead a { display: inline-block; padding: 3px 6px; margin: 0 -6px; border-radius: 4px; }
      thead a:hover { background: var(--over); color: var(--ink); }
      [aria-sort] { color: var(--ink); }
      thead i { margin-left: 3px; color: var(--brand-text); }
      tr > :first-child { position: sticky; left: 0; z-index: 2; padding-left: var(--gap);
        background: var(--ground); }
      tr > :last-child { padding-right: var(--gap); }
      tbody th { max-width: 300px; font-weight: 500; }
      tbody tr:hover > * { background: var(--hover); }
      tr:has(.sel :checked) > *, tbody tr:has(.open:focus-visible) > * {
        background: var(--brand-soft); }
      td:focus { outline: 2px solid var(--brand); outline-offset: -2px; }
      .title th { height: 44px; padding-top: 8px; background: var(--ground); font-weight: 600; }
      .title .badge { margin-left: 6px; }
      .editing { overflow: visible; z-index: 6; padding: 0; }
    }
    .grid thead tr > :first-child { z-index: 5; }
    .grid.ticked tr {
      > :first-child:not([colspan]) { width: 44px; padding-right: 0; }
      > :nth-child(2) { position: sticky; left: 36px; z-index: 2; background: inherit; }
    }
    .grid.ticked { tr { background: var(--ground); } thead tr > :nth-child(2) { z-index: 5; } }
    .grid input { display: block; }
    @media (hover: hover) {
      .grid tr:not(:hover) input[type=checkbox]:not(:checked, :focus-visible) { opacity: .45; }
    }
    .cell {
      position: absolute; inset: -1px auto auto -1px; z-index: 6; min-width: max(100%, 230px);
      padding: 6px; border-color: var(--brand); white-space: normal;
      > .button { margin-top: 6px; }
    }
    .open { display: block; margin: 0 -7px; padding: 0 7px; line-height: 39px;
      &:focus-visible { outline-offset: -4px; border-radius: 7px; }
    }
    .dense .open { line-height: 29px; }
    .pager { justify-content: flex-end; gap: 2px; padding: 6px 14px; border-top-width: 1px;
      a { gap: 4px; min-height: min(var(--control), 30px); padding: 0 9px; }
    }
    [aria-disabled], [disabled] { opacity: .5; }
    .bulk {
      z-index: 35; padding: 8px 10px 8px 16px; border-width: 1px; background: var(--raised);
      .input { width: auto; min-height: min(var(--control), 28px); padding-block: 2px; }
    }
    @media (scripting: enabled) { .bulk:not(.active) { display: none; } }
    @media (scripting: none) { .bulk { position: static; translate: 0; } }
    div.done {
      padding: 8px 8px 8px 18px;
      details { order: 5; flex-basis: 100%; padding: 4px 0; font-weight: 400; font-size: 13px; }
      summary { color: var(--bad); }
      ul { max-height: 30vh; overflow-y: auto; }
      .clear { margin-left: auto; }
    }
    .step { max-width: 560px; }
    .step > .quiet { justify-self: start; }
    dialog .step { padding: 0; }
    .targets { display: grid; gap: 2px; max-width: 320px; }
    .keys dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 20px; margin: 14px 0 18px; }
    @media (min-width: 901px) {
      .listing {
        main { display: flex; flex-direction: column; height: calc(100vh - var(--top));
          min-height: 0; }
        main > * { flex: none; }
        main > :is(.scroll, .board, .gallery, .calendar, .gantt) { flex: 1; min-height: 0;
          overflow: auto; }
        .empty { flex: 1; align-content: center; padding: 20px; }
      }
    }

    """#

  /// Lists on a phone: cards for rows, targets of 44 px.
  static let listsPhone: StaticString = #"""
    .recording h1, .forming h1 {
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
      white-space: normal; font-size: 15px;
    }
    .head:has(.tabs) { flex-wrap: wrap; gap: 0 8px; height: auto;
      h1 { flex: 1 0 40%; }
      .tabs { order: 1; flex: 1 1 60%; margin-left: -10px; }
    }
    .tabs [aria-current] { border-radius: 0; background: none;
      box-shadow: inset 0 -2px var(--brand); }
    .filters { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none;
      > * { flex: none; }
      .display { margin: 0; }
      .quiet { min-height: var(--control); }
    }
    .chip { height: 44px; font-size: 14px;
      > input { width: 150px; }
      .clear { width: 40px; height: 40px; }
    }
    .grid { &, tbody { display: block; }
      thead { display: none; }
      tbody tr {
        position: relative; display: flex; flex-wrap: wrap; gap: 3px 16px;
        padding: 11px 16px 12px; border-bottom-width: 1px;
      }
      tbody tr > * {
        position: static !important; display: flex; align-items: baseline; gap: 6px;
        height: auto !important; max-width: 100%; padding: 0 !important; border: 0;
        background: none !important; color: var(--ink-2); white-space: normal;
      }
      tr > :is(:first-child, th) { flex: 0 0 100%; font-size: 16px; color: var(--ink); }
      td:empty { display: none; }
      td[data-label]::before { content: attr(data-label); flex: none; color: var(--mute);
        font-size: 13px; }
      .ref { position: relative; z-index: 1; overflow: hidden; text-overflow: ellipsis; }
      .title { display: block; }
      .title th { font-size: 15px; }
    }
    .grid.ticked tbody {
      tr:not(.title) { padding-left: 52px; }
      .sel { position: absolute !important; left: 16px; top: 12px; z-index: 1; width: 22px; }
    }
    .open { margin: 0; padding: 0; line-height: 1.5 !important; }
    .open::after { content: ""; position: absolute; inset: 0; }
    .pager { justify-content: space-between; padding: 8px; }
    .bulk, div.done { width: calc(100vw - 16px); max-width: none; }
    .bulk .input { flex: 1; }
    .listing .keep { order: 1; margin: 0; }
    .targets { max-width: none; }

    """#
}
