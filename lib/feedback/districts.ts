import type { Localized } from '@/lib/i18n/locales';

/** The nine districts of the central city by their codes in GB/T 2260, in the order of the codes. */
const districts: Readonly<Record<string, Localized>> = {
  '500103': { 'zh-CN': '渝中区', 'zh-Hant': '渝中區', en: 'Yuzhong', ja: '渝中区', ko: '위중구' },
  '500104': { 'zh-CN': '大渡口区', 'zh-Hant': '大渡口區', en: 'Dadukou', ja: '大渡口区', ko: '다두커우구' },
  '500105': { 'zh-CN': '江北区', 'zh-Hant': '江北區', en: 'Jiangbei', ja: '江北区', ko: '장베이구' },
  '500106': { 'zh-CN': '沙坪坝区', 'zh-Hant': '沙坪壩區', en: 'Shapingba', ja: '沙坪壩区', ko: '사핑바구' },
  '500107': { 'zh-CN': '九龙坡区', 'zh-Hant': '九龍坡區', en: 'Jiulongpo', ja: '九竜坡区', ko: '주룽포구' },
  '500108': { 'zh-CN': '南岸区', 'zh-Hant': '南岸區', en: 'Nan’an', ja: '南岸区', ko: '난안구' },
  '500109': { 'zh-CN': '北碚区', 'zh-Hant': '北碚區', en: 'Beibei', ja: '北碚区', ko: '베이베이구' },
  '500112': { 'zh-CN': '渝北区', 'zh-Hant': '渝北區', en: 'Yubei', ja: '渝北区', ko: '위베이구' },
  '500113': { 'zh-CN': '巴南区', 'zh-Hant': '巴南區', en: 'Banan', ja: '巴南区', ko: '바난구' },
};

export const districtCodes: readonly string[] = Object.keys(districts);

/** The name of a district; undefined for a code that is none of the central city's. */
export const findDistrict = (code: string): Localized | undefined => districts[code];
