extension Style {
  /// Signing in, and pages that say what went wrong.
  static let outer: StaticString = #"""
    .outer { background: var(--side); }
    .outer main {
      display: grid; align-content: center; justify-items: center; gap: 16px; margin: 0;
      min-height: 100vh; padding: 24px 16px;
    }
    .door {
      display: grid; gap: 20px; width: 100%; max-width: 392px; padding: 36px 32px 32px;
      border: 1px solid var(--line); border-radius: 16px; background: var(--raised);
      box-shadow: var(--shadow);
    }
    .door .logo { width: 44px; height: 44px; border-radius: 11px; font-size: 21px; }
    .door .logo .icon { width: 26px; height: 26px; }
    .door h1 { font-size: 20px; line-height: 1.35; }
    .door h1 + p { margin-top: -14px; }
    .door p { color: var(--mute); }
    .door .notice { color: var(--bad); }
    .door .field input { min-height: 40px; }
    .door .button { min-height: 40px; }
    .outer .segments { background: none; }
    .outer .segments button { min-height: 32px; }
    .status { font-size: 13px; font-weight: 600; letter-spacing: .04em; }
    .failing main { display: grid; align-content: center; }
    .failing h1 { font-size: 20px; }
    @media (max-width: 900px) {
      .outer main { align-content: start; padding-top: 12vh; }
      .door { padding: 24px; border: 0; background: none; box-shadow: none; }
      .outer, .outer main { background: var(--raised); }
      .door .field input, .door .button { min-height: 46px; }
    }

    """#
}
