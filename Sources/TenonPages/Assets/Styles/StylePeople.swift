extension Style {
  /// A person's own page, and how people come in.
  static let people: StaticString = #"""
    .narrow { max-width: 760px; }
    .people {
      .fields { gap: 16px; margin-bottom: 16px; }
      .short { max-width: 380px; }
      .foot { padding: 10px 16px; border-top-width: 1px; }
      .row { gap: 8px 24px;
        > p { flex: 1 1 240px; } }
      .copy { flex-wrap: nowrap; }
      .looks .switch { padding: 0; }
    }
    .leave, .people form > .body > .button, .people form.body > .button { justify-self: start; }
    .people .card form, .ask.share form { > p, > .opt { margin-bottom: 12px; } }
    .ask.share .panel { width: min(380px, 92vw); .fields { grid-template-columns: 1fr; } }

    """#

  /// The same on a phone.
  static let peoplePhone: StaticString = #"""
    .leave { width: 100%; }

    """#
}
