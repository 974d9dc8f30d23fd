extension Style {
  /// A person's own page, and how people come in.
  static let people: StaticString = #"""
    .narrow { max-width: 760px; }
    .people {
      .fields { gap: 16px; margin-bottom: 16px; }
      .short { max-width: 380px; }
      .foot { padding: 10px 16px; border-top-width: 1px; }
      .row { gap: 8px 24px; }
      .row > p { flex: 1 1 240px; }
      .copy { flex-wrap: nowrap; }
      .looks .switch { padding: 0; }
      .standing, .given {
        display: grid; gap: 8px; margin: 0;
        > div { display: grid; grid-template-columns: minmax(90px, 160px) 1fr; gap: 2px 16px; }
        dt { color: var(--mute); }
        dd, p { margin: 0; }
      }
      .choices { display: grid; gap: 4px; margin: 0 0 16px; padding: 0; border: 0; }
    }
    .leave { justify-self: start; }
    .share .panel { display: grid; gap: 12px; width: 360px; padding: 16px; }
    .acting {
      display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
      gap: 8px 16px; padding: 8px 16px; background: var(--warn-soft);
      border-bottom: 1px solid var(--line);
      p { margin: 0; font-weight: 600; }
    }

    """#

  /// The same on a phone.
  static let peoplePhone: StaticString = #"""
    .leave { width: 100%; }

    """#
}
