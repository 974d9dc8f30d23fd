/// The service worker: it shows a page of ours when the network is gone, and keeps nothing else.
public enum ServiceWorker {
  /// The script that keeps the page for one language and the assets that it needs.
  public static func script(offline: PagePath, _ context: PageContext) -> [UInt8] {
    let kept = [offline, PageAssets.style.path, context.brand.style, context.brand.icon]
    let list = kept.map { "\"\($0.text)\"" }.joined(separator: ",")
    return Array("const kept = [\(list)];\n\(code)".utf8)
  }

  private static let code: StaticString = #"""
    const name = "offline:" + kept.join();
    self.addEventListener("install", (event) => {
      const load = async () => (await caches.open(name)).addAll(kept);
      event.waitUntil(load().then(() => self.skipWaiting()));
    });
    self.addEventListener("activate", (event) => {
      const clean = async () => {
        for (const key of await caches.keys()) if (key !== name) await caches.delete(key);
        await self.clients.claim();
      };
      event.waitUntil(clean());
    });
    self.addEventListener("fetch", (event) => {
      const { request } = event;
      const path = new URL(request.url).pathname;
      const isPage = request.mode === "navigate" && request.method === "GET";
      if (!isPage && !kept.includes(path)) return;
      event.respondWith(
        fetch(request).catch(() => caches.match(isPage ? kept[0] : path)));
    });

    """#
}
