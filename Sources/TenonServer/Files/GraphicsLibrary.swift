import Glibc

/// The few functions of libgd that make thumbnails. The library is opened when an image comes and
/// by the process that decodes it: a server without images starts and runs without it.
struct GraphicsLibrary {
  /// The library's image.
  typealias Image = OpaquePointer
  private typealias Decode = @convention(c) (Int32, UnsafeMutableRawPointer) -> Image?
  private typealias Create = @convention(c) (Int32, Int32) -> Image?
  private typealias Flag = @convention(c) (Image, Int32) -> Void
  private typealias Resample =
    @convention(c) (
      Image, Image, Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32
    ) -> Void
  private typealias Rotate = @convention(c) (Image, Float, Int32) -> Image?
  private typealias Flip = @convention(c) (Image) -> Void
  private typealias Encode =
    @convention(c) (Image, UnsafeMutablePointer<Int32>, Int32) ->
    UnsafeMutableRawPointer?

  private let decoders: [ImageHead.Form: Decode]
  private let create: Create
  private let setBlending: Flag
  private let saveAlpha: Flag
  private let resample: Resample
  private let rotate: Rotate
  private let flip: Flip
  private let encodeWebP: Encode

  private static let quality: Int32 = 80

  /// Nil when the machine has no libgd, or one without these functions.
  init?() {
    guard let library = dlopen("libgd.so.3", RTLD_NOW | RTLD_LOCAL) else { return nil }
    func function<T>(_ name: String, _ type: T.Type) -> T? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let png = function("gdImageCreateFromPngPtr", Decode.self),
      let jpeg = function("gdImageCreateFromJpegPtr", Decode.self),
      let gif = function("gdImageCreateFromGifPtr", Decode.self),
      let webp = function("gdImageCreateFromWebpPtr", Decode.self),
      let create = function("gdImageCreateTrueColor", Create.self),
      let setBlending = function("gdImageAlphaBlending", Flag.self),
      let saveAlpha = function("gdImageSaveAlpha", Flag.self),
      let resample = function("gdImageCopyResampled", Resample.self),
      let rotate = function("gdImageRotateInterpolated", Rotate.self),
      let flip = function("gdImageFlipHorizontal", Flip.self),
      let encodeWebP = function("gdImageWebpPtrEx", Encode.self)
    else { return nil }
    decoders = [.png: png, .jpeg: jpeg, .gif: gif, .webp: webp]
    self.create = create
    self.setBlending = setBlending
    self.saveAlpha = saveAlpha
    self.resample = resample
    self.rotate = rotate
    self.flip = flip
    self.encodeWebP = encodeWebP
  }

  /// The pixels of an image; nil when the bytes are none.
  func decode(_ form: ImageHead.Form, _ bytes: UnsafeMutableRawBufferPointer) -> Image? {
    guard let base = bytes.baseAddress, let count = Int32(exactly: bytes.count) else { return nil }
    return decoders[form]?(count, base)
  }

  /// A picture and its size in pixels.
  struct Picture {
    let image: Image
    let width: Int
    let height: Int
  }

  /// The picture within a square of `size` pixels, never larger than it is, turned as Exif says.
  func thumbnail(_ picture: Picture, orientation: Int, within size: Int) -> Picture? {
    let longer = max(picture.width, picture.height)
    func scaled(_ length: Int) -> Int { max(1, length * min(size, longer) / longer) }
    let (width, height) = (scaled(picture.width), scaled(picture.height))
    guard let small = create(Int32(width), Int32(height)) else { return nil }
    setBlending(small, 0)
    saveAlpha(small, 1)
    resample(
      small, picture.image, 0, 0, 0, 0, Int32(width), Int32(height), Int32(picture.width),
      Int32(picture.height))
    guard let turned = turn(small, orientation) else { return nil }
    saveAlpha(turned, 1)
    return orientation >= 5
      ? Picture(image: turned, width: height, height: width)
      : Picture(image: turned, width: width, height: height)
  }

  /// The pixels as WebP, without anything else that the image held.
  func webP(_ picture: Picture) -> UnsafeRawBufferPointer? {
    var count: Int32 = 0
    guard let bytes = encodeWebP(picture.image, &count, GraphicsLibrary.quality), count > 0 else {
      return nil
    }
    return UnsafeRawBufferPointer(start: bytes, count: Int(count))
  }

  /// Turns an image so that it stands upright (Exif 2.3, tag 274). Angles go against the clock.
  private func turn(_ image: Image, _ orientation: Int) -> Image? {
    if [2, 4, 5, 7].contains(orientation) { flip(image) }
    switch orientation {
    case 3, 4: return rotate(image, 180, 0)
    case 5, 8: return rotate(image, 90, 0)
    case 6, 7: return rotate(image, 270, 0)
    default: return image
    }
  }
}
