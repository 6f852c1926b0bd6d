import { loadContent } from '@/lib/content/server/load-content';
import type { Locale } from '@/lib/i18n/locales';
import { readBase } from '@/lib/map/server/read-base';
import type { MeasuredWalk } from '@/lib/walks/measured-walk';
import { makeScene, type Scene } from '../scene';
import type { Translate } from '../sheet-words';
import { sceneInputOf } from './scene-input';

let base: ReturnType<typeof readBase> | undefined;

/** The surroundings of a walk in one language, as a scene; `t` speaks from the namespace `Sheet`. */
export async function loadScene(measured: MeasuredWalk, locale: Locale, t: Translate): Promise<Scene> {
  const content = await loadContent();
  base ??= readBase(content);
  return makeScene(sceneInputOf(content, await base, measured, locale, t));
}
