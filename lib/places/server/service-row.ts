import { cityBounds, looksLikeGcj02 } from '@/lib/geo/city';
import { convertDatum, type Datum } from '@/lib/geo/datum';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import { locales } from '@/lib/i18n/locales';
import {
  type ServiceCategory,
  type ServiceFeature,
  type ServiceKind,
  serviceCategories,
  serviceFeatureSchema,
  serviceKinds,
} from '../service';

/** Fields of a city's list by our own names; what a row does not have is empty. */
export type ServiceRow = Readonly<Record<string, string>>;

/** Other names a list may give its columns. */
const columnNames: Record<string, readonly string[]> = {
  id: ['id', '编号', '編號'],
  category: ['category', 'type', '类别', '類別', '类型', '類型', '分类'],
  name: ['name', '名称', '名稱', '名字'],
  lng: ['lng', 'lon', 'long', 'longitude', 'x', '经度', '經度'],
  lat: ['lat', 'latitude', 'y', '纬度', '緯度'],
  opening_hours: ['opening_hours', 'hours', '开放时间', '開放時間', '营业时间', '营业时间(OSM)'],
  wheelchair: ['wheelchair', '无障碍', '無障礙', '轮椅', '輪椅'],
  fee: ['fee', '收费', '收費', '费用'],
  accuracy_m: ['accuracy_m', 'accuracy', '精度'],
  source: ['source', 'sources', '来源', '來源', '出处'],
  checked: ['checked', 'date', '核对日期', '核對日期', '更新日期'],
  ...Object.fromEntries(locales.map((locale) => [`name:${locale}`, [`name:${locale}`]])),
};

/** Our name of a column, or undefined when it is none of ours. */
export function columnOf(header: string): string | undefined {
  const text = header.trim().toLowerCase();
  return Object.keys(columnNames).find((name) =>
    columnNames[name]?.some((other) => other.toLowerCase() === text),
  );
}

/** What lists call our categories and kinds, most telling first. */
const words: readonly (readonly [RegExp, ServiceCategory, ServiceKind?])[] = [
  [/社区卫生|社區衛生|卫生院|门诊|诊所|診所/, 'health', 'clinic'],
  [/医院|醫院|急救/, 'health', 'hospital'],
  [/药店|药房|藥局/, 'health', 'pharmacy'],
  [/养老|養老|老年|敬老/, 'elder-care'],
  [/幼儿园|幼兒園/, 'childcare', 'kindergarten'],
  [/托育|托幼|托儿/, 'childcare'],
  [/小学|小學/, 'education', 'primary-school'],
  [/中学|中學/, 'education', 'secondary-school'],
  [/学校|學校/, 'education'],
  [/菜市场|菜市場|农贸|農貿|市场/, 'shopping', 'market'],
  [/超市/, 'shopping', 'supermarket'],
  [/便利店/, 'shopping', 'convenience'],
  [/商场|商場|购物/, 'shopping', 'mall'],
  [/食堂|餐/, 'meals'],
  [/公园|公園|绿地|綠地/, 'green', 'park'],
  [/体育馆|體育館/, 'sport', 'sports-hall'],
  [/体育场|體育場/, 'sport', 'stadium'],
  [/健身|运动|運動|体育/, 'sport'],
  [/图书馆|圖書館/, 'culture', 'library'],
  [/博物馆|博物館|陈列/, 'culture', 'museum'],
  [/美术馆|美術館/, 'culture', 'gallery'],
  [/文化/, 'culture', 'cultural-centre'],
  [/轨道|地铁|轻轨/, 'transport', 'station'],
  [/公交|公車/, 'transport', 'bus-stop'],
  [/公厕|公廁|厕所|卫生间/, 'toilet'],
  [/避难|避難|应急/, 'emergency', 'shelter'],
  [/社区服务|党群|政务|便民/, 'community'],
  [/住房|公租/, 'housing'],
  [/就业|招聘/, 'jobs'],
];

function categoryOf(text: string): { category: ServiceCategory; kind?: ServiceKind | undefined } | undefined {
  const category = serviceCategories.find((candidate) => candidate === text);
  if (category) return { category };
  const known = words.find(([pattern]) => pattern.test(text));
  return known && { category: known[1], kind: known[2] };
}

const wheelchairs: Record<string, 'yes' | 'limited' | 'no'> = {
  yes: 'yes',
  limited: 'limited',
  no: 'no',
  是: 'yes',
  有: 'yes',
  部分: 'limited',
  否: 'no',
  无: 'no',
};

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** A row as a feature, or why it is none. `datum` is the list's own; `today` stands where a row says no date. */
export function toServiceFeature(
  row: ServiceRow,
  { datum, source, today, id }: { datum: Datum; source: string; today: string; id: string },
): ServiceFeature | { reason: string } {
  const given = (field: string) => row[field]?.trim() || undefined;
  const found = categoryOf(given('category') ?? '');
  if (!found) return { reason: `unknown category "${given('category') ?? ''}"` };
  const name = given('name');
  if (!name && found.category !== 'toilet') return { reason: 'no name' };
  const [lng, lat] = [given('lng'), given('lat')].map((text) => (text ? Number(text) : Number.NaN)) as [
    number,
    number,
  ];
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return { reason: 'its position is no pair of numbers' };
  const position = convertDatum([lng, lat], datum, 'wgs84').map(
    (degrees) => Math.round(degrees * 1e6) / 1e6,
  ) as unknown as LngLat;
  if (!containsPosition(cityBounds, position))
    return { reason: `${position.join(', ')} lies outside the city` };
  if (given('id') && looksLikeGcj02(given('id') ?? '', position))
    return { reason: 'its position looks like GCJ-02; name the datum' };
  const accuracy = Number(given('accuracy_m'));
  const wheelchair = wheelchairs[given('wheelchair')?.toLowerCase() ?? ''];
  if (given('wheelchair') && !wheelchair)
    return { reason: `wheelchair "${given('wheelchair')}" is not yes, limited or no` };
  const kind = serviceKinds.find((candidate) => candidate === given('kind')) ?? found.kind;
  const checked = given('checked');
  if (checked && !isDate(checked)) return { reason: `"${checked}" is no date (2026-11-25)` };
  const parsed = serviceFeatureSchema.safeParse({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: position },
    properties: {
      id: given('id') ?? id,
      category: found.category,
      ...(kind && { kind }),
      ...(name && { name }),
      ...Object.fromEntries(
        locales.flatMap((locale) => {
          const text = given(`name:${locale}`);
          return text ? [[`name:${locale}`, text]] : [];
        }),
      ),
      ...(accuracy > 0 && { accuracy_m: accuracy }),
      ...(given('opening_hours') && { opening_hours: given('opening_hours') }),
      ...(wheelchair && { wheelchair }),
      ...(given('fee') && { fee: given('fee') }),
      sources: [given('source') ?? source],
      checked: checked ?? today,
    },
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { reason: `${String(issue?.path.at(-1) ?? '')}: ${issue?.message ?? 'not valid'}` };
}
