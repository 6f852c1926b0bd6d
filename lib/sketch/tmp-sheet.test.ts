import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { sealOf, toMeasuredWalk } from '@/lib/walks/measured-walk';
import { findFaults } from './labels';
import { loadScene } from './server/load-scene';
import { loadMeasure } from './server/measure';
import { faceOf, openDocument } from './server/page';
import { drawSvg } from './server/svg-to-pdf';
import { drawSheet } from './sheet';

const want = (process.env.WANT ?? 'city-wall:zh-CN:light').split(',');
test('x', async () => {
  const { walks, network } = await loadContent();
  const measure = await loadMeasure();
  for (const w of want) {
    const [id, locale, theme] = w.split(':') as [string, 'zh-CN', 'light'];
    const walk = walks.find((x) => x.id === id)!;
    const m = toMeasuredWalk(network, walk);
    const story = walk.stories[locale];
    const scene = await loadScene(m, locale);
    const t = performance.now();
    const sheet = drawSheet(
      scene,
      {
        title: story.title,
        tagline: story.tagline,
        seal: sealOf(walk, locale),
        north: locale === 'en' ? 'N' : '北',
        scale: (a, b, c) =>
          locale === 'en' ? `${a} min, about ${b} m or ${c} steps` : `${a}分钟，约${b}米，${c}步`,
        legend: {
          walk: 'The walk',
          stop: 'A stop',
          steps: 'Stairs',
          elevator: 'Lift',
          escalator: 'Escalator',
          cableway: 'Cableway',
          station: 'Metro station',
          turnOff: 'Step-free way leaves here',
        },
        foot: 'YuWalk 渝步 · Edition 1, 2026-11-26 · drawn from data, not a survey · © OpenStreetMap contributors',
      },
      { theme, measure, face: 'x', streetNames: locale === 'zh-CN' },
    );
    const ms = performance.now() - t;
    console.log(
      w,
      'ms',
      ms.toFixed(0),
      'kB',
      (sheet.svg.length / 1000).toFixed(0),
      'gz',
      (gzipSync(sheet.svg).length / 1000).toFixed(0),
      'landmarks',
      sheet.layout.landmarks.length,
      '/',
      scene.stops.length,
      'faults',
      findFaults(scene, sheet.layout),
    );
    writeFileSync(`/tmp/s/sheet-${id}-${locale}-${theme}.svg`, sheet.svg);
    const { doc, bytes } = await openDocument('x', 'zh');
    doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    drawSvg(doc, sheet.svg, faceOf);
    doc.end();
    writeFileSync(`/tmp/s/sheet-${id}-${locale}-${theme}.pdf`, await bytes);
  }
}, 60000);
