import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ownSheetFacts } from '../fixtures/own-sheet';
import { readOwnSheet, readOwnSheets } from './own-sheet';
import { OwnSheetError } from './own-sheet-error';

let content: string;
beforeEach(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  await mkdir(path.join(content, 'walks/short'), { recursive: true });
});
afterEach(() => rm(content, { recursive: true }));

const put = (name: string, data: string | Uint8Array) =>
  writeFile(path.join(content, 'walks/short', name), data);
const putFacts = (change?: Record<string, unknown>) => put('sheet.yaml', stringify(ownSheetFacts(change)));
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#faf6ec' } });
/** Every pixel another, so that the file has a body to be cut off. */
const noise = () =>
  sharp(Buffer.from(Array.from({ length: 120 * 80 * 3 }, (_, index) => (index * 2_654_435_761) >>> 24)), {
    raw: { width: 120, height: 80, channels: 3 },
  });

/** Code and lines of what refuses the sheet. */
async function refusal(): Promise<{ code: string; lines: string[] }> {
  try {
    await readOwnSheet(content, 'short');
  } catch (error) {
    if (error instanceof OwnSheetError) return { code: error.code, lines: error.message.split('\n') };
    throw error;
  }
  return { code: 'taken', lines: [] };
}
const refused = (code: string, ...lines: string[]) => ({
  code,
  lines: lines.map((line) => expect.stringContaining(line)),
});

/** The PNG with another width and height in its header. */
function forge(png: Buffer, width: number, height: number): Buffer {
  const forged = Buffer.from(png);
  forged.writeUInt32BE(width, 16);
  forged.writeUInt32BE(height, 20);
  forged.writeUInt32BE(crc32(forged.subarray(12, 29)), 29);
  return forged;
}

