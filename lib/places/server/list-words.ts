/** What a city's list calls our columns, categories and answers. */
import { locales } from '@/lib/i18n/locales';
import { isServiceWord, type ServiceType, type ServiceWord, serviceTypeOf } from '../service-types';

const localized = (prefix: string) =>
  Object.fromEntries(locales.map((locale) => [`${prefix}:${locale}`, [] as readonly string[]]));

/** Our fields and other names of their columns. A column of floors (楼层) is none: it counts from 1, OpenStreetMap from 0. */
const columnNames: Readonly<Record<string, readonly string[]>> = {
  id: ['编号', '編號'],
  category: ['type', '类别', '類別', '类型', '類型', '分类'],
  kind: ['小类', '细类'],
  name: ['名称', '名稱', '名字', '机构名称', '设施名称', '单位名称'],
  ...localized('name'),
  ...localized('note'),
  lng: ['lon', 'long', 'longitude', 'x', '经度', '經度'],
  lat: ['latitude', 'y', '纬度', '緯度'],
  opening_hours: ['hours', '开放时间', '開放時間', '营业时间', '营业时间(OSM)', '服务时间'],
  wheelchair: ['无障碍', '無障礙', '无障碍设施', '轮椅', '輪椅'],
  fee: ['收费', '收費', '费用'],
  level: [],
  accuracy_m: ['accuracy', '精度'],
  position_source: [],
  place: [],
  confidence: [],
  source: ['sources', '来源', '來源', '出处', '数据来源'],
  checked: ['date', '核对日期', '核對日期', '核查日期', '更新日期'],
};

const fieldOf = new Map(
  Object.entries(columnNames).flatMap(([field, names]) =>
    [field, ...names].map((name) => [name.toLowerCase(), field] as const),
  ),
);

/** Our name of a column, or undefined when it is none of ours. */
export const columnOf = (header: string): string | undefined =>
  fieldOf.get(header.normalize('NFKC').trim().toLowerCase());

/** How a word for it ends: 三甲综合医院 is a hospital, 医院停车场 is none. The first that fits counts. */
const endings: readonly (readonly [RegExp, ServiceWord])[] = [
  [
    /(社区卫生|社區衛生|卫生服务|衛生服務)(服务|服務)?(中心|站)?$|(卫生院|卫生室|衛生院|门诊部?|诊所|診所)$/,
    'clinic',
  ],
  [/(?<!动物|宠物|動物|寵物)(医院|醫院)$|(急救|医疗)中心$/, 'hospital'],
  [/(药店|药房|藥局|藥房)$/, 'pharmacy'],
  [/(养老|養老|敬老|老年)(服务|服務|照料|照护|活动)*(院|中心|机构|站|驿站|设施)?$/, 'elder-care'],
  [/(幼儿园|幼兒園)$/, 'kindergarten'],
  [/(托育|托幼|托儿)(服务)?(所|机构|中心|园|点)?$/, 'childcare'],
  [/(小学|小學)校?$/, 'primary-school'],
  [/(中学|中學|初中|高中)校?$/, 'secondary-school'],
  [/(学校|學校)$/, 'education'],
  [/(菜市场|菜市場|农贸市场|農貿市場|集贸市场|生鲜市场|农贸|菜场)$/, 'market'],
  [/超市$/, 'supermarket'],
  [/便利店$/, 'convenience'],
  [/(商场|商場|购物中心|百货)$/, 'mall'],
  [/(食堂|餐厅|餐廳|餐馆|餐饮|早餐店|早餐)$/, 'meals'],
  [/(公园|公園)$/, 'park'],
  [/(绿地|綠地|公园绿地)$/, 'green'],
  [/(体育馆|體育館)$/, 'sports-hall'],
  [/(体育场|體育場)$/, 'stadium'],
  [/(健身|运动|運動|体育)(场地?|点|中心|设施|步道|广场)?$/, 'sport'],
  [/(图书馆|圖書館)$/, 'library'],
  [/(博物馆|博物館|陈列馆|纪念馆)$/, 'museum'],
  [/(美术馆|美術館)$/, 'gallery'],
  [/文化(馆|站|中心|宫|活动中心|活动室)$/, 'cultural-centre'],
  [/文化$/, 'culture'],
  [/(轨道交通?|地铁|轻轨)(车?站)?$/, 'station'],
  [/(公交|公車)(车?站点?|站台)?$/, 'bus-stop'],
  [/(公共?厕所?|公廁|厕所|卫生间)$/, 'toilet'],
  [/(避难|避難)(场所|場所|点|中心)?$/, 'shelter'],
  [/(社区服务|党群服务|政务服务|便民服务)(中心|站|点)?$/, 'community'],
  [/(公租房|保障性住房|保障房)$/, 'housing'],
  [/(就业|招聘)(服务)?(中心|站|点)?$/, 'jobs'],
];

/** Category and kind by our id or a Chinese word; what stands in brackets behind it is passed over. */
export function serviceTypeNamed(text: string): ServiceType | undefined {
  const word = text
    .normalize('NFKC')
    .replace(/\([^)]*\)$/, '')
    .trim();
  const known = isServiceWord(word) ? word : endings.find(([ending]) => ending.test(word))?.[1];
  return known && serviceTypeOf(known);
}

const answers: ReadonlyMap<string, 'yes' | 'limited' | 'no' | undefined> = new Map([
  ...(['yes', '是', '有'] as const).map((word) => [word, 'yes'] as const),
  ...(['limited', '部分'] as const).map((word) => [word, 'limited'] as const),
  ...(['no', '否', '无', '無'] as const).map((word) => [word, 'no'] as const),
  ...(['', 'unknown', '未知', '不详', '不詳', '-'] as const).map((word) => [word, undefined] as const),
]);

/** What a cell says of wheelchairs, undefined where it says that nobody knows; throws RangeError for any other word. */
export function wheelchairNamed(text: string): 'yes' | 'limited' | 'no' | undefined {
  const word = text.trim().toLowerCase();
  if (!answers.has(word)) throw new RangeError(text);
  return answers.get(word);
}
