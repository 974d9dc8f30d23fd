/// What an entry of the audit trail tells. The raw values stand in the database: they stay.
enum AuditKind: String, Sendable, CaseIterable {
  // Records.
  case create, update, delete, restore, share, unshare
  case handOver = "hand_over"
  case comment
  case commentChange = "comment_change"
  case commentDelete = "comment_delete"
  // Coming in.
  case signIn = "sign_in"
  case signInFailed = "sign_in_failed"
  case signOut = "sign_out"
  case sessionEnd = "session_end"
  case invite
  case password
  case passwordReset = "password_reset"
  case totp
  case totpEnd = "totp_end"
  case recoveryCodes = "recovery_codes"
  case recoveryCodeUse = "recovery_code_use"
  case tokenCreate = "token_create"
  case tokenRevoke = "token_revoke"
  case lockOut = "lock_out"
  case unlock
  // For others.
  case deputy
  case deputyEnd = "deputy_end"
  case actFor = "act_for"
  case actForEnd = "act_for_end"
  case seeAs = "see_as"
  case seeAsEnd = "see_as_end"
  // Out and in.
  case export
  case load = "import"
  case print
  case reveal
  // The server.
  case start, stop, repair
  case keyChange = "key_change"
  case tampered
}

/// What further details of an entry are called. The raw values stand in the database: they stay.
enum AuditDetail: String, Sendable, CaseIterable {
  case login
  /// A digest of what was typed and is no login: it may be somebody's password.
  case loginDigest = "login_digest"
  case agent, address, name, role, reason, file, format, rows, filter, view, field, scope
  case from, until
  /// Another person beside the one whom the entry is about.
  case person
  case edit, count
  /// What someone wrote, and what it was before.
  case text, was
  case command, definition, version, key
  /// The hash of all rows from before the trail.
  case past
}
