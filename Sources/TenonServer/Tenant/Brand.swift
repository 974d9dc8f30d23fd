import Blueprint
import TenonPages

/// What carries the tenant's colour and name, made once at start.
struct Brand: Sendable {
  private let assets: BrandAssets
  /// By language index.
  private let manifests: [PageAsset]
  let links: [BrandLinks]

  init(_ blueprint: Blueprint, _ locales: [Locale]) throws(StartError) {
    if let colour = blueprint.brandColor {
      guard let made = BrandAssets(colour: colour) else { throw .definition("colour \(colour)") }
      assets = made
    } else {
      assets = .tenon
    }
    let assets = assets
    manifests = locales.enumerated().map { assets.manifest(name: blueprint.label[$0], $1) }
    links = manifests.map { BrandLinks(assets, manifest: $0) }
  }

  /// Everything that the server answers under `/assets/` for this tenant alone.
  var all: [PageAsset] { assets.all + manifests }
}
