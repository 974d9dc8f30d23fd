import Foundation
import Testing

@testable import TenonPages

/// Writes every page and asset into the folder that `TENON_PREVIEW` names, to be looked at.
@Test(.enabled(if: ProcessInfo.processInfo.environment["TENON_PREVIEW"] != nil))
func writePreviews() throws {
  let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["TENON_PREVIEW"]!)
  let files = FileManager.default
  try files.createDirectory(
    at: folder.appendingPathComponent("assets"), withIntermediateDirectories: true)
  for locale in TenonPages.Locale.allCases {
    for document in Samples(locale: locale).documents {
      let file = folder.appendingPathComponent("\(locale)-\(document.name).html")
      try Data(document.bytes).write(to: file)
    }
  }
  for asset in PageAssets.all + BrandAssets.tenon.all {
    try Data(asset.bytes).write(to: folder.appendingPathComponent(asset.path.text))
  }
}
