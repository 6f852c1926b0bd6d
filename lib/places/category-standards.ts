import type { ServiceCategory } from './service';

/** What a published standard or guide says of a category. */
export interface CategoryStandard {
  /** 基本保障类 / 基础保障: what has to be there first. */
  isBasic?: boolean;
  /** Minutes on foot within which it belongs. */
  minutes?: 5 | 10 | 15;
  source: 'mofcom' | 'gb';
}

/*
 * Only what was read in a source: the tables of TD/T 1062-2021 and of Chongqing's own list of services could not be found, so most categories
 * have none.
 * 商务部《城市一刻钟便民生活圈建设指南》 (2021-07-20, fxcwl.com 1308): markets, supermarkets, breakfast are 基本保障类.
 * GB 50180-2018 (zgbk.com): a park of a hectare or more belongs to the ten-minute level.
 */
export const categoryStandards: Partial<Record<ServiceCategory, CategoryStandard>> = {
  shopping: { isBasic: true, source: 'mofcom' },
  meals: { isBasic: true, source: 'mofcom' },
  green: { minutes: 10, source: 'gb' },
};
