import TenonHTTP
import TenonPages

/// Problem documents (RFC 9457) with the list of wrong fields as an extension member `errors`.
struct ProblemDocument {
  let refusal: Refusal
  let entity: EntityModel?
  let tenant: Tenant
  /// Index of the reader's language.
  let language: Int
  let context: PageContext
  /// The id of the request, by which the log tells of a fault.
  let reference: String

  /// The whole answer.
  func response() -> Response {
    var headers = [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")]
    headers += refusal.headers
    if refusal.status == 401 { headers.append(("WWW-Authenticate", "Bearer")) }
    return Response(status: refusal.status, headers: headers, body: body())
  }

  private func body() -> [UInt8] {
    let words = refusal.words
    var out = ByteWriter(capacity: 512)
    out.append("{\"type\":\"about:blank\",\"title\":")
    out.append(json: words.title[context.locale])
    out.append(",\"status\":")
    Decimal.append(Int64(refusal.status), scale: 0, to: &out)
    if let detail = words.detail {
      out.append(",\"detail\":")
      out.append(json: detail[context.locale])
    }
    if case .fault = refusal {
      out.append(",\"reference\":")
      out.append(json: reference)
    }
    let errors = fieldErrors()
    if !errors.isEmpty {
      out.append(",\"errors\":[")
      for (index, error) in errors.enumerated() {
        if index > 0 { out.append(",") }
        append(error, to: &out)
      }
      out.append("]")
    }
    out.append("}")
    return out.bytes
  }

  private func append(_ error: (field: String, problem: FieldProblem), to out: inout ByteWriter) {
    out.append("{\"field\":")
    out.append(json: error.field)
    out.append(",\"code\":")
    out.append(json: error.problem.code)
    out.append(",\"message\":")
    let field = entity.flatMap { self.field(error.field[...], $0) }
    out.append(json: field.map { error.problem.text($0, context) } ?? placeless(error.problem))
    out.append(",\"pointer\":")
    out.append(json: error.field.isEmpty ? "" : "/" + error.field)
    out.append("}")
  }

  /// The field at a path such as `lines/0/quantity` or `operations/2/record/name`.
  private func field(_ path: Substring, _ entity: EntityModel) -> PageField? {
    var entity = entity
    let parts = path.split(separator: "/")
    for part in parts.dropLast() {
      let subforms = tenant.subforms(of: entity)
      if let subform = subforms.first(where: { $0.name == part }) { entity = subform.child }
    }
    return entity.pageFields[language].first { $0.name == parts.last ?? "" }
  }

  /// What is wrong with a row or an operation as a whole.
  private func placeless(_ problem: FieldProblem) -> String {
    let words: Words2
    switch problem {
    case .outdated: words = Words2(zh: "该记录已被他人修改", en: "Someone else changed this record")
    case .unknown: words = Words2(zh: "没有这条记录", en: "There is no such record")
    case .notUnique: words = Words2(zh: "已有相同的记录", en: "Another record has these values")
    default: return problem.said(context.locale) ?? problem.code
    }
    return words[context.locale]
  }

  private func fieldErrors() -> [(field: String, problem: FieldProblem)] {
    switch refusal {
    case .invalid(let problems): return problems
    case .taken(let fields): return fields.map { ($0, .notUnique) }
    default: return []
    }
  }
}

extension FieldProblem {
  /// The machine's name of the problem; part of the API.
  var code: String {
    switch self {
    case .required: return "required"
    case .needed: return "needed"
    case .tooMany: return "too_many"
    case .malformed, .notOfForm: return "malformed"
    case .outdated: return "version_conflict"
    case .severalLines: return "several_lines"
    case .tooLong: return "too_long"
    case .tooSmall: return "too_small"
    case .tooLarge: return "too_large"
    case .notUnique: return "not_unique"
    case .unknown: return "unknown"
    case .noImage: return "no_image"
    case .fileTooLarge: return "file_too_large"
    case .sentence: return "refused"
    case .said: return "check"
    case .readOnly: return "read_only"
    case .aboveItself: return "above_itself"
    case .notOffered: return "not_offered"
    case .overlapping: return "overlapping"
    case .hidden: return "hidden"
    }
  }
}

extension Refusal {
  /// Header fields that go with the status, in documents and on pages alike.
  var headers: [(String, String)] {
    switch self {
    case .methodNotAllowed(let methods):
      return [("Allow", methods.map(\.text).joined(separator: ", "))]
    case .unavailable, .full, .keyUnderWay: return [("Retry-After", "1")]
    case .tooMany(let seconds): return [("Retry-After", String(seconds))]
    default: return []
    }
  }

