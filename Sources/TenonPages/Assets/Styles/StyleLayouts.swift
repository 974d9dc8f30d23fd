extension Style {
  /// Boards, calendars, galleries, charts.
  static let layouts: StaticString = #"""
    .board { display: flex; gap: 12px; padding: 12px var(--gap) 16px; overflow: auto;
      li { position: relative; margin-bottom: 8px; padding: 9px 12px 10px; border-radius: 8px;
        box-shadow: var(--shadow-s); }
      .drag { opacity: .35; }
      .busy { opacity: .6; }
      .ghost { position: fixed; z-index: 60; margin: 0; pointer-events: none; rotate: 2deg;
        box-shadow: var(--shadow); }
    }
    .board[data-field] li { cursor: grab; user-select: none; -webkit-user-select: none;
      -webkit-touch-callout: none; }
    :is(.board, .gallery) {
      li:hover { border-color: var(--line-strong); }
      .open { margin: 0 24px 4px 0; padding: 0; line-height: 1.45; font-weight: 500;
        white-space: normal; overflow-wrap: anywhere; }
      dl { display: flex; flex-wrap: wrap; align-items: center; gap: 3px 8px; color: var(--ink-2);
        font-size: 13px; line-height: 22px; }
      dl div { display: flex; gap: 5px; max-width: 100%; }
      div:has(.person) { order: 1; margin-left: auto; }
      dt { flex: none; color: var(--mute); }
      .money { color: var(--ink); font-weight: 500; }
      dl div:first-child { flex-basis: 100%; }
    }
    .lane {
      display: flex; flex-direction: column; flex: 0 0 284px; min-height: 0;
      border-radius: var(--radius-l); background: var(--sunk);
      &.over { box-shadow: inset 0 0 0 2px var(--brand); }
      header { gap: 6px; min-height: 44px; padding: 0 6px 0 12px; }
      :is(.sum, .badge + .tool) { margin-left: auto; }
      ul { flex: 1; min-height: 24px; padding: 0 8px; overflow-y: auto; scrollbar-width: thin; }
      > .quiet { margin: 0 8px 8px; text-align: center; }
    }
    .move { position: absolute; top: 2px; right: 2px; width: var(--control);
      height: var(--control);
      .icon { stroke-width: 2.4; }
    }
    .gallery {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      grid-auto-rows: max-content; align-content: start; gap: 16px; padding: 16px var(--gap);
      li { position: relative; overflow: hidden; }
      .open { margin: 10px 12px 2px; }
      dl { padding: 0 12px 12px; }
    }
    .gallery .open::after, .day a::after { content: ""; position: absolute; inset: 0; }
    .gallery img, .blankshot { width: 100%; height: auto; aspect-ratio: 4 / 3;
      font-size: 40px; }
    .gallery img { display: block; object-fit: cover; background: var(--sunk); }
    .period { gap: 6px; padding: 10px var(--gap);
      h2 { min-width: 124px; font-size: 16px; }
      .segments { margin-left: auto; }
    }
    .calendar { margin: 0 var(--gap) 16px; border-width: 1px; border-radius: var(--radius-l);
      .none { display: none; }
    }
    .week {
      display: grid; grid-template-columns: repeat(7, minmax(0, 1fr));
      grid-template-rows: 32px repeat(4, 25px) 1fr;
      &.names { position: sticky; top: 0; z-index: 8; grid-template-rows: 30px;
        align-items: center; background: var(--ground); color: var(--mute); font-size: 13px;
        text-align: center; }
      + .week .day { border-top: 1px solid var(--line-soft); }
    }
    .day {
      position: relative; grid-row: 1 / -1; min-height: 136px; padding: 5px;
      border-left: 1px solid var(--line-soft);
      &.c0 { border-left: 0; }
      time { display: inline-block; min-width: 22px; padding: 0 4px; border-radius: 11px;
        font-size: 13px; line-height: 22px; text-align: center; }
      a:hover::after { background: var(--over); }
      &.out { background: var(--side); }
      &.out time { color: var(--mute); }
      &.today time { font-weight: 600; }
    }
    .c1 { --c: 2; } .c2 { --c: 3; } .c3 { --c: 4; } .c4 { --c: 5; } .c5 { --c: 6; }
    .c6 { --c: 7; }
    .w2 { --w: 2; } .w3 { --w: 3; } .w4 { --w: 4; } .w5 { --w: 5; } .w6 { --w: 6; }
    .w7 { --w: 7; }
    .day, .ev, .rest { grid-column: var(--c, 1) / span var(--w, 1); }
    .l0 { grid-row: 2; } .l1 { grid-row: 3; } .l2 { grid-row: 4; } .rest { grid-row: 5; }
    .ev {
      position: relative; z-index: 1; gap: 5px; height: 22px; margin: 0 4px 3px; padding: 0 7px;
      border-radius: 5px; font-size: 13px;
      &:hover { filter: brightness(.97); }
      &.from { margin-left: 0; border-radius: 0 5px 5px 0; }
      &.on { margin-right: 0; border-radius: 5px 0 0 5px; font-weight: inherit; }
      &.from.on { border-radius: 0; }
      time { display: none; }
      &:has(em) > span { max-width: 60%; }
      em { flex: 1; font-style: normal; text-align: right; }
    }
    .rest > summary { position: relative; z-index: 1; margin: 0 4px; padding: 0 7px;
      line-height: 22px; }
    .rest > .panel { left: 4px; right: auto; }
    .rest:is(.c5, .c6) > .panel { left: auto; right: 4px; }
    .gantt {
      display: flex; align-items: flex-start; border-top-width: 1px;
      ul { position: sticky; left: 0; z-index: 3; flex: 0 0 260px; padding-top: 34px;
        background: var(--ground); border-right-width: 1px; }
      li { height: 36px; padding: 0 12px 0 var(--gap); border-bottom: 1px solid var(--line-soft); }
      .open { flex: 1; line-height: 34px; }
      time { display: none; }
      svg { flex: none; }
      line { stroke: var(--line-soft); }
      .now { stroke: var(--bad); stroke-width: 1.5; }
      text { fill: var(--mute); font-size: 12px; }
      rect { fill: var(--fill); }
      rect:hover { opacity: .8; }
    }

    """#

  /// Boards, calendars, galleries, charts on a phone.
  static let layoutsPhone: StaticString = #"""
    .board { padding: 12px; scroll-snap-type: x proximity; }
    .lane { flex-basis: 82vw; max-height: calc(100vh - 260px); scroll-snap-align: center;
      > .quiet { padding: 12px; }
    }
    .gallery { grid-template-columns: 1fr 1fr; gap: 10px; padding: 12px; }
    .period { flex-wrap: wrap; padding-block: 8px; }
    .period:has(.segments) h2 { flex-basis: 100%; }
    .calendar { margin: 0 0 8px; border-width: 1px 0; border-radius: 0;
      .none { display: block; padding: 40px 16px; text-align: center; }
    }
    .week { display: block; }
    .week.names, .day, .ev.from { display: none !important; }
    .ev, .ev.on { flex-wrap: wrap; gap: 0 8px; height: auto; min-height: 52px; margin: 8px 16px;
      padding: 7px 12px; border-radius: 8px; font-size: 15px;
      time { display: block; flex-basis: 100%; font-size: 13px; }
      > span { max-width: 100% !important; }
      em { flex: 0 0 100%; font-size: 13px; text-align: left; }
    }
    .rest > summary { margin: 0 16px; line-height: 44px; }
    .gantt { &, time { display: block; }
      svg { display: none; }
      ul { position: static; padding: 0; border: 0; }
      li { flex-wrap: wrap; height: auto; padding-block: 8px; }
      .open { line-height: 28px; }
      time { flex-basis: 100%; padding-left: 16px; color: var(--mute); font-size: 13px; }
    }

    """#
}
