import path from 'node:path';
import sharp from 'sharp';
import { publish } from '../lib/feedback/server/fixtures/publish';
import { openStore, type Store } from '../lib/feedback/server/store';
import { dataKeys, varFolder } from './var-folder';

const DAY = 86_400_000;

/** The database of the portal under test. The portal writes to it at the same time; both wait for each other. */
export const openPortalStore = (): Promise<Store> =>
  openStore(path.join(varFolder, 'yuwalk.sqlite'), dataKeys);

/** A key that is the same in every worker: what is seeded twice is there once. */
const keyOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A photo without a photographer: stairs, drawn. */
const drawPhoto = async (stairs: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#cfd8d3"/><path d="M0 420 260 300l150 90 170-160 320 190v180H0Z" fill="#8fa7a0"/><path d="M120 600v-70h110v-60h110v-60h110v-60h110v-60h110v310Z" fill="${stairs}"/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg().toBuffer();
  return { bytes, width: 900, height: 600 };
};

export interface Seeded {
  open: string;
  answered: string;
  hidden: string;
  /** Id of a photo that is not published. */
  hiddenPhoto: string;
}

/** Some suggestions as a city has them, open and answered, in several languages, one of them not published. */
export async function seedRequests(): Promise<Seeded> {
  const store = await openPortalStore();
  const now = Date.now();
  const point = (lng: number, lat: number, name: string) => ({
    location: { how: 'point' as const, position: [lng, lat] as [number, number], name },
  });
  try {
    const { reference: open } = await publish(store, {
      submission: {
        key: keyOf(1),
        kind: 'steps-ramps',
        description:
          '从较场口下十八梯，中段三十多级台阶没有坡道，也没有扶手。推婴儿车只能抬，老人下雨天不敢走。\n希望先装一侧扶手，再看能不能做坡道。',
        ...point(106.56962, 29.55377, '十八梯'),
      },
      area: { district: '500103' },
      photos: [
        { ...(await drawPhoto('#5b6d68')), published: 1 },
        { ...(await drawPhoto('#b5391f')), published: 0 },
      ],
      receivedAt: now - 12 * DAY,
      updates: [
        { key: 'a', at: now - 11 * DAY, state: 'assigned', agency: '渝中区城市管理局' },
        {
          key: 'b',
          at: now - 5 * DAY,
          state: 'in-progress',
          text: '已现场查看，扶手纳入本月维修。',
          expectedAt: now + 9 * DAY,
        },
      ],
    });
    const { reference: answered } = await publish(store, {
      submission: {
        key: keyOf(2),
        kind: 'lighting',
        language: 'en',
        description:
          'Three lamps are out on the steps below the city wall. After eight it is completely dark.',
        ...point(106.56405, 29.55562, '通远门'),
      },
      area: { district: '500103' },
      receivedAt: now - 30 * DAY,
      updates: [
        { key: 'a', at: now - 29 * DAY, state: 'assigned', agency: '渝中区路灯所' },
        { key: 'b', at: now - 24 * DAY, state: 'answered', text: '三盏路灯已修复，当晚亮灯。感谢您的提醒。' },
      ],
    });
    const { reference: hidden } = await publish(store, {
      submission: {
        key: keyOf(3),
        description: '不公开的建议',
        kind: 'toilets',
        ...point(106.574, 29.561, '解放碑'),
      },
      area: { district: '500103' },
      publication: 'waiting',
      receivedAt: now - 3 * DAY,
    });
    for (const [number, more] of [
      {
        kind: 'rest-places',
        language: 'ja' as const,
        description: '長い階段の途中に座れる場所がありません。踊り場にベンチを一つお願いします。',
        ...point(106.58135, 29.55853, '白象居'),
      },
      {
        kind: 'signs-languages',
        language: 'ko' as const,
        description: '케이블카 타는 곳까지 가는 표지판이 중국어뿐이라 길을 찾기 어렵습니다.',
        ...point(106.57912, 29.56058, '长江索道北站'),
      },
      {
        kind: 'lifts-escalators',
        description: '凯旋路电梯早上七点以后才开，赶早班的人只能爬楼。能不能提前到六点？',
        ...point(106.57389, 29.55518, '凯旋路电梯'),
      },
      {
        kind: 'nearby-services',
        description: '附近没有可以日间照料老人的地方。',
        location: { how: 'address' as const, address: '南坪西路一带' },
      },
    ].entries())
      await publish(store, {
        submission: { key: keyOf(10 + number), ...more },
        area: { district: number === 3 ? '500108' : '500103' },
        receivedAt: now - (2 + 3 * number) * DAY,
        updates:
          number === 2
            ? [
                {
                  key: 'a',
                  at: now - 1.5 * DAY,
                  state: 'closed',
                  text: '自下月起提前到六点半开放。',
                  agency: '渝中区交通局',
                },
              ]
            : [],
      });
    const photo = await store.db
      .selectFrom('feedback_photo')
      .select('id')
      .where('reference', '=', open)
      .where('published', '=', 0)
      .executeTakeFirstOrThrow();
    return { open, answered, hidden, hiddenPhoto: photo.id };
  } finally {
    await store.db.destroy();
  }
}
