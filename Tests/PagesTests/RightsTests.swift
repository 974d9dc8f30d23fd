import Testing
import Values

@testable import TenonPages

/// What someone may not change or do has no input and no button.
@Suite struct RightsTests {
  private let samples = Samples(locale: .en)

  private func text(_ render: (inout HTMLWriter) -> Void) -> String {
    String(decoding: samples.html(render), as: UTF8.self)
  }

  @Test func aSettledFieldIsShownWithoutAnInput() {
    var phone = FormField(samples.phone, value: .text("138****5678"))
    phone.isSettled = true
    phone.problem = .readOnly
    var level = FormField(samples.level, value: .text("vip"))
    (level.isSettled, level.isRequired) = (true, true)
    let form = FormPage(
      entity: samples.customer, purpose: .create, sections: [FormSection([phone, level])])
    let html = text { Pages.render(form, frame: samples.frame(), into: &$0) }
    for part in ["138****5678", "<output", "class=\"error\""] {
      #expect(html.contains(part), "\(part)")
    }
    for name in [samples.phone.inputName, samples.level.inputName] {
      #expect(!html.contains("name=\"\(name)\""), "\(name)")
    }
    #expect(!html.contains("class=\"must\""))
  }

  @Test func aRowThatMayNotBeChangedSendsNothing() {
    var name = FormField(samples.name, value: .text("row"))
    name.isSettled = true
    var row = FormLine(id: 41, version: 2, fields: [name])
    (row.canEdit, row.canDelete) = (false, false)
    let lines = FormLines(name: "lines", label: "Rows", rows: [row], blank: nil, canDelete: true)
    let form = FormPage(
      entity: samples.customer, purpose: .create,
      sections: [FormSection(items: [.lines(lines)])])
    let html = text { Pages.render(form, frame: samples.frame(), into: &$0) }
    #expect(html.contains("row"))
    #expect(!html.contains("name=\"lines.0."))
  }

  @Test func aRecordOffersOnlyWhatMayBeDone() {
    var page = samples.record
    (page.canEdit, page.canDelete, page.activity.canComment) = (false, false, false)
    let without = text { Pages.render(page, frame: samples.frame(), into: &$0) }
    for path in ["/7/edit", "/7/delete", "action=\"/app/customer/7/comments\"", "/7/print"] {
      #expect(!without.contains(path), "\(path)")
    }
    page.canPrint = true
    let with = text { Pages.render(page, frame: samples.frame(), into: &$0) }
    #expect(with.contains("/7/print"))
  }
}
