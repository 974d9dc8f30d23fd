extension Style {
  /// Signing in, and pages that say what went wrong.
  static let outer: StaticString = #"""
    .outer {
      background: var(--side);
      main { display: grid; align-content: center; justify-items: center; gap: 16px; margin: 0;
        min-height: 100vh; padding: 24px 16px; }
      .segments { background: none; }
    }
    .door {
      display: grid; gap: 20px; width: 100%; max-width: 392px; padding: 36px 32px 32px;
      border-radius: 16px;
      .logo { width: 44px; height: 44px; border-radius: 11px; font-size: 21px; }
      h1 + p { margin-top: -14px; }
      p { color: var(--mute); }
      .notice { color: var(--bad); }
      :is(input, .button) { min-height: 44px; }
    }
    .door h1, .failing h1, .hello h1 { font-size: 20px; }
    .status { font-size: 13px; font-weight: 600; letter-spacing: .04em; }
    .failing main { display: grid; align-content: center; }

    """#

  /// The same on a phone.
  static let outerPhone: StaticString = #"""
    .outer, .outer main { background: var(--raised); }
    .outer main { align-content: start; padding-top: 12vh; }
    .door { padding: 24px; border: 0; background: none; box-shadow: none; }

    """#
}
