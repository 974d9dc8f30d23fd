extension Style {
  /// The list: views, filters, table, pager.
  static let lists: StaticString = #"""
    .listing .head:has(.tabs) h1 { flex: none; margin-right: 8px; }
    .listing .tabs { min-width: 0; margin-right: 0; overflow-x: auto; scrollbar-width: none; }
    .listing .tabs a { display: flex; align-items: center; gap: 5px; flex: none; }
    .listing .tabs .icon { width: 14px; height: 14px; }
    .listing .keep { margin-right: auto; }
    .keep .panel { left: 0; right: auto; width: 250px; padding: 12px; }
    .keep .panel form { display: grid; gap: 10px; }
    .keep label > span { display: block; margin-bottom: 4px; color: var(--mute); font-size: 13px; }
    .keep .dot { margin-left: 2px; }
    .panel hr { margin: 12px 0; border: 0; border-top: 1px solid var(--line-soft); }
    .opt { display: flex; align-items: center; gap: 8px; }
    .panel .opt { min-height: 30px; padding: 0 6px; border-radius: var(--radius); }
    .panel .opt:hover { background: var(--hover); }
    .panel .opt > span { display: inline; margin: 0; color: var(--ink); font-size: 14px; }
    .strip { margin: 0; padding: 8px 20px; border-radius: 0; font-size: 13px; }
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
    .chip summary {
      display: flex; align-items: center; gap: 5px; height: 26px; padding: 0 7px 0 9px;
      border-radius: var(--radius); color: var(--ink-2); white-space: nowrap;
    }
    .chip summary .icon { width: 12px; color: var(--mute); }
    .chip summary b { max-width: 220px; overflow: hidden; text-overflow: ellipsis;
      font-weight: 500; color: var(--brand-text); }
    .chip.set { border-color: transparent; background: var(--brand-soft); }
    .chip.words > .icon { width: 14px; margin-left: 9px; color: var(--mute); }
    .chip.words input { width: 168px; height: 100%; padding: 0 9px 0 6px; border: 0;
      border-radius: var(--radius); outline: none; background: none; }
    .chip input::placeholder, .pick input::placeholder { color: var(--mute); opacity: 1; }
    .clear {
      display: grid; place-items: center; flex: none; width: 24px; height: 24px;
      margin-right: 2px; border-radius: 4px; color: var(--brand-text);
    }
    .clear:hover { background: #8883; }
    .clear .icon { width: 13px; }
    .filters .panel { display: grid; gap: 10px; width: 252px; max-height: 66vh; padding: 10px;
      overflow-y: auto; }
    .chip .panel { left: -1px; right: auto; }
    @media (max-width: 1200px) {
      .filters { position: relative; }
      .filters .chip { position: static; }
      .chip .panel { left: 20px; }
    }
    .filters .panel > label { display: grid; grid-template-columns: 44px 1fr; gap: 8px;
      align-items: center; padding: 0 6px; color: var(--mute); }
    .filters .panel input:not([type=checkbox]), .filters .panel select { min-height: 32px;
      padding: 3px 8px; color: var(--ink); font-size: 14px; }
    .filters .panel .button { justify-self: end; }
    .filters fieldset { max-height: 264px; margin: 0; padding: 0; border: 0; overflow-y: auto; }
    .filters legend { padding: 0 6px 4px; color: var(--mute); font-size: 12px; }
    .presets { display: flex; flex-wrap: wrap; gap: 5px; }
    .filters .presets .button[aria-current] { background: var(--brand-soft);
      border-color: transparent; color: var(--brand-text); }
    .display { margin-left: auto; }
    .quiet { padding: 4px 8px; border-radius: var(--radius); color: var(--mute); font-size: 13px; }
    .quiet:hover { background: var(--hover); color: var(--ink); }
    .filters > .apply { min-height: 28px; font-size: 13px; }
    @media (scripting: enabled) { .filters > .apply { display: none; } }
    .grid { width: 100%; border-collapse: separate; border-spacing: 0; }
    .grid th, .grid td {
      height: 40px; padding: 0 12px; border-bottom: 1px solid var(--line-soft); text-align: left;
      font-weight: 400; white-space: nowrap; max-width: 300px; overflow: hidden;
      text-overflow: ellipsis; position: relative;
    }
    .grid.dense tbody :is(th, td) { height: 30px; }
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
    .grid.ticked tr > :first-child { width: 44px; padding-right: 0; }
    .grid.ticked tr > :nth-child(2) { position: sticky; left: 36px; z-index: 2;
      background: var(--ground); }
    .grid.ticked thead tr > :nth-child(2) { z-index: 5; }
    .grid .sel input, .grid thead input { display: block; }
    @media (hover: hover) {
      .grid .sel input:not(:checked, :focus-visible), .grid thead input:not(:checked) {
        opacity: .45; }
      .grid.ticked tr:hover input { opacity: 1 !important; }
    }
    .grid tr > :last-child { padding-right: 20px; }
    .grid tbody th { font-weight: 500; }
    .grid tbody tr { cursor: default; }
    .grid tbody tr:hover > *, .grid tr:has(.sel :checked) > * { background: var(--hover); }
    .grid tr:has(.sel :checked) > *,
    .grid tbody tr:focus-within:has(.open:focus-visible) > * { background: var(--brand-soft); }
    .grid td:focus { outline: 2px solid var(--brand); outline-offset: -2px; }
    .grid .title th { position: sticky; left: 0; height: 44px; padding-top: 8px;
      background: var(--ground); font-weight: 600; }
    .grid.ticked .title > :first-child { width: auto; }
    .grid .title .badge { margin-left: 6px; }
    .grid .editing { overflow: visible; z-index: 6; padding: 0; }
    .cell { position: absolute; inset: -1px auto auto -1px; z-index: 6; min-width: max(100%, 230px);
      padding: 6px; border: 1px solid var(--brand); border-radius: var(--radius-l);
      background: var(--raised); box-shadow: var(--shadow); white-space: normal; }
    .cell .field { gap: 6px; }
    .cell > .button { margin-top: 6px; }
    .open {
      display: block; margin: 0 -7px; padding: 0 7px; overflow: hidden; text-overflow: ellipsis;
      line-height: 39px;
    }
    .dense .open { line-height: 29px; }
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
    .bulk { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 20px;
      border-top: 1px solid var(--line); background: var(--raised); }
    .bulk .input { width: auto; min-height: 28px; padding: 2px 26px 2px 10px; font-size: 13px; }
    .bulk output { font-weight: 500; }
    @media (scripting: enabled) {
      .bulk:not(.active) { display: none; }
      .bulk { position: fixed; z-index: 35; left: 50%; bottom: 20px; translate: -50% 0;
        padding: 8px 10px 8px 16px; border: 1px solid var(--line); border-radius: 12px;
        box-shadow: var(--shadow); }
    }
    div.done {
      position: fixed; z-index: 45; left: 50%; bottom: 24px; translate: -50% 0; display: flex;
      flex-wrap: wrap; align-items: center; gap: 4px 14px; max-width: min(560px, 94vw);
      padding: 8px 8px 8px 18px; border: 1px solid var(--line); border-radius: 12px;
      background: var(--raised); box-shadow: var(--shadow); font-weight: 500;
    }
    div.done details { order: 5; flex-basis: 100%; padding: 4px 0; font-weight: 400;
      font-size: 13px; }
    div.done summary { color: var(--bad); }
    div.done ul { max-height: 30vh; overflow-y: auto; }
    div.done .clear { margin-left: auto; color: var(--mute); }
    .step { max-width: 560px; }
    .step > .quiet { justify-self: start; }
    dialog .step { padding: 0; }
    .targets { display: grid; gap: 2px; max-width: 320px; }
    .targets .item { min-height: 38px; padding: 0 10px; border: 0; border-radius: var(--radius);
      background: none; text-align: left; }
    .targets .item:hover { background: var(--hover); }
    .targets [disabled] { opacity: .45; }
    .keys dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 20px; margin: 14px 0 18px; }
    @media (min-width: 901px) {
      .listing main { display: flex; flex-direction: column; height: calc(100vh - var(--top));
        min-height: 0; }
      .listing main > * { flex: none; }
      .listing .scroll { flex: 1; min-height: 0; overflow: auto; }
      .listing .empty { flex: 1; align-content: center; padding: 20px; }
    }

    """#
}
