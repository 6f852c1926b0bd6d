/** A suggestion in the words of the city: what a GeoReport request says of it, for whoever carries it. */
import { chosenKeys, type Question } from '../../kind';
import { DESCRIPTION_LIMIT } from '../../text';
import type { Delivery } from './backend';
import type { WireAttribute } from './geo-report';

// The city reads Chinese.
const LANGUAGE = 'zh-CN';

/** An answer with the words of its question and of the chosen values. */
export interface WordedAnswer {
  code: string;
  datatype: Question['datatype'];
  question: string;
  values: readonly { key: string; name: string }[];
}

/** The answers of a suggestion, worded as its kind words them now; what editors took away keeps its bare keys. */
export function wordAnswers({ request, service }: Pick<Delivery, 'request' | 'service'>): WordedAnswer[] {
  const answers = JSON.parse(request.answers) as Record<string, string | string[]>;
  return Object.entries(answers).map(([code, answer]) => {
    const question = service?.questions.find((candidate) => candidate.code === code);
    return {
      code,
      datatype: question?.datatype ?? (typeof answer === 'string' ? 'string' : 'multivaluelist'),
      question: question?.description[LANGUAGE] ?? code,
      values: chosenKeys(answer).map((key) => ({
        key,
        name: question?.values.find((value) => value.key === key)?.name[LANGUAGE] ?? key,
      })),
    };
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a delivery tells the suggestion itself; the others only say what came after it. */
export const tellsSuggestion = ({ kind }: Pick<Delivery, 'kind'>): boolean =>
  kind === 'create' || kind === 'reopen';

/** The official five levels, as the city words them. */
const levels: Readonly<Record<string, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

/** What a delivery says. Of a suggestion that is known already its reference and the city's own number; its words only where it is opened again. */
export function sayIt({
  kind,
  reference,
  request,
  payload,
}: Pick<Delivery, 'kind' | 'reference' | 'payload'> & {
  request: Pick<Delivery['request'], 'description' | 'backend_id'>;
}): string {
  if (kind === 'create') return request.description;
  const number = request.backend_id === null ? '' : `，受理号 ${request.backend_id}`;
  const words = [payload.text, payload.reason].map(textOf).filter(Boolean);
  const lines = (title: string, ...said: readonly string[]) =>
    [`【${title}】原编号 ${reference}${number}`, ...said].join('\n');
  switch (kind) {
    case 'reopen':
      return `${lines('重新提出：对答复不满意', ...words)}\n\n原内容：\n${request.description}`;
    case 'rating':
      return lines('评价', `满意程度：${levels[String(payload.level)] ?? ''}`, ...words);
    case 'reminder':
      return lines('催办', `已等待 ${String(payload.workingDays)} 个工作日，仍未答复。`);
    case 'erasure':
      return lines(
        '撤回',
        '提出人已在渝步删除此件。请将贵方保存的个人信息（姓名、联系方式、照片和文字）一并删除，不必再答复提出人。',
      );
  }
}

/**
 * The description as it travels, at most 4000 characters: the person's words, then answers, photos and the mark that have no field of their own. The mark
 * is never cut; where there is no room the last words of the person are, and an ellipsis says so.
 */
export function composeDescription(
  delivery: Delivery,
  {
    answers = [],
    photoUrls = [],
    hasMark,
  }: {
    answers?: readonly WordedAnswer[];
    photoUrls?: readonly string[];
    hasMark: boolean;
  },
): string {
  const said = sayIt(delivery);
  const mark = hasMark ? [`渝步编号：${delivery.mark}`] : [];
  const lines = [
    ...answers.map(({ question, values }) => `${question}：${values.map(({ name }) => name).join('、')}`),
    ...photoUrls.map((url) => `照片：${url}`),
  ];
  const join = (...parts: readonly string[]) => parts.filter(Boolean).join('\n\n');
  const whole = join(said, [...lines, ...mark].join('\n'));
  if (whole.length <= DESCRIPTION_LIMIT) return whole;
  // Answers and photos can be seen in the portal; the person's own words come first.
  const room = DESCRIPTION_LIMIT - (mark[0]?.length ?? 0) - 3;
  // Half a character at the cut would be none.
  return join(said.length > room ? `${said.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…` : said, ...mark);
}

/** Attributes the city asks for, from what was answered, and the answers it has no question for. */
export function toAttributes(
  answers: readonly WordedAnswer[],
  definition: readonly WireAttribute[],
): { fields: (readonly [string, string])[]; left: WordedAnswer[] } {
  const fields: (readonly [string, string])[] = [];
  const left: WordedAnswer[] = [];
  for (const answer of answers) {
    const asked = definition.find(({ code, variable }) => variable && code === answer.code);
    // The city's key where it has ours, or the one it has for the same words.
    const keys = answer.values.map(({ key, name }) =>
      !asked?.datatype?.endsWith('valuelist') || asked.values.some((value) => value.key === key)
        ? key
        : asked.values.find((value) => value.name === name)?.key,
    );
    if (!asked || keys.includes(undefined)) {
      left.push(answer);
      continue;
    }
    const name = `attribute[${asked.code}]${asked.datatype === 'multivaluelist' ? '[]' : ''}`;
    for (const key of keys) if (key !== undefined) fields.push([name, key]);
  }
  return { fields, left };
}
