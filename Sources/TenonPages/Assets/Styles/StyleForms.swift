extension Style {
  /// Forms: sections, inputs of their own kind, rows of subforms; small forms above a page.
  static let forms: StaticString = #"""
    .form {
      .head .button.main { order: 2; }
      .body { max-width: 860px; padding: 20px 24px 64px; }
      .notice { margin-bottom: 18px; }
      .part > h2 { margin-bottom: 12px; padding-bottom: 8px; border-bottom-width: 1px; }
      .part + .part { margin-top: 32px; }
    }
    .draft > .button:first-of-type { margin-left: auto; }
    .hint { margin-bottom: 14px; }
    .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 18px 24px; }
    .affix {
      position: relative; display: block;
      > [aria-hidden] { position: absolute; top: 0; left: 11px; color: var(--mute);
        line-height: var(--input); }
      input { padding-left: 46px !important; text-align: right; }
      &.end > [aria-hidden] { left: auto; right: 11px; }
      &.end input { padding: 6px 30px 6px 10px !important; }
    }
    input.num { text-align: right; }
    .fixed.fixed :is(input, select, textarea) { background-color: var(--sunk); color: var(--mute); }
    .hid > * { display: none; }
    .field output { min-height: var(--input); padding: 7px 0; color: var(--mute); }
    .switch-box {
      appearance: none; position: relative; flex: none; width: 32px !important;
      height: 18px !important; border-radius: 9px; background: var(--line-strong);
      &::after { content: ""; position: absolute; inset: 2px auto 2px 2px; width: 14px;
        border-radius: 50%; background: #fff; box-shadow: var(--shadow-s); }
      &:checked { background: var(--brand); }
      &:checked::after { translate: 14px; }
    }
    .ticks { padding: 4px 0; }
    .plain :checked + span { background: var(--brand); color: var(--on-brand); }
    .slide { display: flex; align-items: center; gap: 12px; min-height: var(--input);
      [type=range] { flex: 1; padding: 0 !important; border: 0 !important;
        accent-color: var(--brand); }
    }
    .tick {
      position: relative;
      input { position: absolute; inset: 0; width: 100% !important; height: 100% !important;
        opacity: 0; cursor: pointer; }
      span { display: block; padding: 0 12px; border: 1px solid var(--line-strong);
        border-radius: var(--round); line-height: 26px; }
      &:hover span { border-color: var(--mute); }
      :checked + span { border-color: currentColor; font-weight: 500; }
    }
    .rate {
      display: inline-flex; flex-direction: row-reverse; justify-self: start;
      label { position: relative; cursor: pointer; }
      span { display: block; padding: 0 3px; border-radius: 4px; color: var(--line-strong);
        font-size: 22px; line-height: var(--input); }
      label:not(.none):is(:has(:checked), :has(:checked) ~ *, :hover, :hover ~ *) span {
        color: var(--star); }
      .none { order: -1; }
      .none span { padding: 0 8px; font-size: 16px; }
    }
    .pick { position: relative; display: grid; gap: 6px; }
    .options {
      position: absolute; z-index: 15; top: calc(100% + 4px); left: 0; right: 0; max-height: 288px;
      overflow-y: auto; padding: 4px;
      li { padding: 6px 8px; font-size: 14px; cursor: pointer; }
    }
    .rows-of {
      .table { overflow: visible; }
      .grid td { height: auto; min-width: 110px; max-width: none; padding: 3px 4px;
        overflow: visible; vertical-align: top; }
      td :is(input:not([type=checkbox], [type=radio]), select, textarea) {
        min-height: 32px; padding: 4px 8px; border-color: transparent;
        background-color: transparent;
        &:is(:hover, :focus-visible) { border-color: var(--line-strong); }
      }
      td output { display: block; padding: 6px 8px; }
      td .num { text-align: right; }
      .switch-box { margin: 7px 8px; }
      td [aria-invalid=true] { border-color: var(--bad) !important; }
      .affix > [aria-hidden] { line-height: 32px; }
      .affix:not(.end) {
        > [aria-hidden] { display: none; }
        input { padding-left: 8px !important; }
      }
      .grid .del { min-width: 40px; width: 40px; padding-right: 4px; }
    }
    .cut { width: var(--control); height: var(--control); cursor: pointer;
      &:hover { color: var(--bad); }
    }
    .gone > :not(.del) { opacity: .4; text-decoration: line-through; }
    .gone .cut { color: var(--bad); }
    @media (scripting: enabled) {
      .cut input, .papers input { position: absolute; width: 1px; opacity: 0; }
    }
    .hosted { display: grid; gap: 14px; }
    .lines.editing { padding: 12px; border-width: 1px; border-radius: var(--radius-l);
      background: var(--raised); }
    .above {
      overflow: visible;
      .hosted { max-height: calc(100vh - 96px); }
      .body { overflow-y: auto; margin: 0 -20px; padding: 2px 20px; }
      h2 { font-size: 16px; }
    }

    """#
}
