/** SVG pictures of sheets: what they may hold. The portal still shows them as images (`<img>`), where no script would run. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { svgSize } from '../svg-size';
import type { Picture } from '../warp-checks';
import { PictureFault } from './picture-fault';
import { checkPixels, type RasterFormat, readRaster } from './raster';

const SVG = 'http://www.w3.org/2000/svg';

/** What runs, what moves by itself and could move a reference, and what brings another document. */
const refusedElements = new Set([
  ...['script', 'handler', 'listener', 'foreignobject'],
  ...['set', 'animate', 'animatecolor', 'animatemotion', 'animatetransform', 'discard'],
  ...['iframe', 'embed', 'object', 'audio', 'video', 'canvas', 'link', 'meta', 'base'],
]);
const dataImage = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/=\s]*)$/i;

const unsafe = (line: number, what: string): never => {
  throw new PictureFault('unsafe', `line ${line}: ${what}`);
};
/** At most this much of what somebody wrote stands in a message. */
const quote = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * CSS with its escapes resolved, so that `u\72l(` reads `url(` (CSS Syntax Level 3, 4.3.7). Comments stay: they part words, and what looks like one
 * may be the insides of two strings.
 */
const plainCss = (css: string): string =>
  css.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi,
    (_, hex: string | undefined, char: string | undefined) => {
      const code = Number.parseInt(hex ?? '', 16);
      return hex ? (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\ufffd') : (char ?? '');
    },
  );

/** Attributes that hold no CSS, whatever is written in them. */
const isPlainText = (name: string) => /^(?:id|class|d|points|data-.*|aria-.*)$/.test(name);

/**
 * The size of an SVG: its viewBox, or its width and height in pixels where it has none. Throws PictureFault for what is no SVG in UTF-8, and for
 * scripts, event handlers, animations, foreign objects, document types and entities, processing instructions, and references to anything but
 * `#fragment` or a PNG or JPEG within the file.
 */
export async function readSvg(bytes: Uint8Array): Promise<Picture> {
  let root: SaxesTagNS | undefined;
  const images: { format: RasterFormat; base64: string; line: number }[] = [];
  let styleDepth = 0;
  let css = '';
  const parser = new SaxesParser({ xmlns: true });

  function checkReference(reference: string): void {
    const target = reference.trim();
    const [, format, base64] = dataImage.exec(target) ?? [];
    if (base64 !== undefined)
      images.push({
        format: format?.toLowerCase() === 'png' ? 'png' : 'jpeg',
        base64,
        line: parser.line,
      });
    else if (!target.startsWith('#')) unsafe(parser.line, `a reference to ${quote(target)}`);
  }
  function checkCss(text: string): void {
    const plain = plainCss(text);
    const [rule] = /@import|@font-face|(?:image-set|image|src|cross-fade|element)\s*\(/i.exec(plain) ?? [];
    if (rule) unsafe(parser.line, `${rule} in CSS`);
    for (const [, quoted, bare] of plain.matchAll(/url\(\s*(?:["']([^"']*)["']?|([^)]*))/gi))
      checkReference(quoted ?? bare ?? '');
  }

  parser.on('error', (cause) => {
    throw new PictureFault('not-a-picture', `is no sound XML: ${cause.message}`, { cause });
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?8$/i.test(encoding))
      throw new PictureFault('not-a-picture', `is written in ${encoding}; UTF-8 is wanted`);
  });
  parser.on('doctype', () => unsafe(parser.line, 'a document type (DOCTYPE); save it as plain SVG'));
  parser.on('processinginstruction', ({ target }) =>
    unsafe(parser.line, `a processing instruction <?${target}?>`),
  );
  parser.on('opentag', (tag) => {
    root ??= tag;
    const name = tag.local.toLowerCase();
    if (refusedElements.has(name)) unsafe(parser.line, `an element <${tag.name}>`);
    if (tag.uri === 'http://www.w3.org/1999/xhtml') unsafe(parser.line, `an element of HTML, <${tag.name}>`);
    if (name === 'style') styleDepth++;
    for (const { name: full, local, prefix, uri, value } of Object.values(tag.attributes)) {
      const attribute = local.toLowerCase();
      if (attribute.startsWith('on')) unsafe(parser.line, `an event handler ${full}`);
      if (prefix === 'xml' && attribute === 'base') unsafe(parser.line, 'xml:base');
      if (['href', 'src', 'ping'].includes(attribute)) checkReference(value);
      else if (uri === '' && !isPlainText(local)) checkCss(value);
    }
  });
  parser.on('closetag', ({ local }) => {
    if (local.toLowerCase() !== 'style') return;
    styleDepth--;
    checkCss(css);
    css = '';
  });
  const onText = (text: string) => {
    if (styleDepth > 0) css += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  parser.write(decode(bytes)).close();
  if (root?.local !== 'svg' || root.uri !== SVG)
    throw new PictureFault('not-a-picture', `is no SVG: its root is <${root?.name ?? ''}>`);
  const { attributes } = root;
  const size = svgSize((name) => attributes[name]?.value);
  if ('wrong' in size) throw new PictureFault('size', size.wrong);
  checkPixels(size);
  let pixels = 0;
  for (const { format, base64, line } of images)
    try {
      const { width, height } = await readRaster(Buffer.from(base64, 'base64'), format);
      pixels += width * height;
      checkPixels({ width: pixels, height: 1 });
    } catch (error) {
      if (!(error instanceof PictureFault)) throw error;
      throw new PictureFault(error.code, `line ${line}: the pictures in it: ${error.message}`, {
        cause: error,
      });
    }
  return size;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PictureFault('not-a-picture', 'is no text in UTF-8', { cause });
  }
}