  /// Title and, where there is more to say, a sentence.
  var words: (title: Words2, detail: Words2?) {
    switch self {
    case .malformed(let detail):
      return (Words2(zh: "请求无法理解", en: "The request cannot be understood"), detail)
    case .unauthenticated:
      return (
        Words2(zh: "请先登录", en: "Sign in first"),
        Words2(zh: "没有有效的登录凭证。", en: "There is no valid session or token.")
      )
    case .codeRequired:
      return (
        Words2(zh: "需要两步验证码", en: "A second factor is needed"),
        Words2(
          zh: "请一并发送 \"code\"：验证器的验证码或备用码。",
          en: "Send \"code\" too: a code of the authenticator app or a recovery code.")
      )
    case .secondFactorMissing:
      return (
        Words2(zh: "需要先设置两步验证", en: "A second factor must be set up"),
        Words2(zh: "请先用浏览器登录并设置。", en: "Sign in with a browser first and set it up.")
      )
    case .sessionEnded:
      return (
        Words2(zh: "登录已过期", en: "That took too long"),
        Words2(zh: "请重新登录。", en: "Sign in again.")
      )
    case .tooMany(let seconds):
      return (
        Words2(zh: "尝试次数过多", en: "Too many attempts"),
        Words2(zh: "请在 \(seconds) 秒后再试。", en: "Try again in \(seconds) seconds.")
      )
    case .forbidden: return (Words2(zh: "没有权限", en: "Not allowed"), nil)
    case .tokenForbids:
      return (
        Words2(zh: "该访问令牌不允许此操作", en: "The access token does not allow this"),
        Words2(zh: "请使用可写的访问令牌，或先登录。", en: "Use a token that may write, or sign in.")
      )
    case .standInForbids:
      return (
        Words2(zh: "代理他人时不可用", en: "Not while you act for someone else"),
        Words2(
          zh: "个人资料、密码、令牌和人员管理只能以本人身份使用，请先结束代理。",
          en: "Profiles, passwords, tokens and people are for each person alone. "
            + "End acting for someone first.")
      )
    case .lookForbids:
      return (
        Words2(zh: "正以他人视角查看，不能修改", en: "You look with someone's eyes and change nothing"),
        Words2(zh: "请先结束查看，再以本人身份修改。", en: "End looking first, then change it as yourself.")
      )
    case .notFound: return (Words2(zh: "找不到", en: "Not found"), nil)
    case .methodNotAllowed: return (Words2(zh: "不支持该方法", en: "Method not allowed"), nil)
    case .unsupportedMediaType:
      return (
        Words2(zh: "不支持的正文类型", en: "Unsupported media type"),
        Words2(zh: "请发送 application/json。", en: "Send application/json.")
      )
    case .fileTooLarge(let name, let limit):
      let megabytes = limit >> 20
      return (
        Words2(zh: "文件太大", en: "The file is too large"),
        Words2(
          zh: "“\(name)”超过 \(megabytes) MB。", en: "“\(name)” is larger than \(megabytes) MB.")
      )
    case .uploadTooLarge(let limits):
      let (all, one) = (limits.requestSize >> 20, limits.fileSize >> 20)
      return (
        Words2(zh: "内容太大", en: "That is too much"),
        Words2(
          zh: "一个文件最大 \(one) MB，一次最多 \(limits.files) 个文件、共 \(all) MB。什么也没有保存。",
          en: "A file has at most \(one) MB; \(limits.files) files and \(all) MB come at once. "
            + "Nothing was saved.")
      )
    case .versionRequired:
      return (
        Words2(zh: "缺少版本", en: "A version is required"),
        Words2(
          zh: "请用 If-Match 说明要修改的版本（见 ETag）。",
          en: "Say with If-Match which version you change (see ETag).")
      )
    case .versionConflict:
      return (
        Words2(zh: "记录已被他人修改", en: "Someone else changed the record"),
        Words2(zh: "请重新读取后再修改。", en: "Read it again and repeat your change.")
      )
    case .invalid: return (Words2(zh: "内容有误", en: "Some fields are wrong"), nil)
    case .taken:
      return (Words2(zh: "已有相同的记录", en: "Another record has these values"), nil)
    case .inUse:
      return (
        Words2(zh: "仍被其他记录引用", en: "Other records refer to it"),
        Words2(zh: "请先处理引用它的记录。", en: "Change or delete those first.")
      )
    case .keyReused:
      return (
        Words2(zh: "Idempotency-Key 已用于另一个请求", en: "The Idempotency-Key marked another request"),
        Words2(zh: "每个新请求都用新的键。", en: "Use a new key for each new request.")
      )
    case .keyUnderWay:
      return (
        Words2(zh: "同一请求仍在处理中", en: "The same request is still under way"),
        Words2(zh: "请稍后再次发送。", en: "Send it again in a moment.")
      )
    case .full:
      return (
        Words2(zh: "磁盘空间不足", en: "No room on the disk"),
        Words2(zh: "没有保存任何内容；腾出空间后可重试。", en: "Nothing was saved; try again when there is room.")
      )
    case .unavailable:
      return (
        Words2(zh: "服务器正忙", en: "The server is busy"),
        Words2(zh: "请稍后重试。", en: "Try again in a moment.")
      )
    case .fault: return (Words2(zh: "服务器内部错误", en: "Something failed inside the server"), nil)
    }
  }
}
