import TenonHTTP
import TenonPages
import TenonSheets

/// The beginning of a spreadsheet: its headers and the first rows.
struct ImportHead: Sendable {
  let headers: [String]
  let samples: [SheetRow]

  init(_ job: ImportJob, _ tenant: Tenant) throws(Refusal) {
    do {
      var sheet = try ImportSheet(
        tenant.files.folder.place(job.file), name: job.name,
        fileSize: tenant.files.limits.fileSize)
      var rows: [SheetRow] = []
      while rows.count < 3, let row = try sheet.next() { rows.append(row) }
      headers = sheet.headers
      samples = rows
    } catch { throw .malformed(ImportWords.of(error)) }
  }
}

/// The rows that an import left out, as they came, with a column that says why: to be corrected
/// and imported again.
struct ImportedWrong {
  private let job: ImportJob
  private let rows: [WrongRow]
  private let tenant: Tenant
  private let locale: Locale

  init(_ job: ImportJob, _ tenant: Tenant, _ locale: Locale) throws {
    self.job = job
    self.tenant = tenant
    self.locale = locale
    rows = try tenant.database.read { try ImportStore.wrong(job.id, pieces: .max, $0) }
  }

  func response() throws -> Response {
    var sheet: ImportSheet
    var out = ByteWriter(capacity: 65_536)
    do {
      sheet = try ImportSheet(
        tenant.files.folder.place(job.file), name: job.name,
        fileSize: tenant.files.limits.fileSize)
      // A column of reasons that is there already is written anew.
      let kept = sheet.headers.indices.filter {
        !ImportWords.reasonHeaders.contains(ImportText.header(sheet.headers[$0]))
      }
      out.append("\u{FEFF}")
      line(kept.map { sheet.headers[$0] } + [ImportWords.reason[locale]], &out)
      var wanted = rows[...]
      while let next = wanted.first, let row = try sheet.next() {
        if row.number != next.number { continue }
        wanted = wanted.dropFirst()
        let reasons = next.reasons.map { reason in
          reason.header.isEmpty ? reason.sentence : "\(reason.header)：\(reason.sentence)"
        }
        line(
          kept.map { ImportSheet.text(row[$0]) } + [reasons.joined(separator: " ")], &out)
      }
    } catch { throw Refusal.malformed(ImportWords.of(error)) }
    let stem = job.name.lastIndex(of: ".").map { String(job.name[..<$0]) } ?? job.name
    let name = FileName.cleaned("\(stem) \(ImportWords.reason[locale]).csv")
    return Response(
      status: 200,
      headers: [
        ("Content-Type", "text/csv; charset=utf-8; header=present"),
        ("Content-Disposition", FileName.disposition(name, inline: false)),
        ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "sandbox; default-src 'none'"),
      ], body: out.bytes)
  }

  private func line(_ cells: [String], _ out: inout ByteWriter) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { out.append(",") }
      CSVText.append(CSVText.defused(cell), to: &out)
    }
    out.append("\r\n")
  }
}
