import Glibc
import TenonDatabase
import TenonHTTP
import TenonPages

/// Why a request is not carried out: the one list from which API and pages make their answers.
enum Refusal: Error {
  /// The request cannot be read; what is wrong, in both languages.
  case malformed(Words2)
  case unauthenticated
  /// The password was right; a code of the second factor must come along.
  case codeRequired
  /// The password was right; a second factor must be set up first, in a browser.
  case secondFactorMissing
  /// What was begun took too long.
  case sessionEnded
  /// Too many attempts; the seconds to wait.
  case tooMany(seconds: Int)
  case forbidden
  /// A change by an access token that may only read, or one that no access token may do.
  case tokenForbids
  /// What nobody may do for someone else: it is about how people come in and what they may do.
  case standInForbids
  /// A change by an administrator who looks with someone's eyes.
  case lookForbids
  /// Not there, or not for this person: nobody learns which.
  case notFound
  case methodNotAllowed([Method])
  case unsupportedMediaType
  /// A file over the limit in bytes, by its name.
  case fileTooLarge(String, limit: Int)
  /// More at once than these limits.
  case uploadTooLarge(UploadLimits)
  /// A change must say which version it means.
  case versionRequired
  /// Someone else changed the record meanwhile.
  case versionConflict
  /// Fields that are wrong, by name.
  case invalid([(field: String, problem: FieldProblem)])
  /// A value that must occur once is taken: field names.
  case taken([String])
  /// Other records refer to this one.
  case inUse
  /// An `Idempotency-Key` that marked another request.
  case keyReused
  /// An `Idempotency-Key` whose first request is not answered yet.
  case keyUnderWay
  /// No room on the disk.
  case full
  /// Too much at once: try again.
  case unavailable
  /// A fault of the server, already logged.
  case fault

  /// The status of HTTP (RFC 9110, RFC 6585, RFC 4918).
  var status: Int {
    switch self {
    case .malformed: return 400
    case .unauthenticated, .codeRequired, .secondFactorMissing: return 401
    case .forbidden, .tokenForbids, .standInForbids, .lookForbids, .sessionEnded: return 403
    case .tooMany: return 429
    case .notFound: return 404
    case .methodNotAllowed: return 405
    case .unsupportedMediaType: return 415
    case .fileTooLarge, .uploadTooLarge: return 413
    case .versionRequired: return 428
    case .versionConflict: return 412
    case .invalid, .keyReused: return 422
    case .taken, .inUse, .keyUnderWay: return 409
    case .full: return 507
    case .unavailable: return 503
    case .fault: return 500
    }
  }
}

/// One sentence in both languages.
struct Words2: Sendable {
  let zh: String
  let en: String

  subscript(locale: Locale) -> String { locale == .zh ? zh : en }
}

extension Refusal {
  /// What an error of the store means to the person who asked. Faults are logged here, once.
  init(_ error: any Error, _ entity: EntityModel?, request: String? = nil) {
    switch error {
    case let refusal as Refusal: self = refusal
    case DatabaseError.unique(_, let columns, _):
      let names = columns.compactMap { column in
        entity?.meta.shape.fields.first { $0.column == column }?.name
      }
      self = .taken(names)
    case DatabaseError.foreignKey: self = .inUse
    case DatabaseError.full: self = .full
    case UploadError.disk(ENOSPC), UploadError.disk(EDQUOT): self = .full
    case let error as FileError where error.code == ENOSPC || error.code == EDQUOT: self = .full
    case DatabaseError.overloaded, DatabaseError.busy, DatabaseError.closed,
      DatabaseError.rolledBack, DatabaseError.unreachable, DatabaseError.conflict:
      self = .unavailable
    case DatabaseError.denied(.key):
      self = .malformed(
        Words2(zh: "翻页位置无效，请回到第一页。", en: "The cursor is not one of this list's."))
    case DatabaseError.denied: self = .forbidden
    case DatabaseError.interrupted:
      self = .malformed(
        Words2(zh: "符合的记录太多，请再输入几个字。", en: "Too many records match; type more words."))
    default:
      Log.fault("\(error)", request: request)
      self = .fault
    }
  }
}
