extension Style {
  /// Files in lists, on records and in forms.
  static let files: StaticString = #"""
    .files { display: grid; gap: 2px; }
    .files li, .files a, .files label {
      display: flex; align-items: center; gap: 8px; min-width: 0;
    }
    .files li { min-height: 36px; }
    .files span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .files a:hover span { color: var(--brand-text); text-decoration: underline; }
    .files img, .thumb {
      object-fit: cover; border-radius: var(--radius); background: var(--hover); flex: none;
    }
    .files small { flex: none; color: var(--mute); font-variant-numeric: tabular-nums; }
    .files .icon { color: var(--mute); }
    .thumb { vertical-align: middle; margin-right: 4px; }
    .clip { display: inline-flex; align-items: center; gap: 4px; color: var(--ink-2); }
    .shots { display: flex; flex-wrap: wrap; gap: 10px; }
    .shots img {
      display: block; height: 120px; min-width: 60px; max-width: 100%; object-fit: cover;
      border: 1px solid var(--line); border-radius: var(--radius); background: var(--hover);
    }
    .drop {
      display: grid; gap: 8px; padding: 10px 12px; border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
    }
    .drop.over { border-color: var(--brand); background: var(--brand-soft); }
    .drop label { flex: 1; font-weight: 400; color: var(--ink); }
    .field .drop > .button { justify-self: start; color: var(--ink-2); }
    .drop .vh:focus-visible + .button { outline: 2px solid var(--brand); outline-offset: 1px; }
    .drop [draggable] { cursor: grab; }
    .drop progress { width: 96px; flex: none; accent-color: var(--brand); }
    .drop .cut {
      flex: none; width: 28px; height: 28px; border: 0; border-radius: var(--radius);
      background: none; color: var(--mute); font-size: 18px; line-height: 1;
    }
    .drop .cut:hover { background: var(--hover); color: var(--bad); }
    .drop [role=status]:empty { display: none; }
    @media (max-width: 900px) {
      .files li { min-height: 44px; }
      .drop .cut { width: 44px; height: 44px; }
    }

    """#
}
