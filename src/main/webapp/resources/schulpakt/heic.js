'use strict';
// Reads one HEIC photo beside the page, which can be used meanwhile: its bytes come in, the pixels of its first picture go out.
const MOST = 120_000_000;
self.addEventListener('message', async event => {
  try {
    importScripts(event.data.library);
    const library = await self.libheif();
    const [picture] = new library.HeifDecoder().decode(new Uint8Array(event.data.bytes));
    const width = picture.get_width();
    const height = picture.get_height();
    if (!(width > 0 && height > 0 && width * height <= MOST)) { throw new Error('size'); }
    picture.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, shown => {
      if (shown) { self.postMessage({ width, height, pixels: shown.data.buffer }, [shown.data.buffer]); } else { self.postMessage({}); }
    });
  } catch { self.postMessage({}); }
});
