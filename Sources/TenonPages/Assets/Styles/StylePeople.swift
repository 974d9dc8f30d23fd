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
      .given {
        display: grid; gap: 8px; margin: 0;
        > div { display: grid; grid-template-columns: 90px 1fr; gap: 0 16px; }
        dt { color: var(--mute); }
        dd, p { margin: 0; }
      }
      fieldset { margin: 0 0 16px; padding: 0; border: 0; }
    }
    .leave { justify-self: start; }

    """#

  /// The same on a phone.
  static let peoplePhone: StaticString = #"""
    .leave { width: 100%; }

    """#
}