describe('a sheet that is sound', () => {
  test('a walk without one has none', async () => {
    expect(await readOwnSheet(content, 'short')).toBeUndefined();
  });

  test.each(['png', 'jpg'])('%s', async (ending) => {
    await putFacts({ picture: `sheet.${ending}` });
    await put(
      `sheet.${ending}`,
      await noise()
        .toFormat(ending as 'png')
        .toBuffer(),
    );
    const sheet = await readOwnSheet(content, 'short');
    expect(sheet).toMatchObject({ walk: 'short', facts: { illustrator: 'Test', smoothing: 0 } });
    expect(sheet?.warp.toSheet([106.57, 29.56])).toEqual({
      x: expect.closeTo(10, 6),
      y: expect.closeTo(10, 6),
    });
  });

  test('a photograph of a drawing has the size it is shown in', async () => {
    await putFacts({ picture: 'sheet.jpg' });
    await put('sheet.jpg', await blank(80, 120).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(await refusal()).toEqual(refused('taken'));
  });
});

describe('files', () => {
  test('a picture without facts, facts without a picture, and a picture of another name', async () => {
    await put('sheet.png', await blank(120, 80).png().toBuffer());
    expect(await refusal()).toEqual(
      refused('missing', 'content/walks/short/sheet.png: (file): sheet.yaml is not there'),
    );
    await putFacts({ picture: 'sheet.jpg' });
    expect(await refusal()).toEqual(refused('missing', 'picture: sheet.jpg is not there, but sheet.png is'));
    await rm(path.join(content, 'walks/short/sheet.png'));
    expect(await refusal()).toEqual(refused('missing', 'sheet.yaml: picture: the picture is not there'));
  });

  test('several pictures, and files nobody would read', async () => {
    await putFacts();
    await put('sheet.png', await blank(120, 80).png().toBuffer());
    await put('sheet.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await refusal()).toEqual(refused('several', 'sheet.svg: (file): sheet.png is there too'));
    await put('sheet.JPEG', '');
    expect(await refusal()).toEqual(refused('unknown-file', 'sheet.JPEG: (file)'));
  });

  test('more than 20 MB', async () => {
    await putFacts();
    await put('sheet.png', Buffer.alloc(20_000_001));
    expect(await refusal()).toEqual(refused('too-heavy', 'sheet.png: (file): 20.0 MB'));
  });
});

describe('facts', () => {
  beforeEach(async () => put('sheet.png', await blank(120, 80).png().toBuffer()));

  test('every mistake by field, those of points by their index', async () => {
    const points = ownSheetFacts().points.map((point, index) =>
      index === 1 ? { ...point, lat: '29', z: 1 } : index === 2 ? { ...point, y: 81 } : point,
    );
    await putFacts({ illustrator: ' ', edition: 'autumn', paper: 'A3', points });
    expect(await refusal()).toEqual(
      refused(
        'facts',
        'content/walks/short/sheet.yaml: illustrator: is empty',
        'sheet.yaml: edition: a day as 2026-11-25',
        'sheet.yaml: points.1.lat: a latitude in degrees',
        'sheet.yaml: points.1.z: ',
        'sheet.yaml: paper: ',
      ),
    );
  });

  test('a point outside the picture', async () => {
    const points = ownSheetFacts().points.map((point, index) => (index === 2 ? { ...point, y: 81 } : point));
    await putFacts({ points });
    expect(await refusal()).toEqual(
      refused('facts', 'points.2.y: 81 lies outside the picture of 120 × 80 pixels'),
    );
  });

  test('too few points, longitude and latitude confused, no YAML', async () => {
    await putFacts({ points: ownSheetFacts().points.slice(0, 2) });
    expect(await refusal()).toEqual(refused('facts', 'points: at least three control points'));
    const swapped = ownSheetFacts().points.map(({ lng, lat, ...point }) => ({
      ...point,
      lng: lat,
      lat: lng,
    }));
    await putFacts({ points: swapped.slice(0, 3) });
    const { lines } = await refusal();
    expect(lines[0]).toContain('points.0.lat: a latitude lies between −90 and 90');
    await put('sheet.yaml', 'points: [\n');
    expect(await refusal()).toEqual(refused('facts', 'sheet.yaml: (file): no YAML: '));
  });

  test('another size than the picture has', async () => {
    await putFacts({ height: 81 });
    expect(await refusal()).toEqual(
      refused('size', 'sheet.yaml: height: 120 × 81 pixels, but sheet.png has 120 × 80'),
    );
  });

  test('points no map can be made from', async () => {
    const points = ownSheetFacts().points.map((point) => ({ ...point, y: 80 - point.y }));
    await putFacts({ points });
    expect(await refusal()).toEqual(refused('points', 'sheet.yaml: points: the map is mirrored'));
  });
});

describe('pictures', () => {
  test('more than 100 megapixels, told from the header alone', async () => {
    await putFacts({ width: 60_000, height: 60_000 });
    // Decoding would fail: there is no body for so many.
    await put('sheet.png', forge(await blank(120, 80).png().toBuffer(), 60_000, 60_000));
    expect(await refusal()).toEqual(
      refused('too-large', 'sheet.png: (file): 3600 megapixels; 100 are taken'),
    );
  });

  test('exactly 100 megapixels are read', async () => {
    await putFacts({ width: 10_000, height: 10_000 });
    await put('sheet.png', await blank(10_000, 10_000).png({ compressionLevel: 1 }).toBuffer());
    expect(await refusal()).toEqual(refused('taken'));
  }, 60_000);

  test('a header that promises more than there is', async () => {
    await putFacts({ width: 1200, height: 800 });
    await put('sheet.png', forge(await blank(120, 80).png().toBuffer(), 1200, 800));
    expect((await refusal()).code).toBe('not-a-picture');
  });

  test.each(['png', 'jpg'])('a %s that is cut off', async (ending) => {
    await putFacts({ picture: `sheet.${ending}` });
    const whole = await noise()
      .toFormat(ending as 'png')
      .toBuffer();
    await put(`sheet.${ending}`, whole.subarray(0, whole.length - 600));
    expect((await refusal()).code).toBe('not-a-picture');
  });

  test('what is no picture, or another one than its name says', async () => {
    await putFacts();
    for (const bytes of [
      '',
      'version https://git-lfs.github.com/spec/v1\n',
      await blank(120, 80).jpeg().toBuffer(),
    ]) {
      await put('sheet.png', bytes);
      expect(await refusal()).toEqual(refused('not-a-picture', 'sheet.png: (file): is no png'));
    }
  });
});

describe('SVG', () => {
  const svg = (inside: string, attributes = 'viewBox="0 0 120 80"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
  const take = async (text: string | Uint8Array) => {
    await putFacts({ picture: 'sheet.svg' });
    await put('sheet.svg', text);
    return refusal();
  };

  test('a plain drawing, as programs save it', async () => {
    const image = (await blank(4, 4).png().toBuffer()).toString('base64');
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- on paper --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="60mm" height="40mm" viewBox="0,0 120 80">
      <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="https://example.org"/></rdf:RDF></metadata>
      <style><![CDATA[.a { fill: url("#wash") } .b { content: "图 &" }]]></style>
      <defs><linearGradient id="wash" xlink:href="#base"/><linearGradient id="base"/></defs>
      <g inkscape:label="image (1) \\ url(x)" style="fill:url( #wash );opacity:.5"><use href=" #base"/></g>
      <a href="#top"><text>onload &amp; &#x6E1D;</text></a>
      <image xlink:href="data:image/png;base64,${image}" width="4" height="4"/></svg>`;
    expect(await take(text)).toEqual(refused('taken'));
  });

  test.each([
    ['a script', '<script>alert(1)</script>', 'an element <script>'],
    [
      'a script of another prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg"/>',
      'an element <s:script>',
    ],
    ['a script in capitals', '<SCRIPT/>', 'an element <SCRIPT>'],
    ['onload', '<g onload="alert(1)"/>', 'an event handler onload'],
    ['onclick in capitals', '<g ONclick="x"/>', 'an event handler ONclick'],
    ['a foreign object', '<foreignObject/>', 'an element <foreignObject>'],
    ['HTML', '<p xmlns="http://www.w3.org/1999/xhtml"/>', 'an element of HTML, <p>'],
    [
      'an outside picture',
      '<image href="https://example.org/a.png"/>',
      'a reference to "https://example.org/a.png"',
    ],
    ['an outside picture by xlink', '<image xlink:href="//example.org/a.png"/>', 'a reference to'],
    ['a picture beside it', '<image href="a.png"/>', 'a reference to "a.png"'],
    ['a link that runs', '<a href=" javascript:alert(1)"/>', 'a reference to "javascript:alert(1)"'],
    ['a link whose colon is an entity', '<a href="javascript&#58;alert(1)"/>', 'a reference to "javascript:'],
    [
      'an SVG within',
      '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
      'a reference to "data:image/svg+xml',
    ],
    ['an outside fill', '<g fill="url(https://example.org/#a)"/>', 'a reference to "https://example.org/#a"'],
    ['a second fill', '<g fill="url(#a) url(b.svg#a)"/>', 'a reference to "b.svg#a"'],
    ['an outside fill by style', '<g style="fill: URL( \'b.svg#a\' )"/>', 'a reference to "b.svg#a"'],
    ['an escaped url', '<g style="fill: \\75 rl(b.svg#a)"/>', 'a reference to "b.svg#a"'],
    ['an outside style', '<style>.a { fill: url(b.svg#a) }</style>', 'a reference to "b.svg#a"'],
    ['a style in pieces', '<style>.a { fill: u<![CDATA[rl(b.svg#a)]]> }</style>', 'a reference to "b.svg#a"'],
    ['a style between strings', '<style>a{x:"/*";fill:url(b.svg);y:"*/"}</style>', 'a reference to "b.svg"'],
    ['an import', '<style>@import "b.css";</style>', '@import in CSS'],
    ['an escaped import', '<style>@\\69mport "b.css";</style>', '@import in CSS'],
    ['an image set', '<g style="fill: image-set(\'b.png\' 1x)"/>', 'image-set( in CSS'],
    ['a base', '<g xml:base="https://example.org/"/>', 'xml:base'],
    ['an animation', '<a><set attributeName="href" to="javascript:alert(1)"/></a>', 'an element <set>'],
    ['a style sheet', '<?xml-stylesheet href="b.css"?>', 'a processing instruction <?xml-stylesheet?>'],
  ])('%s', async (_, inside, reason) => {
    expect(await take(svg(`<g/>\n${inside}`))).toEqual(
      refused('unsafe', `content/walks/short/sheet.svg: (file): line 2: ${reason}`),
    );
  });

  test('an entity bomb, and any document type', async () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`;
    expect(await take(bomb)).toEqual(refused('unsafe', 'line 1: a document type'));
    expect(await take(`<!DOCTYPE svg SYSTEM "svg.dtd">${svg('')}`)).toEqual(
      refused('unsafe', 'a document type'),
    );
    expect(await take(svg('<text>&b;</text>'))).toEqual(refused('not-a-picture', 'no sound XML'));
  });

  test('a picture within that is too large, damaged, or no picture', async () => {
    const png = await blank(120, 80).png().toBuffer();
    const image = (bytes: Buffer) => svg(`<image href="data:image/png;base64,${bytes.toString('base64')}"/>`);
    expect(await take(image(forge(png, 60_000, 60_000)))).toEqual(
      refused('too-large', 'line 1: the pictures in it: 3600'),
    );
    expect(await take(image(Buffer.from('<svg/>')))).toEqual(refused('not-a-picture', 'is no png'));
    const large = await blank(8000, 8000).png().toBuffer();
    const two = `<image href="data:image/png;base64,${large.toString('base64')}"/>`;
    expect(await take(svg(two + two))).toEqual(refused('too-large', 'the pictures in it: 128 megapixels'));
  }, 60_000);

  test('what is no SVG', async () => {
    expect(await take('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toEqual(refused('unsafe', 'HTML'));
    expect(await take('<map/>')).toEqual(refused('not-a-picture', 'its root is <map>'));
    expect(await take('<svg viewBox="0 0 120 80"/>')).toEqual(refused('not-a-picture', 'its root is <svg>'));
    expect(await take(svg('<g>'))).toEqual(refused('not-a-picture', 'no sound XML'));
    expect(await take('')).toEqual(refused('not-a-picture', 'no sound XML'));
    expect(await take(Buffer.from(svg(''), 'utf16le'))).toMatchObject({ code: 'not-a-picture' });
    const latin = `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('')}`;
    expect(await take(latin)).toEqual(refused('not-a-picture', 'written in ISO-2022-JP'));
  });

  test('a leaf of A4 as drawing programs save it', async () => {
    const [width, height] = [595.28, 841.89];
    await putFacts({ picture: 'sheet.svg', width, height });
    await put('sheet.svg', svg('', `viewBox="0 0 ${width} ${height}"`));
    expect(await refusal()).toEqual(refused('taken'));
  });

  test('its size is that of its viewBox, or of its pixels', async () => {
    expect(await take(svg('', 'width="120" height="80px"'))).toEqual(refused('taken'));
    expect(await take(svg('', 'viewBox="5 5 120 80" width="1200" height="800"'))).toEqual(refused('taken'));
    expect(await take(svg('', 'viewBox="0 0 121 80"'))).toEqual(
      refused('size', 'but sheet.svg has 121 × 80'),
    );
    expect(await take(svg('', 'viewBox="0 0 120 80" width="100" height="100"'))).toEqual(
      refused('size', 'a shape its viewBox'),
    );
    expect(await take(svg('', 'viewBox="0 0 120"'))).toEqual(refused('size', 'a viewBox of no size'));
    expect(await take(svg('', 'width="60mm" height="40mm"'))).toEqual(refused('size', 'neither'));
    expect(await take(svg('', 'viewBox="0 0 120000 80000"'))).toEqual(
      refused('too-large', '9600 megapixels'),
    );
  });
});

test('all walks: what is sound is there, what is not is named', async () => {
  await put('sheet.png', await blank(120, 80).png().toBuffer());
  await putFacts();
  await mkdir(path.join(content, 'walks/other'));
  await writeFile(path.join(content, 'walks/other/sheet.yaml'), stringify(ownSheetFacts()));
  const { sheets, problems } = await readOwnSheets(content);
  expect(sheets.map(({ walk }) => walk)).toEqual(['short']);
  expect(problems).toEqual([
    {
      file: 'content/walks/other/sheet.yaml',
      field: 'picture',
      reason: expect.stringContaining('not there'),
    },
  ]);
});
