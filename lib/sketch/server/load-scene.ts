import { loadContent } from '@/lib/content/server/load-content';
import type { Locale } from '@/lib/i18n/locales';
import type { MeasuredWalk } from '@/lib/walks/measured-walk';
import { makeScene, type Scene } from '../scene';
import type { Translate } from '../sheet-words';
import { type Ground, readGround } from './read-ground';
import { sceneInputOf } from './scene-input';

let ground: Promise<Ground> | undefined;

/** The surroundings of a walk in one language, as a scene; `t` speaks from the namespace `Sheet`. */
export async function loadScene(measured: MeasuredWalk, locale: Locale, t: Translate): Promise<Scene> {
  const content = await loadContent();
  ground ??= readGround();
  return makeScene(sceneInputOf(content, await ground, measured, locale, t));
}
